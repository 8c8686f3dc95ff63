"""Names of symbologies, and what the identifier before a code says of it.

ISO/IEC 15424: `]`, a code character, a modifier. GS1 General Specifications, figure "Symbology
identifiers": ]C1, ]e0, ]d2 and ]Q3 carry GS1 element strings. Makers' own letters are data, see `CodeIds`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# FNC1 in the first position, also where an ECI comes with it; ]e1 and ]e2 carry the rest of a composite, and ]d8 is
# what zxing-cpp says of a GS1 Data Matrix of rectangular form.
GS1_IDENTIFIERS = frozenset({"]C1", "]e0", "]e1", "]e2", "]d2", "]d5", "]d8", "]Q3", "]Q4", "]J1"})
# Readers that speak the ECI protocol double each backslash and write \nnnnnn for a change of character set.
_WITH_ECI = frozenset({"]Q2", "]Q4", "]Q6", "]d4", "]d5", "]d6"})
_ECI = re.compile(r"\\(\\|\d{6})")

_FAMILIES = {
    "A": "Code 39",
    "C": "Code 128",
    "I": "ITF",
    "Q": "QR",
    "d": "Data Matrix",
}

_IN_ONE_PACKET = re.compile(r"(.*?)\](E1|E2|C1)(.*)", re.DOTALL)
_RETAIL_LENGTHS = {13: "EAN-13", 12: "UPC-A", 8: "UPC-E"}
# In a combined packet the length alone tells where the add-on of two or five digits begins.
_WITH_ADD_ON = {18: 13, 15: 13, 17: 12, 14: 12, 13: 8, 10: 8}


@dataclass(frozen=True, slots=True)
class Identified:
    """A code without its identifier: its symbology's name, its text, and whether FNC1 came first.

    `add_on` is True for the two or five digits beside a main code that some scanners send alone.
    """

    symbology: str
    text: str
    gs1: bool = False
    add_on: bool = False


@dataclass(frozen=True, slots=True)
class CodeIds:
    """A maker's own letters before a code: `letters` maps each to a symbology's name.

    "EAN/UPC" stands for a letter that all retail codes share, "DataBar family" likewise, and "GS1 ..." for
    one that is sent for FNC1-first symbols only.
    """

    name: str
    letters: Mapping[str, str]

    def identify(self, line: str) -> Identified | None:
        """Read the letter that `line` starts with, the longest that fits; None when there is none."""
        for length in range(max(map(len, self.letters), default=0), 0, -1):
            named = self.letters.get(line[:length]) if len(line) > length else None
            if named is not None:
                return _lettered(named, line[length:])
        return None


def identify(line: str) -> Identified | None:
    """Read the AIM identifier that `line` starts with; None when a symbology is not sold here.

    A line without identifier comes back whole with the symbology "". An add-on of two or five digits stands
    behind its main code, after a space.
    """
    if not has_identifier(line):
        return Identified("", line)
    identifier, text = line[:3], line[3:]
    kind = identifier[1]
    if kind == "E":
        return _ean(identifier, text)
    if kind == "e":
        return Identified(_databar(text), text, True)
    if kind not in _FAMILIES:
        return None
    plain = _ECI.sub(lambda found: "\\" if found[1] == "\\" else "", text) if identifier in _WITH_ECI else text
    return Identified(_FAMILIES[kind], plain, identifier in GS1_IDENTIFIERS)


def has_identifier(line: str) -> bool:
    """Whether `line` starts as an AIM identifier does."""
    return re.match(r"\][A-Za-z][0-9A-Za-z]", line) is not None


def _ean(identifier: str, text: str) -> Identified | None:
    if identifier in ("]E1", "]E2"):
        return Identified("", text, add_on=True)
    main, add_on = text, ""
    packet = _IN_ONE_PACKET.fullmatch(text)
    if packet is not None:  # "]E0<main>]E1<add-on>"; of a coupon in two halves the first is kept
        main, add_on = packet[1], packet[3] if packet[2] != "C1" else ""
    elif identifier == "]E3" and len(text) in _WITH_ADD_ON:
        main, add_on = text[: _WITH_ADD_ON[len(text)]], text[_WITH_ADD_ON[len(text)] :]
    if identifier not in ("]E0", "]E3", "]E4"):
        return None
    name = "EAN-8" if identifier == "]E4" else _RETAIL_LENGTHS.get(len(main), "")
    return Identified(name, f"{main} {add_on}" if add_on else main)


def _databar(text: str) -> str:
    # ]e0 covers the whole family; only Expanded carries more than (01) and a GTIN.
    return "DataBar" if len(text) == 16 and text.startswith("01") else "DataBar Expanded"


def _lettered(named: str, text: str) -> Identified:
    if named == "EAN/UPC":
        # Eight digits may be EAN-8 or UPC-E; the letter does not say, so nobody says.
        return Identified(_RETAIL_LENGTHS.get(len(text), "") if len(text) != 8 else "", text)
    if named == "DataBar family":
        return Identified(_databar(text), text, True)
    gs1 = named.startswith(("GS1 ", "DataBar"))
    name = named.removeprefix("GS1 ")
    if gs1 and text.startswith("]C1"):
        text = text[3:]  # some makers send the AIM identifier of GS1-128 besides their own letter
    return Identified(name, text, gs1)
