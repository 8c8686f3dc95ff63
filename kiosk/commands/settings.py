"""`baro settings`: every setting with its default and sentence, or the check of a settings file."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hardware.transports.camera_address import without_secrets
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.settings import Settings, SettingsError, find_settings, is_secret, listed, load_settings
from sync.wire.remote_settings import remote_fields


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("--check", metavar="FILE", type=Path, help="read this file and say whether it can be used")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List all settings, or check a file."""
    if chosen.check:
        return _check(chosen.check, as_json=chosen.json)
    remote = {key for key, _field in remote_fields()}
    rows = [
        {"key": key, "takes": takes, "default": str(default), "sentence": sentence, "remote": key in remote}
        for key, takes, default, sentence in listed()
    ]
    if chosen.json:
        print_json(rows)
        return ExitCode.OK
    found = find_settings()
    print(f"settings file: {found or 'none found (BARO_SETTINGS, ./kiosk.toml, /etc/baro/kiosk.toml)'}\n")
    for row in rows:
        remotely = " Central may set it." if row["remote"] else ""
        print(f"{row['key']} = {row['default']}\n    {row['sentence']} Takes {row['takes']}.{remotely}")
    return ExitCode.OK


def _without_secrets(told: Any) -> Any:
    if isinstance(told, str):
        return without_secrets(told)  # the address of a network camera may hold its password
    if isinstance(told, dict):
        return {key: "***" if is_secret(key) and value else _without_secrets(value) for key, value in told.items()}
    return [_without_secrets(value) for value in told] if isinstance(told, list) else told


def _wrong_devices(settings: Settings) -> Iterator[str]:
    """What of the devices no driver takes: drivers are made, nothing is opened."""
    from hardware.driver_table import build
    from hardware.errors import DeviceMisused

    for number, device in enumerate(settings.devices):
        try:
            build(device.category, device.driver, device.address, device.options, name=device.name)
        except DeviceMisused as problem:
            yield f"devices.{number} ({device.name}): {problem}"


def _check(path: Path, *, as_json: bool) -> int:
    try:
        settings = load_settings(path)
    except SettingsError as error:
        raise CommandFailed(str(error), ExitCode.SETTINGS) from error
    wrong = list(_wrong_devices(settings))
    if wrong:
        raise CommandFailed("\n".join(f"{path}: {sentence}" for sentence in wrong), ExitCode.SETTINGS)
    if as_json:
        print_json(_without_secrets(settings.model_dump(mode="json")))
    else:
        print(f"{path}: can be used; {len(settings.devices)} devices")
    return ExitCode.OK
