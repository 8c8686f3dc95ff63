"""What `baro` understands: the table of its commands and what their exit codes say."""

import argparse
import importlib
import json
import os
import select
import sys
from enum import IntEnum


class ExitCode(IntEnum):
    """What an exit code tells the caller."""

    OK = 0
    NO = 1  # the command worked and its answer is no: a broken chain, a refused row, a failed journey
    USAGE = 2  # the command line is wrong
    SETTINGS = 3  # kiosk.toml or the environment is wrong
    UNREACHABLE = 4  # a device, central or database does not answer
    DAMAGED = 5  # a file is missing, broken or of another version
    INTERRUPTED = 130


class CommandFailed(Exception):
    """A command could not do its work; the message says what was wrong and what to do."""

    def __init__(self, message: str, code: ExitCode = ExitCode.NO) -> None:
        super().__init__(message)
        self.code = code


COMMANDS = {
    "kiosk": "run the kiosk of this machine, full screen, as kiosk.toml says",
    "demo": "run everything on this machine: central, simulated devices, the kiosk",
    "central": "run and look after headquarters' server",
    "camera": "show what a camera sees and reads, or list the cameras there are",
    "devices": "list the scanners and serial ports that are plugged in, with the address to write",
    "simulate": "run one simulated device that speaks its real protocol",
    "journey": "play a recorded purchase without a display and save a picture of each step",
    "journal": "show the station's journal and prove that it is whole",
    "catalogue": "load a shop's items, look them up, see the version",
    "settings": "list every setting with its default, or check a settings file",
    "decode": "read the codes in pictures, one answer a file",
    "parse": "say what a code means, and what is wrong with it",
    "price": "say what a cart costs, and why",
    "synth": "make pictures and films of codes whose truth is known, to test reading on",
    "bench": "measure, beside a named baseline in the same run",
}

EPILOGUE = """\
exit codes: 0 done; 1 done, and the answer is no; 2 wrong command line; 3 wrong settings;
4 a device, central or database does not answer; 5 a file is missing or damaged; 130 interrupted
"""


class ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for, because that takes longer than all the rest."""

    def __call__(self, parser: argparse.ArgumentParser, *_unused: object, **_more: object) -> None:
        """Print the version and leave."""
        from importlib.metadata import version

        parser.exit(message=f"baro {version('baro')}\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """The parsed command line with `command` and `run`; leaves with code 2 and a sentence when it is wrong.

    Only the chosen command's module is imported, so that the kiosk starts quickly.
    """
    parser = argparse.ArgumentParser(
        prog="baro",
        description="Baro: the self-checkout and endless-aisle kiosk that sells with the network away.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="say which version this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    for name, sentence in COMMANDS.items():
        sub = commands.add_parser(name, help=sentence, description=sentence[0].upper() + sentence[1:] + ".")
        if name == chosen:
            importlib.import_module(f"kiosk.commands.{name}").declare(sub)
    return parser.parse_args(arguments)


def print_json(answer: object) -> None:
    """Print one JSON document, readable in any language."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str))


def nobody_reads() -> bool:
    """Whether our own output has lost its reader, who has enough (`baro ... | head`); then the rest goes nowhere."""
    output = select.poll()
    output.register(sys.stdout.fileno(), select.POLLOUT)
    if not any(event & select.POLLERR for _, event in output.poll(0)):
        return False
    # Python writes out what it still holds at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True
