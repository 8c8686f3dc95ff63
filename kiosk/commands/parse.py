"""`baro parse`: what a code means, for one text or for one text a line."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

from kiosk.commands.code_reading import Document, Reading, read_code, shipped_dictionary
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.domain.gs1.digital_link import STRICT, TOLERANT
from kiosk.domain.gs1.value_rules import RULES
from kiosk.domain.in_store_number import InStoreTemplate, templates_from

_SHOWN = ("kind", "meaning", "gtin", "format", "expires_on", "expires_time", "grams", "price", "number", "reason")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("text", metavar="TEXT", help="the code; - reads one a line from the standard input")
    parser.add_argument("--json", action="store_true", help="answer as JSON; with - one object a line")
    parser.add_argument("--symbology", default="", metavar="NAME", help="as scanners name it: EAN-13, UPC-E, QR, ...")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day that decides centuries (2026-11-22)")
    parser.add_argument("--currency", default="KRW", metavar="CODE", help="the shop's currency (KRW)")
    parser.add_argument("--in-store", type=Path, metavar="FILE", help="the shop's in_store_numbers.json")
    parser.add_argument("--tolerant", action="store_true", help="forgive links their short GTINs and names for digits")
    parser.add_argument("--rule", metavar="NAME", help="check the text as a part of a value by this rule of GS1's")
    parser.set_defaults(run=run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it like 2026-11-22") from error


def run(chosen: argparse.Namespace) -> int:
    """Read one text and say with the exit code whether it is right; or read all lines."""
    if chosen.rule is not None and chosen.rule not in RULES:
        raise CommandFailed(f"no rule {chosen.rule!r}; there are: {', '.join(RULES)}", ExitCode.USAGE)
    reading = Reading(
        shipped_dictionary(),
        TOLERANT if chosen.tolerant else STRICT,
        _templates(chosen.in_store) if chosen.in_store else (),
        chosen.currency,
        chosen.today or date.today(),  # noqa: DTZ011  # the day where the command is run
    )
    if chosen.text == "-":
        for text in _lines(sys.stdin):
            found = _read(text, chosen, reading)
            # Escaped, because a text may hold what cannot be written here.
            sys.stdout.write((json.dumps(found) if chosen.json else _in_words(found)) + "\n")
        return ExitCode.OK
    found = _read(chosen.text, chosen, reading)
    if chosen.json:
        print_json(found)
    else:
        print(_in_words(found))
    return ExitCode.OK if found["ok"] else ExitCode.NO


def _read(text: str, chosen: argparse.Namespace, reading: Reading) -> Document:
    if chosen.rule is None:
        return read_code(text, reading, chosen.symbology)
    fault = RULES[chosen.rule](text)
    return {"ok": not fault, "kind": "value", "gtin": "", "ais": [], "error": fault}


def _lines(source: TextIO) -> Iterator[str]:
    """The lines without their ends; bytes that are no UTF-8 become characters that no code has."""
    if hasattr(source, "reconfigure"):
        source.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    for line in source:
        yield line.removesuffix("\n").removesuffix("\r")


def _templates(path: Path) -> tuple[InStoreTemplate, ...]:
    try:
        told = json.loads(path.read_text("utf-8"))
        if not isinstance(told, list) or not all(isinstance(row, dict) for row in told):
            raise ValueError("it is no list of objects")
        return templates_from(told)
    except (OSError, ValueError) as error:
        raise CommandFailed(f"{path}: {error}", ExitCode.DAMAGED) from error


def _in_words(found: Document) -> str:
    if not found["ok"]:
        return f"not right: {found['error']}"
    parts = [f"({ai}){value}" for ai, value in found["ais"]]
    parts += [f"{name}={found[name]}" for name in _SHOWN if found.get(name) not in (None, "")]
    return ascii(" ".join(parts))[1:-1]
