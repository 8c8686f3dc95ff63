"""Kiosks that begin in a moment and are killed: `python -m tests.fakes.killable_till`.

This process loads the kiosk's code once and forks a process for each line of JSON on its standard input (the
`Errand`): a whole kiosk without a window, on the real station files, with the real driver of the terminal. First it
settles what the kiosk before it left, until nothing is open and central has all: it says {"calm": ...} and waits for a
line. Then it sells as a shopper does who tries again until it is paid, and dies by SIGKILL at the step named in the
errand. At the end this process says {"ended": exit code}. Pauses between questions to the terminal are shortened
(`PAUSES`), nothing else differs from the kiosk of a shop.
"""

import contextlib
import json
import logging
import os
import queue
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hardware.ports.scanner import CodeRead
from kiosk.bootstrap import device_workers, kiosk_program
from kiosk.bootstrap.kiosk_program import build_kiosk, session_settings
from kiosk.bootstrap.masked_output import mask_output
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from kiosk.settings import Settings, load_settings
from tests.fakes.plain_background import PlainBackground

TICK = 0.02
PATIENCE = 30.0
STAFF_COMES = 2.0  # seconds until a supervisor looks at what is still open
PAUSES = {
    "settle_pauses": (0.0, 0.1, 0.3, 1.0),
    "not_found_pause": 0.15,
    "in_progress_pause": 0.1,
    "unproven_pauses": (0.1, 0.3),
    "terminal_check": 1.0,
}
SUPERVISOR = "591836"


@dataclass(frozen=True)
class Errand:
    """What one kiosk process is to do; `out` gets what it prints.

    `point` is armed after the calm and kills at its `count`-th time; `early` is armed from the start, `early_count` its
    time. `seed` decides what the shopper does where there is a choice. Without `point` it ends after the calm.
    `quotes` is a text that faults nobody foresaw tell: one in the terminal's driver at the first payment, one that
    ends the process after the first sale; everything is logged then. `scans` are codes shown while a tender is chosen.
    """

    settings: str
    out: str
    seed: str = ""
    quotes: str = ""
    scans: tuple[str, ...] = ()
    staff_says_paid: bool = False
    point: str = ""
    count: int = 1
    early: str = ""
    early_count: int = 1


class FailPoint:
    """Kills this process when a step comes for the n-th time."""

    def __init__(self) -> None:
        self._wanted, self._left, self._since = "", 0, ""

    def arm(self, point: str, count: int, since: str = "") -> None:
        """From now on, or from when step `since` came."""
        self._left, self._since = count, since
        self._wanted = point

    def __call__(self, name: str) -> None:
        if name == self._since:
            self._since = ""
        if name != self._wanted or self._since:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def quick(settings: Settings) -> SessionSettings:
    return replace(session_settings(settings), **PAUSES)  # type: ignore[arg-type]


class KillableTill:
    """One kiosk process; the calling thread is the session's."""

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._chance = random.Random(errand.seed)
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._point = FailPoint()
        self._signed_in = False
        self._waits_since = 0.0
        self._decided = 0.0
        self._begun = time.perf_counter()
        self._point.arm(errand.early, errand.early_count)
        post = self._posted.put
        self.program = build_kiosk(load_settings(Path(errand.settings)), post, PlainBackground(post), self._point)
        self._session = self.program.session
        self._session.ready()

    def live(self) -> None:
        self._wait(self._calm, "calm")
        shown = self._session.snapshot
        say(
            {
                "calm": {
                    "pid": os.getpid(),
                    "stage": shown.stage.value,
                    "seconds": round(time.perf_counter() - self._begun, 3),
                }
            }
        )
        self._errands_line()
        if not self._errand.point:
            self.program.close()
            return
        # K8 and K9 are those of the upload that a sale wakes.
        since = "K6.after" if self._errand.point[:2] in ("K8", "K9") else ""
        self._point.arm(self._errand.point, self._errand.count, since)
        for _purchase in range(3):
            self._buy()
            if self._errand.quotes:
                int(self._errand.quotes)  # a fault that nobody foresaw, and that says what it was given
            self._point.arm(self._errand.point, 1, since)
        raise SystemExit(f"{self._errand.point} never came; at {self._session.snapshot.stage.value}")

    def _errands_line(self) -> None:
        """Wait for the test, which compares the books meanwhile; time goes on for the till."""
        told = threading.Event()

        def read() -> None:
            read_line()
            told.set()

        threading.Thread(target=read, daemon=True).start()
        self._wait(lambda: self._calm() and told.is_set(), "the test's word")

    def _calm(self) -> bool:
        self._decide(self._begun, lambda: self._errand.staff_says_paid)
        shown = self._session.snapshot
        settled = shown.stage in (Stage.IDLE, Stage.DONE) and shown.health.terminal == "ready"
        # A review waits for a person and lets the shop go on selling; here a person comes.
        if not settled or not shown.health.online or self._session._use.settle.open:
            return False
        if self.program.station.journal.waiting():
            # How an attempt ended goes up with the next round; the test is not to wait for that.
            self.program.station.central.wake()
            return False
        return True

    def _decide(self, since: float, slip: Callable[[], bool]) -> None:
        """Where people have to decide, a supervisor does, who comes some time after `since` and looks at the slip."""
        session = self._session
        staff = session.snapshot.staff
        wanted = [x for x in staff.requests if x.kind == "unknown_payment"] if staff else []
        now = time.perf_counter()
        if staff and staff.role and wanted:
            # Whoever decides looks at the terminal first, and not fifty times a second.
            if now > self._decided + 1.0:
                self._decided = now
                # What the terminal says it charged, and no sale can own, is given back.
                told = dict(wanted[0].evidence).get("charged", "0") not in ("", "0")
                paid = not told and slip()
                session.staff_decide(wanted[0].request_id, paid, "seen")
        elif staff and staff.role and session.snapshot.health.terminal == "ready":
            session.staff_sign_out()
        elif not self._signed_in and time.perf_counter() - since > STAFF_COMES:
            self._signed_in = True
            session.staff_sign_in(SUPERVISOR)

    def _buy(self) -> None:
        session = self._session
        if session.snapshot.stage is Stage.DONE:
            session.finish()
        session.begin()
        for code in ("8809999010012", "8809999090014"):
            session.scan(CodeRead(code, "EAN-13", "scanner", time.monotonic()))
        self._wait(lambda: session.snapshot.pieces == 2, "two pieces")
        session.pay()
        self._wait(lambda: session.snapshot.stage is Stage.CHOOSING_TENDER, "the tenders")
        for code in self._errand.scans:
            session.scan(CodeRead(code, "QR", "scanner", time.monotonic()))
        ends = time.monotonic() + PATIENCE
        while session.snapshot.stage is not Stage.DONE:
            if time.monotonic() > ends:
                raise SystemExit(f"not paid in time; at {session.snapshot.stage.value}")
            self._pay()
        done = session.snapshot.done
        if done is not None:
            # What was shown to the shopper is kept by whoever started this process (I-3).
            say({"sold": {"sale": done.sale_id, "receipt_number": done.receipt_number, "total": done.total}})
        self._wait(lambda: session.snapshot.health.waiting_uploads == 0, "the upload")

    def _decide_here(self) -> None:
        """The shopper waits for what the terminal cannot prove: a supervisor comes to this very purchase."""
        shown = self._session.snapshot
        if shown.stage is not Stage.CHECKING_PAYMENT:
            self._waits_since = 0.0
            self._signed_in = bool(shown.staff)
        elif not self._waits_since:
            self._waits_since, self._signed_in = time.perf_counter(), bool(shown.staff)
        if self._waits_since or (shown.staff and shown.staff.role):
            self._decide(self._waits_since, asked_for_the_slip)

    def _pay(self) -> None:
        self._decide_here()
        session, stage = self._session, self._session.snapshot.stage
        if stage in (Stage.CHOOSING_TENDER, Stage.NOT_PAID, Stage.PARTLY_PAID):
            if session.snapshot.health.terminal != "ready":
                self._turn()
            elif stage is Stage.PARTLY_PAID and self._chance.random() < 0.4:
                session.give_back()
            else:
                session.choose_tender("card")
        elif stage is Stage.PAYING and self._chance.random() < 0.02:
            payment = session.snapshot.payment
            if payment is not None and payment.step == "waiting_for_card":
                session.cancel_payment()
            self._turn()
        else:
            self._turn()

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        ends = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > ends:
                shown = self._session.snapshot
                raise SystemExit(f"waited for {what}; at {shown.stage.value}, {shown.health}")
            self._turn()

    def _turn(self) -> None:
        with contextlib.suppress(queue.Empty):
            self._posted.get(timeout=TICK)()
        self._session.tick()


def say(what: dict[str, object]) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


def asked_for_the_slip() -> bool:
    """Whether the terminal's slip says paid: the test looks at its book."""
    say({"slip": "?"})
    return read_line() == "paid\n"


def read_line() -> str:
    """One line of standard input, without taking more than it: parent and child read in turns."""
    line = b""
    while not line.endswith(b"\n"):
        octet = os.read(0, 1)
        if not octet:
            return ""
        line += octet
    return line.decode()


def run(errand: Errand) -> int:
    """In the child: everything of the kiosk, and its exit code."""
    handle = os.open(errand.out, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.dup2(handle, 2)
    kiosk_program.session_settings = quick
    logging.basicConfig(level=logging.DEBUG if errand.quotes else logging.WARNING, stream=sys.stderr)
    mask_output()  # as `baro kiosk` does
    zvt = sys.modules.get("hardware.drivers.zvt_settle")
    if zvt is not None:
        zvt.AGAIN_AFTER = 0.2  # type: ignore[attr-defined]
    front = sys.modules.get("hardware.drivers.front_terminal")
    if front is not None:
        front._PAUSES = (0.2, 0.3)  # type: ignore[attr-defined]
    if errand.quotes:
        device_workers.TerminalQueue.authorise = failing_once(errand.quotes)  # type: ignore[method-assign]
    try:
        KillableTill(errand).live()
    except SystemExit as end:
        sys.stderr.write(f"{end}\n")
        return 3
    except BaseException as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
        return 4
    return 0


def failing_once(quoted: str) -> Callable[..., None]:
    """The terminal's queue whose driver fails, once, after the terminal was paid: in a way that nobody foresaw."""
    sound = device_workers.TerminalQueue.authorise
    failed: list[bool] = []

    def authorise(queue_: device_workers.TerminalQueue, *told: Any, **more: Any) -> None:
        if not failed:
            failed.append(True)
            terminal = queue_._terminal
            paying = terminal.authorise

            def breaking(*asked: Any, **else_: Any) -> Any:
                paying(*asked, **else_)
                terminal.authorise = paying  # type: ignore[method-assign]
                return int(quoted)

            terminal.authorise = breaking  # type: ignore[method-assign]
        sound(queue_, *told, **more)

    return authorise


def serve() -> None:
    for driver in ("nexo_terminal", "zvt_terminal", "front_terminal"):
        with contextlib.suppress(ImportError):
            __import__(f"hardware.drivers.{driver}")
    say({"ready": True})
    while line := read_line():
        if not line.startswith("{"):
            continue  # was said to a kiosk that died before it could read it
        child = os.fork()
        if child == 0:
            code = run(Errand(**json.loads(line)))
            sys.stderr.flush()
            os._exit(code)
        say({"ended": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])})


def told(errand: Errand) -> str:
    return json.dumps(asdict(errand)) + "\n"


if __name__ == "__main__":
    serve()
