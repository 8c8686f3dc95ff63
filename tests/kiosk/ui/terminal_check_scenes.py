"""Moments of the technician's terminal page: every way a terminal answers, and how the last payments ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hardware.ports.payment_terminal import HealthReport, TerminalCapabilities, TerminalHealth
from kiosk.checkout.snapshot import StaffView
from kiosk.domain.sale import AttemptState, PaymentAttempt
from kiosk.technician.terminal_page import TerminalPage
from tests.fakes.asked_terminal import ToldTerminal
from tests.fakes.demo_aisle import AtOnce
from tests.kiosk.ui.scenes import NOON, closed
from tests.kiosk.ui.shown_models import models_showing

CAN = TerminalCapabilities(
    partial_approval=True,
    reversal_by_reference=True,
    status_by_reference=True,
    refund_without_card=True,
    partial_reversal=True,
    extras=frozenset({"refund", "display", "ask", "print", "read_token", "vendor_extra"}),
)
FRONT = TerminalCapabilities(
    partial_approval=False,
    reversal_by_reference=True,
    status_by_reference=True,
    refund_without_card=False,
    reversal_needs_card=True,
    abort_after_start=False,
    months=(2, 3, 4, 5, 6, 10, 12),
    amount_split=True,
    amount_confirmed=False,
    receipts=False,
    tried=False,
    extras=frozenset({"print", "scan"}),
)
ENDS = (
    (AttemptState.APPROVED, "30128846", ""),
    (AttemptState.DECLINED, "", "Refusal"),
    (AttemptState.REVERSED, "30128813", "signature"),
    (AttemptState.UNKNOWN, "", "no answer"),
    (AttemptState.ABORTED, "", "Cancel"),
)
LAST = tuple(
    PaymentAttempt(
        f"A{place}", "S1", f"30004{12 - place}", 19290, "KRW", state, NOON - timedelta(minutes=3 * place),
        charged=19290 if approval else 0, approval_code=approval, reason=reason, masked_card="9411-12**-****-3456",
    )
    for place, (state, approval, reason) in enumerate(ENDS)
)  # fmt: skip
READY = HealthReport(TerminalHealth.READY, "", 112.4, {"firmwareVersion": "adyen_v1_98p8", "terminal": "P400-275"})


def page(terminal: ToldTerminal | None, last: tuple[PaymentAttempt, ...] = LAST) -> TerminalPage:
    return TerminalPage(terminal, lambda count: last[:count], AtOnce(), lambda: NOON)


def checking(
    report: HealthReport | None,
    can: TerminalCapabilities = CAN,
    last: tuple[PaymentAttempt, ...] = LAST,
    *,
    none: bool = False,
    at_till: str = "ready",
) -> Any:
    """The page as a technician sees it who opened it from the devices."""
    staff = StaffView(True, "문태오", "technician")
    terminal = None if none else ToldTerminal(can, report)
    suspended = closed()
    health = replace(suspended.health, closed_reason="technician", terminal=at_till)
    models: Any = models_showing(replace(suspended, staff=staff, health=health), terminal=page(terminal, last))
    models.navigator.open("devices")
    models.navigator.open("terminal_check")
    return models


def saying(health: TerminalHealth, message: str, **more: Any) -> HealthReport:
    return HealthReport(health, message, **more)


HELLO = {"serial": "TF2-0042", "plugin": "0.9.0", "sdk": "v1", "merchant": "바로 성수점"}
TERMINAL_STATES: dict[str, tuple[str, Callable[[], Any]]] = {
    name: ("TerminalCheckScreen", make)
    for name, make in {
        "terminal_check": lambda: checking(READY),
        "terminal_check_asking": lambda: checking(None),
        "terminal_check_slow": lambda: checking(replace(READY, round_trip_ms=2410.0)),
        "terminal_check_no_answer": lambda: checking(
            saying(TerminalHealth.UNREACHABLE, "192.168.10.21:8443 does not answer.")
        ),
        "terminal_check_key": lambda: checking(
            saying(TerminalHealth.WRONG_CERTIFICATE, "The certificate ended on 2026-11-01.", round_trip_ms=88.0)
        ),
        "terminal_check_old": lambda: checking(
            saying(
                TerminalHealth.NEEDS_ATTENTION,
                "The terminal's software is too old: it lacks payment, cancel or look-up.",
                round_trip_ms=31.0,
                versions=HELLO,
                outdated=True,
            ),
            FRONT,
        ),
        "terminal_check_busy": lambda: checking(
            saying(TerminalHealth.BUSY, "The terminal is in another dialogue.", round_trip_ms=95.0)
        ),
        "terminal_check_paper": lambda: checking(
            saying(TerminalHealth.PAPER_OUT, "The terminal's printer reports NoPaper.", round_trip_ms=95.0)
        ),
        "terminal_check_day": lambda: checking(
            saying(TerminalHealth.END_OF_DAY_DUE, "status DD", round_trip_ms=140.0, versions={"software": "H5000 4.2"})
        ),
        "terminal_check_untried": lambda: checking(replace(READY, versions=HELLO), FRONT, ()),
        "terminal_check_settling": lambda: checking(READY, at_till="settling"),
        "terminal_check_none": lambda: checking(None, none=True),
    }.items()
}


def trying() -> Any:
    """The question before a real card is charged."""
    models: Any = checking(READY)
    models.navigator.showSheet("try_terminal")
    return models


TERMINAL_STATES["try_terminal"] = ("TryTerminalSheet", trying)
