"""Names of symbologies, and what the AIM identifier before a code says of it.

ISO/IEC 15424: `]` + code character + modifier. GS1 General Specifications, figure "Symbology
identifiers": ]C1, ]e0, ]d2 and ]Q3 carry GS1 element strings.
"""

from dataclasses import dataclass

GS1_IDENTIFIERS = frozenset({"]C1", "]e0", "]e1", "]e2", "]d2", "]Q3"})

_FAMILIES = {
    "A": "Code 39",
    "C": "Code 128",
    "I": "ITF",
    "Q": "QR",
    "d": "Data Matrix",
}


@dataclass(frozen=True, slots=True)
class Identified:
    """A code without its identifier: its symbology's name, its text, and whether FNC1 came first."""

    symbology: str
    text: str
    gs1: bool


def identify(line: str) -> Identified | None:
    """Read the AIM identifier that `line` starts with; None when a symbology is not sold here.

    A line without identifier comes back whole with the symbology "". An add-on of two or five
    digits (]E3) is left out, because the shop sells by the main code.
    """
    if not _has_identifier(line):
        return Identified("", line, False)
    identifier, text = line[:3], line[3:]
    kind = identifier[1]
    if kind == "E":
        return _ean(identifier, text)
    if kind == "e":
        return Identified(_databar(text), text, True)
    if kind not in _FAMILIES:
        return None
    return Identified(_FAMILIES[kind], text, identifier in GS1_IDENTIFIERS)


def _has_identifier(line: str) -> bool:
    return (
        len(line) >= 3
        and line[0] == "]"
        and line[1].isascii()
        and line[1].isalpha()
        and line[2].isascii()
        and line[2].isalnum()
    )


def _ean(identifier: str, text: str) -> Identified | None:
    if identifier == "]E4":
        return Identified("EAN-8", text, False)
    if identifier == "]E3":
        return Identified("EAN-13", text[:13], False)
    if identifier != "]E0":
        return None  # ]E1 and ]E2 are an add-on alone
    names = {13: "EAN-13", 12: "UPC-A", 8: "UPC-E"}
    return Identified(names.get(len(text), ""), text, False)


def _databar(text: str) -> str:
    # ]e0 covers the whole family; only Expanded carries more than (01) and a GTIN.
    return "DataBar" if len(text) == 16 and text.startswith("01") else "DataBar Expanded"
