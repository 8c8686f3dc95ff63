"""A whole kiosk without a window, to be killed: `python -m tests.fakes.headless_till SETTINGS STEPS`.

Real devices, real files, real central; only the window is left out, so that a run takes a second. STEPS is a JSON
list: {"scan": CODE}, {"do": COMMAND, "with": [...]}, {"hand": [DEVICE, COMMAND, {...}]}, {"until": {...}},
{"pause": N}, {"decide": APPROVE}, {"kill": true}. BARO_FAIL_POINT names the step of the payment at which the process
dies by SIGKILL. What is seen at the end is printed as JSON.
"""

import json
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hardware.ports.scanner import CodeRead
from kiosk.bootstrap.kiosk_program import KioskProgram, build_kiosk
from kiosk.checkout.ports import no_fail_point
from kiosk.commands.kiosk import fail_point
from kiosk.commands.simulated_devices import DeviceControls
from kiosk.settings import load_settings
from tests.fakes.plain_background import PlainBackground

TICK = 0.05
PATIENCE = 20.0


class HeadlessTill:
    """Plays steps on a kiosk; the calling thread is the session's."""

    def __init__(self, settings_file: Path) -> None:
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        post = self._posted.put
        settings = load_settings(settings_file)
        self._hands = DeviceControls(settings_file.parent / "devices")
        point = fail_point() or no_fail_point
        self.program: KioskProgram = build_kiosk(settings, post, PlainBackground(post), point)
        self.seen: list[str] = []
        self.program.session.subscribe(lambda shown: self._note(shown.stage.value))
        self.program.session.ready()

    def _note(self, stage: str) -> None:
        if not self.seen or self.seen[-1] != stage:
            self.seen.append(stage)

    def play(self, steps: list[Mapping[str, Any]]) -> None:
        session = self.program.session
        for step in steps:
            if "scan" in step:
                session.scan(CodeRead(str(step["scan"]), "EAN-13", "scanner", time.monotonic()))
            elif "do" in step:
                getattr(session, step["do"])(*step.get("with", ()))
            elif "hand" in step:
                self._by_hand(*step["hand"])
            elif "decide" in step:
                staff = session.snapshot.staff
                session.staff_decide(staff.requests[0].request_id if staff else "", step["decide"], "seen")
            elif "pause" in step:
                self._run(lambda: False, float(step["pause"]))
            elif "kill" in step:
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                self._until(step["until"])

    def _by_hand(self, device: str, command: str, arguments: Mapping[str, object] | None = None) -> None:
        """Somebody does something at a device while the till goes on."""
        threading.Thread(
            target=self._hands.call, args=(device, command), kwargs=dict(arguments or {}), daemon=True
        ).start()

    def _until(self, wanted: Mapping[str, Any]) -> None:
        if not self._run(lambda: not self._missing(wanted), PATIENCE):
            raise SystemExit(f"waited for {self._missing(wanted)}; {self.report()}")

    def report(self) -> dict[str, Any]:
        shown = self.program.session.snapshot
        return {
            "stage": shown.stage.value,
            "stages": self.seen,
            "total": shown.done.total if shown.done else shown.to_pay,
            "pieces": shown.pieces,
            "terminal": shown.health.terminal,
            "online": shown.health.online,
            "payment": shown.payment.step if shown.payment else "",
            "reason": shown.payment.reason if shown.payment else "",
            "print_state": shown.done.print_state if shown.done else "",
            "link": shown.done.link if shown.done else "",
            "notice": shown.notice.kind.value if shown.notice else "",
            "role": shown.staff.role if shown.staff else "",
            "requests": " ".join(request.kind for request in shown.staff.requests) if shown.staff else "",
            "waiting_uploads": shown.health.waiting_uploads,
        }

    def _run(self, done: Callable[[], bool], seconds: float) -> bool:
        ends = time.monotonic() + seconds
        tick_at = 0.0
        while not done():
            now = time.monotonic()
            if now > ends:
                return False
            if now >= tick_at:
                self.program.session.tick()
                tick_at = now + TICK
            try:
                self._posted.get(timeout=TICK / 2)()
            except queue.Empty:
                continue
        return True

    def _missing(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        there = self.report()
        return {
            key: (value, there[key])
            for key, value in wanted.items()
            if (there[key] not in value if isinstance(value, list) else there[key] != value)
        }


if __name__ == "__main__":
    till = HeadlessTill(Path(sys.argv[1]))
    try:
        till.play(json.loads(sys.argv[2]))
    except SystemExit:
        till.program.close()
        raise
    sys.stdout.write(json.dumps(till.report()))
    sys.stdout.flush()
    till.program.close()
