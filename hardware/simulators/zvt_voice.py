"""What the simulated ZVT terminal says: status informations, receipts, completions, as APDUs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hardware.codecs.zvt.apdu import Apdu, Control
from hardware.codecs.zvt.bitmaps import Bitmap, amount_bitmap, bcd, container, encode_bitmaps, encode_ll
from hardware.codecs.zvt.printing import ReceiptKind
from hardware.codecs.zvt.text import write_text
from hardware.codecs.zvt.tlv import Tlv, constructed
from hardware.codecs.zvt.totals import Totals, encode_totals
from hardware.simulators.zvt_memory import Transaction

TEST_CARD_NUMBER: Final = "4111111111111111"  # published by card schemes for tests
APPROVAL: Final = "611804"
TOKEN: Final = bytes.fromhex("C0FFEE0042A7")
_MUST_PRINT, _NEGATIVE, _SIGNATURE, _POSITIVE = 0x80, 0x04, 0x02, 0x01
_LAST_LINE: Final = 0x81
_MINOR_UNITS: Final = {410: 0, 392: 0}


@dataclass(frozen=True, slots=True)
class Card:
    """A card for the simulated reader: brand, type (8A), masked number (half bytes), holder's age if it knows one."""

    brand: str
    card_type: int
    number: str
    age: int | None = None


CARDS: Final = {
    "Mastercard": Card("Mastercard", 0x06, "541333EEEEEE3511"),
    "Visa": Card("Visa", 0x0A, "411111EEEEEE1111"),
    "girocard": Card("girocard", 0x05, "672590EEEEEEEE0074", age=34),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a status information adds to its transaction."""

    card: Card
    terminal_id: str
    synchronised: bool = False
    token: bool = False
    whole_number: bool = field(default=False, repr=False)
    signature: bool = False


def result(transaction: Transaction, told: Told) -> Apdu:
    """`04 0F` of a stored transaction, its fields in the order real terminals have them."""
    number = TEST_CARD_NUMBER if told.whole_number else told.card.number
    fields = [
        Bitmap(0x27, bytes([transaction.result])),
        amount_bitmap(transaction.amount),
        Bitmap(0x49, bcd(transaction.currency, 2)),
        *_clock(transaction.at),
        Bitmap(0x0E, bytes.fromhex("2812")),
        Bitmap(0x17, bytes.fromhex("0001")),
        Bitmap(0x19, b"\x70"),
        Bitmap(0x22, bytes.fromhex(number)),
        Bitmap(0x87, bcd(transaction.receipt, 2)),
        Bitmap(0x88, bcd(transaction.turnover, 3)),
        Bitmap(0x0B, bcd(transaction.trace, 3)),
    ]
    if transaction.original is not None:
        fields.append(Bitmap(0x37, bcd(transaction.original, 3)))
    fields += [
        Bitmap(0x29, bytes.fromhex(told.terminal_id)),
        Bitmap(0x2A, b"100461763".ljust(15)),
        Bitmap(0x3B, APPROVAL.encode().ljust(8, b"\0")),
        Bitmap(0x8A, bytes([told.card.card_type])),
        Bitmap(0x8B, told.card.brand.encode() + b"\0"),
    ]
    if told.whole_number:
        fields.append(Bitmap(0x3C, f"KARTE {TEST_CARD_NUMBER}".encode()))
    check = 1 if told.signature else 0
    tags = [constructed(0x2F, Tlv(0x1F12, b"\x02"), Tlv(0x1F10, bytes([check])))]
    tags += [Tlv(0x1F14, TOKEN)] if told.token else []
    tags += [Tlv(0x1F1F, bcd(transaction.receipt, 2))] if told.synchronised else []
    return Apdu(Control.STATUS_INFORMATION, encode_bitmaps([*fields, container(tags)]))


def refusal(code: int, at: str, trace: int, terminal_id: str, text: str = "") -> Apdu:
    """`04 0F` of something that was not stored."""
    fields = [Bitmap(0x27, bytes([code])), *_clock(at), Bitmap(0x87, bytes(2)), Bitmap(0x88, bytes(3))]
    fields += [Bitmap(0x0B, bcd(trace, 3)), Bitmap(0x29, bytes.fromhex(terminal_id))]
    fields += [Bitmap(0x3C, write_text(text))] if text else []
    return Apdu(Control.STATUS_INFORMATION, encode_bitmaps(fields))


def card_read(card: Card, at: str, terminal_id: str, years: int | None) -> Apdu:
    """`04 0F` of a card that was read without a payment: its token, or whether the holder is old enough."""
    answer = 2 if card.age is None else int(card.age >= (years or 0))
    tag = Tlv(0x1F14, TOKEN) if years is None else Tlv(0x1F6C, bytes([answer]))
    fields = [Bitmap(0x27, b"\0"), *_clock(at), Bitmap(0x29, bytes.fromhex(terminal_id)), container([tag])]
    return Apdu(Control.STATUS_INFORMATION, encode_bitmaps(fields))


def day_totals(totals: Totals, amount: int, at: str, trace: int) -> Apdu:
    """`04 0F` of an end of day; the format has no sign, less than nothing is told as nothing."""
    fields = [Bitmap(0x27, b"\0"), amount_bitmap(max(amount, 0)), Bitmap(0x0B, bcd(trace, 3)), *_clock(at)]
    return Apdu(Control.STATUS_INFORMATION, encode_bitmaps([*fields, Bitmap(0x60, encode_totals(totals))]))


def intermediate(code: int, text: str = "", minutes: int | None = None) -> Apdu:
    """`04 FF`, with a text of the terminal's own and a new T4 when given."""
    data = bytes([code])
    if text or minutes is not None:
        data += bcd(minutes or 3, 1)
    if text:
        data += encode_bitmaps([container([constructed(0x24, Tlv(0x07, write_text(text)))])])
    return Apdu(Control.INTERMEDIATE_STATUS, data)


def completion(fields: Sequence[Bitmap] = ()) -> Apdu:
    """`06 0F`."""
    return Apdu(Control.COMPLETION, encode_bitmaps(fields))


def registered(terminal_id: str, currency: int | None, commands: Sequence[int] | None) -> Apdu:
    """`06 0F` of a registration; currency and commands only for a register that sent a currency, or tags."""
    fields = [Bitmap(0x19, b"\0"), Bitmap(0x29, bytes.fromhex(terminal_id))]
    fields += [Bitmap(0x49, bcd(currency, 2))] if currency is not None else []
    if commands is not None:
        permitted = [Tlv(0x0A, int(command).to_bytes(2, "big")) for command in commands]
        fields.append(container([constructed(0x26, *permitted)]))
    return completion(fields)


def status_report(software: str, status: int) -> Apdu:
    """`06 0F` of a status enquiry."""
    name = software.encode("ascii")
    return Apdu(Control.COMPLETION, encode_ll(len(name), 3) + name + bytes([status]))


def abort(code: int, fields: Sequence[Bitmap] = ()) -> Apdu:
    """`06 1E`."""
    return Apdu(Control.ABORT_BY_TERMINAL, bytes([code]) + encode_bitmaps(fields))


def receipts(transaction: Transaction, told: Told, as_blocks: bool) -> list[Apdu]:
    """Both receipts of a stored transaction, customer's first."""
    printed: list[Apdu] = []
    for kind, title in ((ReceiptKind.CUSTOMER, "** KUNDENBELEG **"), (ReceiptKind.MERCHANT, "** HÄNDLERBELEG **")):
        signature = told.signature and kind is ReceiptKind.MERCHANT
        lines = [title, *_body(transaction, told), *(["", "Unterschrift: ________________"] if signature else [])]
        flags = _POSITIVE | _MUST_PRINT | (_SIGNATURE if signature else 0)
        printed += _printed(lines, kind, flags, as_blocks)
    return printed


def negative_receipt(trace: int, text: str, at: str, terminal_id: str, as_blocks: bool) -> list[Apdu]:
    """The customer's receipt of a payment that did not go through."""
    lines = ["** KUNDENBELEG **", "Zahlung", _when(at), f"Terminal-ID: {terminal_id}", f"TA-Nr.: {trace:06d}", text]
    return _printed(lines, ReceiptKind.CUSTOMER, _NEGATIVE, as_blocks)


def day_receipt(totals: Totals, amount: int, currency: int, name: str, at: str, as_blocks: bool) -> list[Apdu]:
    """The administration receipt of an end of day."""
    lines = ["** KASSENSCHNITT **", _when(at), f"Belege: {totals.first:04d}-{totals.last:04d}"]
    lines += [
        f"{brand.brand}: {brand.count} {money(brand.amount, currency, name)}" for brand in totals.brands if brand.count
    ]
    return _printed([*lines, f"Summe: {money(amount, currency, name)}"], ReceiptKind.ADMINISTRATION, 0, as_blocks)


def money(amount: int, currency: int, name: str) -> str:
    """Write an amount as the terminal prints it."""
    places = _MINOR_UNITS.get(currency, 2)
    if not places:
        return f"{name} {amount}"
    return f"{name} {amount // 100},{amount % 100:02d}" if amount >= 0 else f"-{money(-amount, currency, name)}"


def _body(transaction: Transaction, told: Told) -> list[str]:
    titles = {"payment": "Zahlung", "reversal": "Storno", "refund": "Gutschrift", "tip": "Trinkgeld"}
    number = TEST_CARD_NUMBER if told.whole_number else "************" + told.card.number[-4:]
    return [
        titles[transaction.operation],
        _when(transaction.at),
        f"Terminal-ID: {told.terminal_id}",
        f"TA-Nr.: {transaction.trace:06d}",
        f"Beleg-Nr.: {transaction.receipt:04d}",
        told.card.brand,
        f"Nr: {number}",
        f"Betrag: {money(transaction.amount, transaction.currency, transaction.currency_name)}",
        f"Genehmigt {APPROVAL}",
    ]


def _printed(lines: Sequence[str], kind: ReceiptKind, flags: int, as_blocks: bool) -> list[Apdu]:
    if as_blocks:
        inside = [*(Tlv(0x07, write_text(line)) for line in lines), Tlv(0x09, bytes([_LAST_LINE]))]
        tags = [Tlv(0x1F07, bytes([kind])), *([Tlv(0x1F37, bytes([flags]))] if flags else [])]
        return [Apdu(Control.PRINT_BLOCK, encode_bitmaps([container([*tags, constructed(0x25, *inside)])]))]
    printed = [Apdu(Control.PRINT_LINE, b"\0" + write_text(line)) for line in lines]
    return [*printed, Apdu(Control.PRINT_LINE, bytes([_LAST_LINE]))]


def _clock(at: str) -> list[Bitmap]:
    return [
        Bitmap(0x0C, bytes.fromhex(at[11:19].replace(":", ""))),
        Bitmap(0x0D, bytes.fromhex(at[5:10].replace("-", ""))),
    ]


def _when(at: str) -> str:
    return f"{at[8:10]}.{at[5:7]}.{at[:4]} {at[11:19]}"
