"""Which devices answer: told by their threads, and asked from time to time."""

import logging

from hardware.ports.payment_terminal import HealthReport, TerminalHealth
from hardware.ports.receipt_printer import PaperState, PrinterStatus
from kiosk.checkout.floor import MONEY_MOVES, Floor
from kiosk.checkout.session_state import Device
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.snapshot import HealthView
from kiosk.checkout.terminal_request import keep_mark
from kiosk.checkout.weigh_item import WeighItem
from kiosk.domain.checkout_state import Stage

log = logging.getLogger("baro.till")
AWAY_CHECK = 5.0


class WatchDevices:
    """Health of this till's devices and of its link to central."""

    def __init__(self, floor: Floor, weigh: WeighItem, settle: SettleAttempts) -> None:
        self._floor, self._weigh, self._settle = floor, weigh, settle
        self._asked_terminal = self._asked_printer = False
        self._terminal_due = self._printer_due = float("-inf")
        self._mark = ""

    def changed(self, name: str, category: str, online: bool, reason: str) -> None:
        """A device came or went."""
        devices, now = self._floor.state.devices, self._floor.monotonic()
        known = devices.get(name)
        seen = online or (known is not None and known.was_online)
        since = known.since if known is not None and known.online == online else now
        devices[name] = Device(category, online, since, seen, reason)
        if category == "scale":
            if not any(x.category == "scale" and x.online for x in devices.values()):
                self._weigh.gone()
            else:
                self._weigh.back_again()
        elif category == "terminal":
            self._terminal_due = float("-inf")
            if not online:
                self._floor.state.terminal_health = TerminalHealth.UNREACHABLE
        elif category == "printer":
            self._printer_due = float("-inf")
            if not online:
                self._floor.state.printer_status = None

    def tick(self) -> None:
        """Ask terminal and printer how they are, never while money moves."""
        state, now = self._floor.state, self._floor.monotonic()
        if state.stage in MONEY_MOVES:
            self._terminal_due = min(self._terminal_due, now)
            return
        if not self._asked_terminal and not self._settle.unsettled and now >= self._terminal_due:
            self._asked_terminal = True
            self._floor.till.terminal.health(self._floor.guarded1(self._terminal_answer))
        printer = self._floor.till.printer
        if printer is not None and not self._asked_printer and now >= self._printer_due:
            self._asked_printer = True
            printer.status(self._floor.guarded1(self._printer_answer))

    def ask_terminal(self) -> None:
        """Something happened at the terminal: ask it soon."""
        self._terminal_due = float("-inf")

    def ask_printer(self) -> None:
        """Something happened at the printer: ask it soon."""
        self._printer_due = float("-inf")

    def _terminal_answer(self, report: HealthReport) -> None:
        self._asked_terminal = False
        self._floor.state.terminal_health = report.health
        self._keep_mark(report.mark)
        usable = report.health in (TerminalHealth.READY, TerminalHealth.BUSY)
        pause = self._floor.settings.terminal_check if usable else AWAY_CHECK
        self._terminal_due = self._floor.monotonic() + pause

    def _keep_mark(self, mark: str) -> None:
        """Where the terminal's counting stands must be known before money is asked for."""
        if not mark or mark == self._mark:
            return

        def done(_: None) -> None:
            self._mark = mark

        self._floor.commit(lambda unit: keep_mark(unit, mark), done, lambda fault: log.error("no mark kept: %s", fault))

    def _printer_answer(self, status: PrinterStatus | None) -> None:
        self._asked_printer = False
        self._floor.state.printer_status = status
        self._printer_due = self._floor.monotonic() + self._floor.settings.printer_check

    def health(self) -> HealthView:
        """What works right now, as the screens say it."""
        state, central = self._floor.state, self._floor.till.central
        weigh = self._floor.visit.weigh
        scale, head = self._of("scale"), self._floor.till.catalogue.head()
        if scale == "ok" and weigh is not None and weigh.state == "fault":
            scale = "fault"
        return HealthView(
            online=central.online(),
            offline_since=None if central.online() else central.offline_since(),
            terminal=self._terminal(),
            printer=self._printer(),
            scanner=self._of("scanner"),
            scale=scale,
            camera=self._of("camera"),
            waiting_uploads=max(0, state.last_sequence - central.acknowledged()),
            closed_reason=state.close_reason if state.stage is Stage.CLOSED else "",
            recalls_as_of=None if central.online() else central.offline_since() or head.published_at,
            refused_rules=tuple(rule.rule_id for rule in self._floor.till.catalogue.refused_rules()),
            terminal_reason=self._why_away(),
        )

    def _terminal(self) -> str:
        if self._settle.unsettled and self._floor.state.stage not in MONEY_MOVES:
            return "settling"
        health = self._floor.state.terminal_health
        if self._floor.state.closing_day:
            return "away"
        return "ready" if health in (TerminalHealth.READY, TerminalHealth.BUSY) else "away"

    def _why_away(self) -> str:
        health = self._floor.state.terminal_health
        if self._floor.state.closing_day:
            health = TerminalHealth.END_OF_DAY_DUE
        return health.value if health is not None and self._terminal() == "away" else ""

    def _printer(self) -> str:
        status = self._floor.state.printer_status
        if self._floor.till.printer is None:
            return "none"
        if status is None:
            return "away"
        if status.cover_open:
            return "cover"
        if status.paper is PaperState.OUT:
            return "out"
        if not status.online:
            return "away"
        return "near_end" if status.paper is PaperState.NEAR_END else "ok"

    def _of(self, category: str) -> str:
        devices = [x for x in self._floor.state.devices.values() if x.category == category]
        if not devices:
            return "none"
        if any(x.online for x in devices):
            return "ok"
        young = self._floor.monotonic() - min(x.since for x in devices) < self._floor.settings.scanner_warming
        if category == "scanner" and young and not any(x.was_online for x in devices):
            return "warming"
        return "away"
