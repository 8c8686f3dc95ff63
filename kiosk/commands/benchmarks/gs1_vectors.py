"""Vectors of GS1 data, and whether Baro reads each of them right."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.domain import gtin
from kiosk.domain.gs1.amounts import currency_of, decimal_text
from kiosk.domain.gs1.associations import check_associations
from kiosk.domain.gs1.dictionary import SyntaxDictionary
from kiosk.domain.gs1.digital_link import LinkRules, build_link, canonical_link, parse_link
from kiosk.domain.gs1.element_string import (
    SEPARATOR,
    Message,
    bracketed_of,
    pairs_of,
    parse_bracketed,
    parse_raw,
    raw_of,
)
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.scan_data import read_scan_data
from kiosk.domain.gs1.value_rules import RULES

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests" / "corpus" / "gs1"
BESIDE = ROOT.parent / "shared" / "corpora" / "gs1"
KINDS = (
    *("bracketed", "raw", "scan_data", "association", "ai_value"),
    *("dl_uri", "dl_build", "dl_build_raw", "dl_canonical", "gtin", "upc_e", "lint"),
)


@dataclass(frozen=True, slots=True)
class Vector:
    """One vector; `row` holds what it expects besides being accepted or refused."""

    name: str
    kind: str
    text: str
    ok: bool
    row: Mapping[str, Any]

    def expects(self, found: object) -> bool:
        """Whether this is the result that is expected; any is where the vector names none."""
        return "expect" not in self.row or bool(self.row["expect"] == found)

    @property
    def options(self) -> frozenset[str]:
        """The settings under which its source makes this demand."""
        return frozenset(self.row.get("options", ()))


def read_vectors(folder: Path | None = None) -> list[Vector]:
    """The vectors of a folder, else those beside the project, else its own; raises `CommandFailed`."""
    path = (folder or (BESIDE if (BESIDE / "vectors.jsonl").exists() else OWN)) / "vectors.jsonl"
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
        vectors = [Vector(row["id"], row["kind"], row["input"], row["ok"], row) for row in rows]
        if strange := sorted({one.kind for one in vectors} - set(KINDS)):
            raise ValueError(f"the kind {strange[0]!r} is unknown")
        return vectors
    except (OSError, ValueError, KeyError) as error:
        raise CommandFailed(f"{path} cannot be read: {error}", ExitCode.DAMAGED) from error


def plain_raw(text: str) -> str:
    """A raw vector as a reader sends it: without the first FNC1, separators as characters."""
    return text.removeprefix("^").replace("^", SEPARATOR)


def right(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    """Whether the vector is accepted or refused as it demands, with the result that it expects."""
    try:
        found = _READERS[vector.kind](vector, dictionary)
    except (Gs1Error, gtin.GtinError):
        return not vector.ok
    return vector.ok and found


def _element_string(vector: Vector, message: Message, dictionary: SyntaxDictionary) -> bool:
    check_associations(message, dictionary)
    row = vector.row
    return (
        ("expect_ais" not in row or [list(pair) for pair in pairs_of(message)] == row["expect_ais"])
        and ("expect_raw" not in row or raw_of(message) == plain_raw(row["expect_raw"]))
        and ("expect_hri" not in row or bracketed_of(message) == row["expect_hri"])
    )


def _bracketed(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    message = parse_bracketed(vector.text, dictionary, unknown="permit_unknown_ais" in vector.options)
    return _element_string(vector, message, dictionary)


def _raw(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    if not vector.text.startswith("^"):
        raise Gs1Error("no FNC1")
    return _element_string(vector, parse_raw(plain_raw(vector.text), dictionary), dictionary)


def _ai_value(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    one = parse_raw(plain_raw(vector.text), dictionary)[0]
    if vector.row.get("field") == "amount_currency":
        return vector.expects([decimal_text(one), currency_of(one)])
    return vector.expects(decimal_text(one))


def _scan_data(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    data = read_scan_data(vector.text, dictionary)
    check_associations(data.message, dictionary)
    pairs = [list(pair) for pair in pairs_of(data.message)]
    return "expect_ais" not in vector.row or pairs == vector.row["expect_ais"]


def _dl_uri(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    options = vector.options
    rules = LinkRules("permit_zero_suppressed_gtin" in options, "permit_convenience_alphas" in options)
    return _element_string(vector, parse_link(vector.text, dictionary, rules), dictionary)


def _dl_build(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    message = parse_bracketed(vector.text, dictionary, unknown="permit_unknown_ais" in vector.options)
    return vector.expects(build_link(message, dictionary, vector.row["stem"]))


def _dl_build_raw(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    return vector.expects(build_link(parse_raw(plain_raw(vector.text), dictionary), dictionary))


def _dl_canonical(vector: Vector, dictionary: SyntaxDictionary) -> bool:
    return vector.expects(canonical_link(vector.text, dictionary))


def _gtin(vector: Vector, _dictionary: SyntaxDictionary) -> bool:
    return vector.expects(gtin.format_of(gtin.validate(vector.text)))


def _upc_e(vector: Vector, _dictionary: SyntaxDictionary) -> bool:
    long = gtin.expand_upc_e(vector.text)
    # The vectors expect number system and six digits; the long number they stand for has to be a GTIN.
    return gtin.is_valid(long) and vector.expects(vector.text.zfill(7))


def _lint(vector: Vector, _dictionary: SyntaxDictionary) -> bool:
    rule = RULES.get(vector.row["linter"])
    if rule is None:
        return False
    if fault := rule(vector.text):
        raise Gs1Error(fault)
    return True


_READERS: Mapping[str, Callable[[Vector, SyntaxDictionary], bool]] = {
    "bracketed": _bracketed,
    "association": _bracketed,
    "raw": _raw,
    "ai_value": _ai_value,
    "scan_data": _scan_data,
    "dl_uri": _dl_uri,
    "dl_build": _dl_build,
    "dl_build_raw": _dl_build_raw,
    "dl_canonical": _dl_canonical,
    "gtin": _gtin,
    "upc_e": _upc_e,
    "lint": _lint,
}
