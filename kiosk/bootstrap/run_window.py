"""Runs a kiosk in its window: the first frame at once, the till behind it as soon as it is there."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bootstrap.first_look import first_look
from kiosk.ui.kiosk_window import KioskWindow
from kiosk.ui.panel import Panel

if TYPE_CHECKING:
    from kiosk.bootstrap.kiosk_program import KioskProgram
    from kiosk.settings import Settings
    from kiosk.ui.kiosk_models import KioskModels
    from kiosk.ui.session_thread import BackgroundWork, SessionThread

log = logging.getLogger("baro.kiosk")


class RunningKiosk:
    """A window and, once it is built, the kiosk behind it; `fault` says why it could not be built."""

    def __init__(
        self,
        settings_file: Path | None,
        *,
        full_screen: bool | None = None,
        fail_point: Callable[[str], None] | None = None,
        when_ready: Callable[[RunningKiosk], None] = lambda _kiosk: None,
    ) -> None:
        look = first_look(settings_file)
        self._settings_file = settings_file
        self._fail_point = fail_point
        self._when_ready = when_ready
        panel = Panel(look.width, look.height, look.diagonal_inch, look.bottom_mm)
        pictures = (look.pictures,) if look.pictures else None
        self.window = KioskWindow(
            panel, full_screen=look.full_screen if full_screen is None else full_screen, pictures=pictures
        )
        self.thread: SessionThread
        self.background: BackgroundWork | None = None
        self.program: KioskProgram | None = None
        self.models: KioskModels | None = None
        self.fault: Exception | None = None
        self.window.when_shown(self._prepare)

    def run(self) -> int:
        """Show until told to quit; raises what kept the kiosk from opening."""
        code = self.window.run()
        self.close()
        if self.fault is not None:
            raise self.fault
        return code

    def close(self) -> None:
        """End in order: pages, devices, exchange with central, files."""
        self.window.close()
        if self.program is not None:
            self.program.close()
        if self.background is not None:
            self.background.close()
        # What the closed kiosk still holds goes now: the barcode library complains about what outlives it.
        self.program = self.models = None
        self._when_ready = lambda _kiosk: None
        gc.collect()

    def _prepare(self) -> None:
        """Load code and settings and, at a first start, the catalogue, beside the window."""
        from kiosk.ui.session_thread import BackgroundWork, SessionThread

        self.thread = SessionThread()
        background = self.background = BackgroundWork(self.thread.post)
        try:
            self.window.load_pages()
        except Exception as fault:  # Qt would swallow it here, and the window would say its name for ever
            self._failed(fault)
            return
        self.window.starting("data")

        def work() -> None:
            try:
                settings = self._settings()
            except Exception as fault:  # every fault is told to whoever started the kiosk
                wrong = fault
                self.thread.post(lambda: self._failed(wrong))
            else:
                self.thread.post(lambda: self._build(settings, background))

        threading.Thread(target=work, name="start", daemon=True).start()

    def _settings(self) -> Settings:
        import kiosk.bootstrap.kiosk_program
        import kiosk.bootstrap.window_models  # noqa: F401
        from kiosk.bootstrap.station import fetch_first_catalogue, identity_folder
        from kiosk.settings import load_settings

        settings = load_settings(self._settings_file)
        files = identity_folder(settings.station.folder)
        if files.enrolled:
            fetch_first_catalogue(settings, files.identity())
        return settings

    def _build(self, settings: Settings, background: BackgroundWork) -> None:
        from kiosk.bootstrap.kiosk_program import build_kiosk
        from kiosk.bootstrap.window_models import window_models
        from kiosk.checkout.ports import no_fail_point
        from kiosk.ui.stray_keys import StrayKeys

        self.window.starting("devices")
        try:
            point = self._fail_point or no_fail_point
            self.program = build_kiosk(settings, self.thread.post, background, point, self._broken)
            self.models = window_models(self.program, self.window.stage)
        except Exception as fault:  # as above
            self._failed(fault)
            return
        program, models = self.program, self.models

        def tick() -> None:
            program.session.tick()
            program.devices.measure()
            models.tell_time(program.clock.now())

        self.window.show_models(models, tick)
        self.window.take_keys(program.devices.wedge or StrayKeys(lambda: typed_unasked(program)))
        program.session.ready()
        self._when_ready(self)

    def _broken(self, reason: str) -> None:
        """Nobody knows what the disk holds: end, so that the next start looks and settles."""
        self.thread.post(lambda: self._failed(RuntimeError(f"the station's file can no longer be written: {reason}")))

    def _failed(self, fault: Exception) -> None:
        log.error("the kiosk cannot open: %s", fault)
        self.fault = fault
        self.window.application.exit(1)


def typed_unasked(program: KioskProgram) -> None:
    """A scanner of this kiosk types, though none is set to: staff look, as after any change of set-up."""
    from hardware.ports.scanner import CodeRefused

    why = "a scanner types like a keyboard: check its interface in its set-up, or name it with the driver wedge"
    program.session.scan(CodeRefused(why, "keyboard", program.clock.monotonic(), setup_changed=True))
