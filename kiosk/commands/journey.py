"""`baro journey`: a recorded purchase played offscreen on real parts, with a picture of each step."""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

if TYPE_CHECKING:
    from types import TracebackType

    from kiosk.bootstrap.run_window import RunningKiosk

DEMO_JOURNEY = Path(__file__).parents[2] / "resources" / "demo" / "journey.json"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("script", nargs="?", type=Path, default=DEMO_JOURNEY, help="journey file (docs/journeys.md)")
    parser.add_argument("--world", type=Path, help="folder of a running demo; left out: start one and end it again")
    parser.add_argument("--folder", type=Path, default=Path("var/journey"), help="where a world of its own is kept")
    parser.add_argument("--out", type=Path, default=Path("var/journey/pictures"), help="where pictures go")
    parser.add_argument("--size", default="1080x1920x27", help="panel as WIDTHxHEIGHTxINCHES")
    parser.add_argument("--json", action="store_true", help="answer the report as JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Play the journey; 1 when a step does not come true or the four totals differ."""
    steps = read_steps(chosen.script)
    if chosen.world:
        report = play(chosen.world, steps, chosen.out, quiet=chosen.json)
    else:
        from kiosk.commands.demo_world import DemoWorld
        from sync.central.interruption import Interruption

        with Interruption() as interruption:
            world = DemoWorld(chosen.folder, (lambda _: None) if chosen.json else print, interruption=interruption)
            try:
                world.start(panel(chosen.size))
                report = play(world.folder, steps, chosen.out, quiet=chosen.json)
                interruption.check()
            finally:
                world.stop()
    if chosen.json:
        print_json(report)
    else:
        print(f"pictures: {chosen.out.resolve()}")
    return ExitCode.OK


def panel(text: str) -> tuple[int, int, float]:
    """A panel from WIDTHxHEIGHTxINCHES."""
    try:
        width, height, inches = text.split("x")
        return int(width), int(height), float(inches)
    except ValueError:
        raise CommandFailed(f"{text!r} is no panel; write it like 1080x1920x27", ExitCode.USAGE) from None


def read_steps(path: Path) -> list[dict[str, Any]]:
    """The steps of a journey file; raises `CommandFailed` for one that is not there or not a list of objects."""
    try:
        steps = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CommandFailed(f"{path}: {error.strerror}", ExitCode.DAMAGED) from error
    except ValueError as error:
        raise CommandFailed(f"{path} is not JSON: {error}", ExitCode.DAMAGED) from error
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise CommandFailed(f"{path}: a journey is a list of objects", ExitCode.DAMAGED)
    return steps


def _draw_without_display() -> None:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")


def play(world: Path, steps: Sequence[Mapping[str, Any]], out: Path, *, quiet: bool) -> list[dict[str, Any]]:
    """Play the steps on a kiosk window in this process against a running world; answers the pictures' reports."""
    _draw_without_display()
    from dataclasses import asdict

    from PySide6.QtCore import QCoreApplication

    from kiosk.bootstrap.run_window import RunningKiosk
    from kiosk.commands.kiosk import explained, fail_point
    from kiosk.commands.simulated_devices import DeviceControls
    from kiosk.ui.journey_player import JourneyFailed, JourneyPlayer

    reports: list[dict[str, Any]] = []
    failures: list[JourneyFailed] = []

    def ready(kiosk: "RunningKiosk") -> None:
        program, models = kiosk.program, kiosk.models
        if program is None or models is None:
            return
        player = JourneyPlayer(
            kiosk.window.window,
            lambda: program.session.snapshot,
            models.page,
            DeviceControls(world / "devices"),
            out,
            program.clock.now,
            (lambda _: None) if quiet else print,
        )
        try:
            reports.extend(asdict(report) for report in player.play(steps))
        except JourneyFailed as failure:
            failures.append(failure)
        finally:
            kiosk.window.application.quit()

    def unforeseen(kind: type[BaseException], fault: BaseException, trace: "TracebackType | None") -> None:
        """What Qt would only print while the window stands there for ever."""
        sys.__excepthook__(kind, fault, trace)
        failures.append(JourneyFailed(f"the kiosk failed: {fault!r}"))
        QCoreApplication.exit(1)

    sys.excepthook = unforeseen
    with explained():
        RunningKiosk(world / "kiosk.toml", full_screen=False, fail_point=fail_point(), when_ready=ready).run()
    if failures:
        raise CommandFailed(str(failures[0]))
    return reports
