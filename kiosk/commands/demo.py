"""`baro demo`: everything on this machine — central, simulated devices, the kiosk and hands to play it with."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kiosk.commands.child_process import end, run_to_its_end
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.commands.demo_world import DEMO, ROOT, DemoWorld
from kiosk.commands.journey import DEMO_JOURNEY, panel, read_steps
from sync.central.interruption import Interruption

FOLDER = Path("var/demo")
HANDS_WIDTH = 440  # of the window with the hands, in pixels


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the demo is kept between starts")
    parser.add_argument("--fresh", action="store_true", help="forget earlier demos and begin anew")
    parser.add_argument(
        "--size", default="1080x1920x27", help="panel as WIDTHxHEIGHTxINCHES (1920x1080x24 is landscape)"
    )
    parser.add_argument("--offscreen", action="store_true", help="play the recorded journey even where a display is")
    parser.add_argument("--json", action="store_true", help="answer as JSON (offscreen only)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Run the demo until its window is closed; without a display play the recorded journey."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    say = _quiet if chosen.json else _aloud
    with Interruption() as interruption:
        world = DemoWorld(chosen.folder, say, fresh=chosen.fresh, interruption=interruption)
        try:
            world.start(panel(chosen.size))
            if display and not chosen.offscreen:
                return _window(world, interruption)
            say("no display: playing a recorded journey offscreen")
            return _journey(world, interruption, chosen.json)
        finally:
            world.stop()


def _journey(world: DemoWorld, interruption: Interruption, as_json: bool) -> int:
    from kiosk.commands.proof import prove

    pictures = world.folder / "pictures"
    command = [sys.executable, str(ROOT / "main.py"), "journey", str(DEMO_JOURNEY)]
    command += ["--world", str(world.folder), "--out", str(pictures), *(["--json"] if as_json else [])]
    read_steps(DEMO_JOURNEY)
    played = run_to_its_end(command, interruption, stdout=subprocess.PIPE if as_json else None, stderr=None)
    if played.returncode != ExitCode.OK:
        raise CommandFailed("the journey was not played to its end; the reason stands above", ExitCode.NO)
    proof = prove(world, pictures)
    if as_json:
        print_json(proof)
    else:
        print(f"on the screen {proof['screen']:,}, on the receipt {proof['receipt']:,}, ", end="")
        print(f"in the journal {proof['journal']:,}, at central {proof['central']:,} won")
        print(f"journal: {proof['chain']}; order {proof['orders']}")
        print(f"receipts: {world.folder / 'devices' / 'receipts'}")
    return ExitCode.OK if proof["same"] else ExitCode.NO


def _window(world: DemoWorld, interruption: Interruption) -> int:
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtGui import QFont, QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.bootstrap.first_look import first_look
    from kiosk.bootstrap.real_ports import ShopClock
    from kiosk.settings import load_settings
    from kiosk.ui.fonts import load_fonts
    from kiosk.ui.simulator_panel import SimulatorPanel, demo_acts

    application = QGuiApplication(["baro-demo"])
    load_fonts()
    application.setFont(QFont("Pretendard"))
    clock = ShopClock(load_settings(world.settings_file).station.time_zone)
    commands = {name: world.devices.commands(name) for name in ("scanner", "camera", "scale", "printer", "terminal")}
    commands["central"] = world.central_commands()

    def hands(device: str, command: str, arguments: Mapping[str, object]) -> object:
        return commands[device][command](**{k: _told(v, clock.now(), world) for k, v in arguments.items()})

    told = json.loads((DEMO / "hands.json").read_text("utf-8"))
    simulator = SimulatorPanel(demo_acts([tuple(x) for x in told["items"]], [tuple(x) for x in told["photos"]]), hands)
    engine = QQmlApplicationEngine()
    look = first_look(world.settings_file)
    room = application.primaryScreen().availableGeometry()
    scale = min(1.0, round((room.height() - 60) / look.height, 2))
    beside = min(int(look.width * scale) + 24, max(0, room.width() - HANDS_WIDTH))
    engine.setInitialProperties({"panel": simulator, "x": room.x() + beside, "y": room.y() + 24})
    engine.load(QUrl.fromLocalFile(str(ROOT / "resources/qml/Baro/simulator/SimulatorWindow.qml")))
    if not engine.rootObjects():
        raise CommandFailed("the simulator panel cannot be shown")
    kiosk = _start_kiosk(world, scale)
    watch = QTimer()
    watch.timeout.connect(lambda: application.quit() if interruption.came or kiosk.poll() is not None else None)
    watch.start(200)
    try:
        application.exec()
    finally:
        end(kiosk)
        simulator.close()
        engine.deleteLater()
    interruption.check()
    return ExitCode.OK


def _told(value: object, now: datetime, world: DemoWorld) -> object:
    """The text of a code, with the day or a code that is made for this touch put in."""
    from kiosk.ui.dated_text import dated

    if not isinstance(value, str):
        return value
    if value in ("{coupon}", "{voucher}"):
        return world.made_code(value.strip("{}"))
    return dated(value, now)


def _start_kiosk(world: DemoWorld, scale: float) -> "subprocess.Popen[bytes]":
    # The kiosk's panel is taller than most desks' screens; Qt draws the whole window smaller.
    environment = {**os.environ, **({"QT_SCALE_FACTOR": str(scale)} if scale < 1 else {})}
    command = [sys.executable, str(ROOT / "main.py"), "kiosk", "--settings", str(world.settings_file), "--windowed"]
    return subprocess.Popen(command, env=environment)  # noqa: S603


def _aloud(words: str) -> None:
    print(words, flush=True)


def _quiet(_words: str) -> None:
    pass
