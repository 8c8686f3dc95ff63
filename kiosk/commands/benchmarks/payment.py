"""What the kiosk adds to a card payment: from the chosen tender to the committed sale, beside the driver alone.

The terminal approves at once, so that nothing of its own time is in either. In turns at the same simulated terminal:
a driver that only asks for the money, and the whole till with its journal, attempt, sale and receipt number on disk.
"""

import base64
import contextlib
import logging
import queue
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.commands.benchmarks.figure import Figure, percentile
from kiosk.domain.checkout_state import Stage

if TYPE_CHECKING:
    from kiosk.commands.simulated_terminals import SimulatedTerminal

ITEMS, SEED = 1_000, 7
PATIENCE, TICK = 20.0, 0.05
T = TypeVar("T")
log = logging.getLogger(__name__)


def measure(*, long: bool) -> list[Figure]:
    """The whole payment and the driver alone, for each protocol whose simulator runs on this machine."""
    from hardware.errors import DeviceError

    rounds = 200 if long else 40
    figures: list[Figure] = []
    for protocol in ("nexo", "zvt", "zvt-serial", "toss-front"):
        try:
            whole, alone = _of(protocol, rounds)
        except DeviceError as missing:
            log.warning("%s is not measured: %s", protocol, missing)
            continue
        note = "the terminal approves at once; the kiosk's journal, attempt and sale are flushed to the disk"
        for share in (0.5, 0.95):
            # Not of each pair: a terminal that rests between two payments makes the second of a pair the slower one.
            baseline, taken = percentile(alone, share), percentile(whole, share)
            for name, value in (("tender to committed sale", taken), ("added by the kiosk", taken - baseline)):
                label = f"{protocol}: {name}, p{share * 100:.0f}"
                figures.append(Figure(label, value, "ms", "the driver alone", baseline, note=note))
    return figures


def _of(protocol: str, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of whole payments and of the driver alone, in turns at one terminal."""
    from kiosk.commands.simulated_terminals import simulated_terminal

    whole: list[float] = []
    alone: list[float] = []
    with tempfile.TemporaryDirectory(prefix="baro-bench-") as name:
        folder = Path(name)
        terminal = simulated_terminal(protocol, folder / "devices")
        terminal.start()
        try:
            terminal.hold_card(0.0)
            with _Till(folder / "station", terminal) as till:
                for number in range(-2, rounds):
                    ways = ((till.buy, whole), (till.ask_only, alone))
                    for way, kept in ways if number % 2 else ways[::-1]:
                        took = way()
                        if number >= 0:  # the first ones open connections
                            kept.append(took)
        finally:
            terminal.stop()
    return whole, alone


class _Till:
    """A whole till without a window on its own files; the calling thread is the session's."""

    def __init__(self, folder: Path, terminal: "SimulatedTerminal") -> None:
        self._folder, self._terminal = folder, terminal
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._number = 0

    def __enter__(self) -> "_Till":
        from kiosk.bootstrap.kiosk_program import build_kiosk
        from kiosk.bootstrap.station import identity_folder
        from kiosk.database.lookup_benchmark import build_catalogue
        from kiosk.settings import DeviceSection, Settings, StationSection
        from sync.wire.enrolment import EnrolmentAnswer
        from sync.wire.remote_settings import TillSection

        secret = base64.b64encode(bytes(32)).decode()
        self._folder.mkdir(parents=True)
        identity_folder(self._folder).keep(
            EnrolmentAnswer(
                station="BENCH-1",
                shop="BENCH",
                lane="1",
                central_key=secret,
                staff_secret=secret,
                receipt_base_url="https://r.example",
            )
        )
        build_catalogue(self._folder / "catalogue.db", ITEMS, SEED)
        device = DeviceSection(
            name="terminal",
            category="terminal",
            driver=self._terminal.driver,
            address=self._terminal.address,
            options=self._terminal.options,
        )
        settings = Settings(
            station=StationSection(folder=self._folder),
            till=TillSection(duplicate_read_ms=0, print_paper="never"),
            devices=(device,),
        )
        post = self._posted.put
        self._program = build_kiosk(settings, post, _Background(post))
        self._session = self._program.session
        self._session.ready()
        self._until(lambda: self._session.snapshot.stage is Stage.IDLE, "the till opens")
        self._until(lambda: self._session.snapshot.health.terminal == "ready", "the terminal is ready")
        return self

    def __exit__(self, *_: object) -> None:
        self._program.close()

    def buy(self) -> float:
        """One sale by card; milliseconds from the chosen tender to the sale on disk."""
        from hardware.ports.scanner import CodeRead
        from kiosk.database.lookup_benchmark import synthetic_gtin

        session = self._session
        session.begin()
        self._number += 1
        gtin = synthetic_gtin(self._number % ITEMS + 1)
        session.scan(CodeRead(gtin[1:], "EAN-13", "bench", time.monotonic()))
        session.pay()
        self._until(lambda: session.snapshot.stage is Stage.CHOOSING_TENDER, "the tender page")
        self._until(lambda: not self._program.station.writer.waiting, "the cart is kept")
        begun = time.perf_counter()
        session.choose_tender("card")
        self._until(lambda: session.snapshot.stage is Stage.DONE, "the sale is committed")
        took = (time.perf_counter() - begun) * 1000
        session.finish()
        return took

    def ask_only(self) -> float:
        """The same driver on its thread, asked for money by nobody's till; milliseconds."""
        from hardware.ports.payment_terminal import MoneyRequest, Outcome, TerminalResult
        from kiosk.checkout.keep_evidence import KeepsBeforeConfirming
        from kiosk.checkout.terminal_request import keep_mark, mark_of

        self._number += 1
        ended: list[TerminalResult] = []
        worker = self._program.devices.terminal
        assert worker is not None  # noqa: S101  # the settings name one
        at = datetime.now(UTC).isoformat()
        name, mark = f"Z{self._number:09d}", self._program.station.writer.run(mark_of)
        asked = MoneyRequest(name, 1000 + self._number, "KRW", f"bench-{self._number}", at, mark=mark)
        with contextlib.ExitStack() as undo:
            if isinstance(worker, KeepsBeforeConfirming):  # nobody's till waits for it: the driver confirms by itself
                undo.callback(worker.keep_by, worker.keep_by(None))
            begun = time.perf_counter()
            worker.authorise(asked, lambda _news: None, ended.append)
            self._until(lambda: bool(ended), "the terminal answers")
            took = (time.perf_counter() - begun) * 1000
        if ended[0].outcome is not Outcome.APPROVED:
            raise RuntimeError(f"the simulated terminal said {ended[0].outcome.value}: {ended[0].message}")
        # The till must not take this payment for a stranger's when it comes to its own.
        self._program.station.writer.run(lambda unit: keep_mark(unit, ended[0].mark))
        return took

    def _until(self, there: Callable[[], bool], what: str) -> None:
        """Run what was posted, the very moment it comes, until `there`."""
        ends = time.monotonic() + PATIENCE
        ticked = 0.0
        while not there():
            now = time.monotonic()
            if now > ends:
                raise RuntimeError(f"waited in vain until {what}; the till is at {self._session.snapshot.stage.value}")
            if now - ticked > TICK:
                ticked = now
                self._session.tick()
            with contextlib.suppress(queue.Empty):
                self._posted.get(timeout=TICK)()


class _Background:
    """Slow work on threads of its own."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `work`; answers come through the queue."""

        def run() -> None:
            try:
                found = work()
            except Exception as fault:  # whatever it is, the till is told
                wrong = fault
                self._post(lambda: failed(wrong))
            else:
                self._post(lambda: done(found))

        threading.Thread(target=run, daemon=True).start()
