"""`baro price`: what a cart costs, for one case or for one case a line."""

import argparse
import json
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.domain.price_case_answer import Answer, answer_case, error_answer
from kiosk.domain.price_case_fields import CaseError

LANGUAGES = ("ko", "en", "ja", "zh")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a case (docs/pricing.md); - reads one a line from the standard input"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON; with - one object a line")
    parser.add_argument("--why", action="store_true", help="say in sentences what took what off, and why")
    parser.add_argument("--language", choices=LANGUAGES, default="ko", help="of the sentences (ko)")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of case and answer")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Price one case and say with the exit code whether it has a price; or price all lines."""
    if chosen.schema:
        from kiosk.domain.price_case_schema import SCHEMA

        print_json(SCHEMA)
        return ExitCode.OK
    if not chosen.file:
        raise CommandFailed("give a FILE with a case, - for one case a line, or --schema", ExitCode.USAGE)
    if chosen.file == "-":
        for line in _lines(sys.stdin):
            if line.strip():
                sys.stdout.write(_told(_case(line), chosen) + "\n")
                # Whoever writes one case and waits for its answer gets it.
                sys.stdout.flush()
        return ExitCode.OK
    case = _case(_read(Path(chosen.file)))
    if chosen.json:
        answer = _answer(case)
        print_json(answer)
        return ExitCode.NO if "error" in answer else ExitCode.OK
    words, priced = _in_words(case, chosen)
    if not priced:
        raise CommandFailed(words)
    print(words)
    return ExitCode.OK


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(f"{path} cannot be read: {error}", ExitCode.DAMAGED) from error


def _lines(source: TextIO) -> Iterator[str]:
    """The lines; bytes that are no UTF-8 become characters that no field may have."""
    if hasattr(source, "reconfigure"):
        source.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    yield from source


def _case(text: str) -> object:
    """What the JSON says, or the `CaseError` that it is none."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return CaseError("case", f"is not JSON: {error}")


def _told(case: object, chosen: argparse.Namespace) -> str:
    """One answer of a stream."""
    try:
        return json.dumps(_answer(case)) if chosen.json else _in_words(case, chosen)[0]
    except Exception as error:
        # A fault of ours in one case must not cost the others their answers; it is told, and its trace printed.
        traceback.print_exc()
        fault = CaseError("case", f"could not be priced, please report it: {type(error).__name__}: {error}")
        return json.dumps(error_answer(fault)) if chosen.json else str(fault)


def _answer(case: object) -> Answer:
    return error_answer(case) if isinstance(case, CaseError) else answer_case(case)


def _in_words(case: object, chosen: argparse.Namespace) -> tuple[str, bool]:
    """The table or the sentences, and whether the case has a price."""
    from kiosk.domain.price_case import price_case_from
    from kiosk.domain.price_case_answer import priced_case
    from kiosk.domain.price_explained import price_sentences, price_table

    try:
        if isinstance(case, CaseError):
            raise case
        read = price_case_from(case)
        say = price_sentences if chosen.why else price_table
        return say(read, priced_case(read), chosen.language), True
    except CaseError as error:
        return str(error), False
