"""`baro devices`: the scanners and serial ports that are plugged in, with the address to write into kiosk.toml."""

import argparse
from dataclasses import asdict

from kiosk.commands.command_line import ExitCode, print_json


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument(
        "--drivers", action="store_true", help="list the drivers that there are instead, by kind of device"
    )
    parser.epilog = "Cameras are listed by `baro camera --list`."
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List them; the answer is no when there is none."""
    from hardware import driver_table
    from hardware.drivers.scanner_list import scanners_found

    if chosen.drivers:
        return _drivers(chosen.json)
    found = scanners_found(driver_table.USB)
    if chosen.json:
        print_json([asdict(one) for one in found])
    else:
        for one in found:
            named = " ".join(word for word in (one.maker, one.model, one.serial) if word) or "no name"
            print(f'{named}, socket {one.place}, now {one.path}\n    driver = "{one.driver}"')
            print(f'    address = "{one.address}"' + ("" if one.certain else "  # if this is the scanner"))
        if not found:
            print("no scanner, serial port or keyboard is plugged into USB")
    return ExitCode.OK if found else ExitCode.NO


def _drivers(as_json: bool) -> int:
    """What `driver` may be in kiosk.toml; one that no real device was tried with says so."""
    from hardware import driver_table

    offered = {
        kind: [driver_table.label(kind, driver) for driver in driver_table.drivers(kind)]
        for kind in driver_table.CATEGORIES
    }
    if as_json:
        print_json(offered)
    else:
        for kind, labels in offered.items():
            print(f"{kind}: {', '.join(labels)}")
    return ExitCode.OK
