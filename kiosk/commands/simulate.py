"""`baro simulate`: one simulated device that speaks its real protocol, steered by hand or by another program."""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from hardware.errors import DeviceError, DeviceMisused
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

DEVICES = ("scanner", "hid_scanner", "evdev_scanner", "camera", "scale", "printer", "terminal", "benefits")
PROTOCOLS = ("nexo", "zvt", "zvt-serial", "toss-front")
PHOTOS = Path(__file__).parents[2] / "resources" / "demo" / "photos"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("device", choices=(*DEVICES, "all"), help="which device to simulate, or all of them")
    parser.add_argument(
        "--folder", type=Path, default=Path("var/simulated"), help="where ptys, receipts and the ledger lie"
    )
    parser.add_argument(
        "--protocol", choices=PROTOCOLS, default="nexo", help="which protocol the terminal speaks (default: nexo)"
    )
    parser.add_argument(
        "--script", type=Path, metavar="FILE", help="JSON of how the terminal's next payments and reversals go"
    )
    parser.add_argument("--json", action="store_true", help="say addresses as one JSON object")
    parser.epilog = (
        'Type a command and its arguments as JSON to steer it, for example: send {"text": "8801234567893"}. '
        "`help` lists the commands; an empty line changes nothing; Ctrl-C ends."
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Start the device, say where it is, obey what is typed until Ctrl-C."""
    from kiosk.commands.simulated_devices import SimulatedDevices

    names = DEVICES if chosen.device == "all" else (chosen.device,)
    if "terminal" not in names and (chosen.script or chosen.protocol != PROTOCOLS[0]):
        raise CommandFailed("--protocol and --script are the terminal's", ExitCode.USAGE)
    try:
        devices = SimulatedDevices(chosen.folder, PHOTOS, chosen.protocol, chosen.script)
    except DeviceMisused as wrong:
        raise CommandFailed(str(wrong), ExitCode.USAGE) from wrong
    devices.start(names)
    try:
        tables = devices.settings(names)
        if chosen.json:
            print_json({"devices": tables, "controls": devices.controls()})
        else:
            for table in tables:
                print(f"{table['name']}: driver {table['driver']}, address {table['address']}")
        sys.stdout.flush()
        _obey({name: devices.commands(name) for name in names})
    finally:
        devices.stop()
    return ExitCode.OK


def _obey(commands: dict[str, dict[str, Callable[..., object]]]) -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    only = next(iter(commands)) if len(commands) == 1 else ""
    for line in sys.stdin:
        words = line.strip().split(maxsplit=1 if only else 2)
        if not words:
            continue
        try:
            print(json.dumps(_answer(commands, [only, *words] if only else words), ensure_ascii=False, default=str))
        except (CommandFailed, DeviceError, ValueError, TypeError) as error:
            print(f"cannot: {error}")
        sys.stdout.flush()
    while not stop.wait(0.5):  # standard input is closed: run until ended from outside
        pass


def _answer(commands: dict[str, dict[str, Callable[..., object]]], words: list[str]) -> object:
    if words[-1] == "help":
        return {name: sorted(there) for name, there in commands.items()}
    device, command, *rest = [*words, ""][:3] if len(words) > 1 else [words[0], "", ""]
    if device not in commands or command not in commands[device]:
        raise CommandFailed("say help to see the commands", ExitCode.USAGE)
    arguments = json.loads(rest[0]) if rest and rest[0] else {}
    if not isinstance(arguments, dict):
        raise CommandFailed('the arguments are a JSON object, like {"grams": 842}', ExitCode.USAGE)
    return commands[device][command](**arguments)
