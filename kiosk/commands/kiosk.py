"""`baro kiosk`: the real thing, full screen, as kiosk.toml says."""

import argparse
import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

from kiosk.bootstrap.masked_output import mask_output
from kiosk.commands.command_line import CommandFailed, ExitCode


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("--settings", type=Path, help="settings file (default: BARO_SETTINGS, ./kiosk.toml, /etc/baro)")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--enrol", metavar="CODE", help="make this machine a station with a one-time code of central")
    parser.add_argument("--name", default=socket.gethostname(), help="name of this machine in central's list")
    parser.add_argument("--log", default="warning", choices=("debug", "info", "warning", "error"), help="what to log")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Run the kiosk until it is ended, or enrol it."""
    logging.basicConfig(level=chosen.log.upper(), format="%(asctime)s %(name)s %(levelname)s %(message)s")
    mask_output()
    path = chosen.settings or settings_file()
    if chosen.enrol:
        return _enrol(path, chosen.enrol, chosen.name)
    if path is None:
        raise CommandFailed(
            "no kiosk.toml here, in BARO_SETTINGS or /etc/baro: write one (docs/install.md) or try `baro demo`",
            ExitCode.SETTINGS,
        )
    if not path.is_file():
        raise CommandFailed(f"{path} is not there", ExitCode.SETTINGS)
    from kiosk.bootstrap.run_window import RunningKiosk

    with explained():
        return RunningKiosk(path, full_screen=False if chosen.windowed else None, fail_point=fail_point()).run()


def settings_file() -> Path | None:
    """The settings file of this machine, found without loading what checks it."""
    from kiosk.bootstrap.first_look import SEARCHED

    named = os.environ.get("BARO_SETTINGS")
    if named:
        return Path(named)
    return next((Path(path) for path in SEARCHED if Path(path).is_file()), None)


def fail_point() -> Callable[[str], None] | None:
    """Kills this process at the step that BARO_FAIL_POINT names (K0.before ... K9.after); for fault tests."""
    wanted = os.environ.get("BARO_FAIL_POINT")
    if not wanted:
        return None
    import signal

    def point(name: str) -> None:
        if name == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    return point


class explained:  # noqa: N801 (reads as a word at its place)
    """Turns what keeps a kiosk from opening into a sentence and an exit code."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> None:
        if not isinstance(fault, Exception) or isinstance(fault, CommandFailed):
            return
        from hardware.errors import DeviceMisused
        from kiosk.bootstrap.station import StationNotReady
        from kiosk.database.errors import StationFault
        from kiosk.settings import SettingsError
        from sync.agent.central_client import CentralAway, CentralRefused

        if isinstance(fault, SettingsError | DeviceMisused):
            raise CommandFailed(str(fault), ExitCode.SETTINGS) from fault
        if isinstance(fault, CentralAway | CentralRefused):
            raise CommandFailed(f"central: {fault}", ExitCode.UNREACHABLE) from fault
        if isinstance(fault, StationFault):
            raise CommandFailed(str(fault), ExitCode.DAMAGED) from fault
        if isinstance(fault, StationNotReady):
            raise CommandFailed(str(fault)) from fault


def _enrol(path: Path | None, code: str, name: str) -> int:
    from kiosk.bootstrap.station import enrol_station
    from kiosk.settings import load_settings

    with explained():
        identity = enrol_station(load_settings(path), code, name)
    print(f"this machine is station {identity.station}, shop {identity.shop}, lane {identity.lane}")
    return ExitCode.OK
