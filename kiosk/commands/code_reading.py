"""What a text holds, in whichever way GS1 data is written, as one JSON object."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.domain import gtin
from kiosk.domain.book_number import isbn_13, issn_13
from kiosk.domain.element_meaning import meaning_of
from kiosk.domain.gs1.amounts import currency_of, decimal_text, has_decimals
from kiosk.domain.gs1.associations import check_associations
from kiosk.domain.gs1.dictionary import DictionaryError, SyntaxDictionary, read_dictionary
from kiosk.domain.gs1.digital_link import STRICT, LinkRules, build_link, is_link, parse_link
from kiosk.domain.gs1.element_string import SEPARATOR, Message, pairs_of, parse_bracketed, parse_raw, value_of
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.scan_data import Content, read_scan_data
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.receipt_code import receipt_of
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import ScannedMeaning

TABLE = Path(__file__).parents[2] / "resources" / "gs1" / "gs1-syntax-dictionary.txt"
MOST_CHARACTERS = 8192
Document = dict[str, Any]

_RETAIL = {"EAN-13": (13,), "EAN-8": (8,), "UPC-A": (12, 13), "ITF-14": (14,), "ITF": (14,)}
_ISBN_10 = re.compile(r"(?:\d[ -]?){9}[\dXx]", re.ASCII)
_ISSN = re.compile(r"\d{4}-\d{3}[\dXx]", re.ASCII)
_ADD_ON = re.compile(r"(\d{8}|\d{12}|\d{13})[ +](\d{2}|\d{5})", re.ASCII)
_NUMBER = re.compile(r"\d(?:[ -]?\d){0,20}", re.ASCII)
_UNMARKED = re.compile(r"01\d{14}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read: the table, what links are forgiven, and what the shop adds."""

    dictionary: SyntaxDictionary
    links: LinkRules = STRICT
    templates: tuple[InStoreTemplate, ...] = ()
    currency: str = "KRW"
    today: date | None = None


def shipped_dictionary(path: Path = TABLE) -> SyntaxDictionary:
    """The table of identifiers that comes with the program; raises `CommandFailed` when it is damaged."""
    try:
        return read_dictionary(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, DictionaryError) as error:
        raise CommandFailed(f"{path}: {error}; install Baro again", ExitCode.DAMAGED) from error


def read_code(text: str, reading: Reading, symbology: str = "") -> Document:
    """The object of one text: ok, kind, gtin, ais, error, and what is known besides.

    The kind is the way of writing: scan-data, bracketed, element-string, link, receipt, gtin, upc-e, isbn, issn,
    text; "" when it is none of them. The error never repeats the text.
    """
    kind = ""
    try:
        if len(text) > MOST_CHARACTERS:
            raise Gs1Error(f"it is longer than the {MOST_CHARACTERS} characters that symbols hold")
        kind, read = _form(text, symbology)
        return {"ok": True, "kind": kind, "gtin": "", "ais": [], "error": "", **read(text, reading)}
    except (Gs1Error, gtin.GtinError) as error:
        return {"ok": False, "kind": kind, "gtin": "", "ais": [], "error": str(error)}


Reader = Callable[[str, Reading], Document]


def _form(text: str, symbology: str) -> tuple[str, Reader]:
    """The way a text is written, and what reads it; the forms exclude each other by how they begin."""
    if symbology == "UPC-E":
        return "upc-e", _upc_e
    if symbology in _RETAIL:
        return "gtin", lambda number, reading: _sized_number(number, symbology, reading)
    if text.startswith("]"):
        return "scan-data", _scan_data
    if text.startswith("("):
        return "bracketed", _bracketed
    if text.startswith(("^", SEPARATOR)) or symbology.startswith(("GS1", "DataBar")):
        return "element-string", _element_string
    if is_link(text):
        return ("receipt", _receipt) if receipt_of(text) else ("link", _link)
    if form := _number_form(text):
        return form
    if SEPARATOR in text or _UNMARKED.match(text):
        return "element-string", _element_string
    if symbology:
        return "text", lambda plain, _reading: {"text": plain}
    raise Gs1Error("it is no element string, scan data, web link or number that is known")


def _number_form(text: str) -> tuple[str, Reader] | None:
    if _ADD_ON.fullmatch(text):
        return "gtin", _with_add_on
    if _ISSN.fullmatch(text):
        return "issn", lambda number, reading: _item("0" + issn_13(number), reading)
    if _NUMBER.fullmatch(text):
        length = len(gtin.compact(text))
        if length in gtin.LENGTHS:
            return "gtin", _gtin
        if length in (6, 7):
            return "upc-e", _upc_e
    if _ISBN_10.fullmatch(text):
        return "isbn", lambda number, reading: _item("0" + isbn_13(number), reading)
    if _NUMBER.fullmatch(text) and not _UNMARKED.match(text):
        return "gtin", _gtin
    return None


def _scan_data(text: str, reading: Reading) -> Document:
    data = read_scan_data(text, reading.dictionary)
    found: Document = {"symbology": data.symbology, "text": data.text}
    if data.message:
        found |= _message(data.message, reading)
    elif data.content is Content.TEXT and is_link(data.text):
        with suppress(Gs1Error):  # any web address may stand in a symbol; it only names no item
            found |= _link(data.text, reading)
    return found | ({"addon": data.addon} if data.addon else {})


def _bracketed(text: str, reading: Reading) -> Document:
    return _message(parse_bracketed(text, reading.dictionary), reading)


def _element_string(text: str, reading: Reading) -> Document:
    if text.startswith("("):
        return _bracketed(text, reading)
    plain = text.replace("^", SEPARATOR).removeprefix(SEPARATOR)
    return _message(parse_raw(plain, reading.dictionary), reading)


def _link(text: str, reading: Reading) -> Document:
    return _message(parse_link(text, reading.dictionary, reading.links), reading)


def _receipt(text: str, reading: Reading) -> Document:
    return _told(interpret(text, "QR", _rules(reading)))


def _gtin(text: str, reading: Reading) -> Document:
    try:
        return _item(gtin.validate(text), reading)
    except gtin.GtinError:
        if len(gtin.compact(text)) != 8:
            raise
        # Eight digits may be those of a UPC-E symbol, whose check digit belongs to the long number.
        with suppress(gtin.GtinError):
            return _upc_e(text, reading)
        raise


def _sized_number(text: str, symbology: str, reading: Reading) -> Document:
    sizes = _RETAIL[symbology]
    if len(text) not in sizes and not _ADD_ON.fullmatch(text):
        raise gtin.GtinError(f"{symbology} holds {' or '.join(map(str, sizes))} digits, not {len(text)} characters")
    return _with_add_on(text, reading) if _ADD_ON.fullmatch(text) else _item(gtin.validate(text), reading)


def _with_add_on(text: str, reading: Reading) -> Document:
    parts = _ADD_ON.fullmatch(text)
    assert parts is not None  # noqa: S101  # asked by the callers
    return _item(gtin.validate(parts[1]), reading) | {"addon": parts[2]}


def _upc_e(text: str, reading: Reading) -> Document:
    short = gtin.compact(text)
    if len(short) > 8:
        return _item(gtin.validate(text), reading)
    long = gtin.expand_upc_e(short)
    coded = f"0{short}" if len(short) == 6 else short[:7]
    return _item(long.zfill(14), reading) | {"kind": "upc-e", "upc_e": coded, "upc_a": long}


def _item(found: str, reading: Reading) -> Document:
    told = _told(interpret(found[1:], "EAN-13", _rules(reading))) if found[0] == "0" else {"meaning": "item"}
    return {"gtin": found, "format": gtin.format_of(found), "ais": [["01", found]]} | told


def _rules(reading: Reading) -> ScanRules:
    return ScanRules(reading.templates, reading.dictionary, (), reading.currency)


def _message(message: Message, reading: Reading) -> Document:
    check_associations(message, reading.dictionary)
    found: Document = {"gtin": value_of(message, "01"), "ais": [list(pair) for pair in pairs_of(message)]}
    amounts = {one.ai: decimal_text(one) for one in message if has_decimals(one.ai)}
    if amounts:
        found["amounts"] = amounts
    if currencies := {one.ai: currency_of(one) for one in message if currency_of(one)}:
        found["currencies"] = currencies
    with suppress(Gs1Error):  # not every element string can be a Digital Link
        found["link"] = build_link(message, reading.dictionary)
    return found | _told(meaning_of(message, currency=reading.currency, today=reading.today))


_NAMES = re.compile(r"(?<!^)(?=[A-Z])")


def _told(meaning: ScannedMeaning) -> Document:
    """The meaning's name and those of its fields that say something."""
    name = _NAMES.sub("-", type(meaning).__name__.removesuffix("Code")).lower()
    fields: Mapping[str, object] = asdict(meaning)
    return {"meaning": name} | {key: _plain(value) for key, value in fields.items() if value not in (None, "")}


def _plain(value: object) -> object:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
