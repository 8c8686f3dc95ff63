"""What readers send: data behind a symbology identifier such as ]d2, and composites with | between their parts.

Facts: ISO/IEC 15424 (data carrier identifiers) and GS1 General Specifications 5.1.3 (use of them in GS1 systems).
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain import gtin
from kiosk.domain.gs1.character_sets import only_digits
from kiosk.domain.gs1.dictionary import SyntaxDictionary
from kiosk.domain.gs1.element_string import Message, message_of, parse_raw
from kiosk.domain.gs1.fault import Gs1Error


class Content(Enum):
    """What a symbology identifier promises of the data behind it."""

    ELEMENTS = "elements"  # FNC1 first: element strings
    EAN_13 = "ean-13"
    EAN_8 = "ean-8"
    ADD_ON_2 = "add-on-2"
    ADD_ON_5 = "add-on-5"
    EAN_13_ADD_ON = "ean-13 with add-on"
    ITF_CHECKED = "itf with check digit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ScanData:
    """Data of one scan: the symbology's name, its text, and the elements when it has some.

    A number of the EAN family is the element 01 of its 14 digits; its own digits are `text`.
    """

    symbology: str
    content: Content
    text: str
    message: Message = ()
    addon: str = ""


_MARKED = {
    "C1": ("GS1-128", Content.ELEMENTS),
    "E0": ("EAN-13", Content.EAN_13),
    "E1": ("EAN-2", Content.ADD_ON_2),
    "E2": ("EAN-5", Content.ADD_ON_5),
    "E3": ("EAN-13", Content.EAN_13_ADD_ON),
    "E4": ("EAN-8", Content.EAN_8),
    "I1": ("ITF-14", Content.ITF_CHECKED),
    "J1": ("GS1 DotCode", Content.ELEMENTS),
    "J4": ("GS1 DotCode", Content.ELEMENTS),
    "Q3": ("GS1 QR", Content.ELEMENTS),
    "Q4": ("GS1 QR", Content.ELEMENTS),
    "d2": ("GS1 DataMatrix", Content.ELEMENTS),
    "d5": ("GS1 DataMatrix", Content.ELEMENTS),
    "e0": ("GS1 DataBar", Content.ELEMENTS),
    "e1": ("GS1 Composite", Content.ELEMENTS),
}
# The rest of a family is plain text. A modifier is one digit or letter.
_FAMILIES = {
    "A": "Code 39",
    "C": "Code 128",
    "F": "Codabar",
    "G": "Code 93",
    "I": "ITF",
    "J": "DotCode",
    "L": "PDF417",
    "Q": "QR",
    "U": "MaxiCode",
    "d": "Data Matrix",
    "z": "Aztec",
}
_MODIFIERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def read_scan_data(text: str, dictionary: SyntaxDictionary) -> ScanData:
    """The data of one scan; raises `Gs1Error` for an unknown identifier or data that it does not allow."""
    symbology, content = _identified(text)
    body = text[3:]
    if content is Content.TEXT:
        return ScanData(symbology, content, body)
    if content is Content.ELEMENTS:
        # Without its own carrier identifier a | is a character of no value, so parse_raw refuses it.
        first, composite = _parts(body)
        message = parse_raw(first, dictionary) + _composite(composite, dictionary)
        return ScanData(symbology, content, body, message)
    number, composite = _parts(body)
    return _number(symbology, content, number, _composite(composite, dictionary), dictionary)


def _identified(text: str) -> tuple[str, Content]:
    if len(text) < 3 or text[0] != "]":
        raise Gs1Error("a symbology identifier is ], a letter and a digit, such as ]d2")
    if text[1:3] in _MARKED:
        return _MARKED[text[1:3]]
    if text[1] not in _FAMILIES or text[2] not in _MODIFIERS:
        raise Gs1Error("this symbology identifier is unknown")
    return _FAMILIES[text[1]], Content.TEXT


def _parts(body: str) -> tuple[str, str]:
    first, bar, composite = body.partition("|")
    if bar and not composite.startswith("]e0"):
        raise Gs1Error("behind | stands the second part of a composite, which begins with ]e0")
    return first, composite


def _composite(text: str, dictionary: SyntaxDictionary) -> Message:
    return parse_raw(text[3:], dictionary) if text else ()


_LENGTHS = {
    Content.EAN_13: (13,),
    Content.EAN_8: (8,),
    Content.ADD_ON_2: (2,),
    Content.ADD_ON_5: (5,),
    Content.EAN_13_ADD_ON: (15, 18),
    Content.ITF_CHECKED: (14,),
}


def _number(
    symbology: str, content: Content, number: str, composite: Message, dictionary: SyntaxDictionary
) -> ScanData:
    lengths = _LENGTHS[content]
    if len(number) not in lengths or not only_digits(number):
        raise Gs1Error(f"{symbology} sends {' or '.join(map(str, lengths))} digits with this identifier")
    if content in (Content.ADD_ON_2, Content.ADD_ON_5):
        return ScanData(symbology, content, number, addon=number)
    addon = number[13:] if content is Content.EAN_13_ADD_ON else ""
    number = number[: len(number) - len(addon)]
    if not gtin.has_check_digit(number):
        raise Gs1Error(f"the check digit is wrong; for these digits it would be {gtin.check_digit(number[:-1])}")
    item = message_of([("01", number.zfill(14))], dictionary)
    return ScanData(symbology, content, number, item + composite, addon)
