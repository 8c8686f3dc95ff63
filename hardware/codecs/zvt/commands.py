"""What a register asks of a ZVT terminal, as APDUs. Amounts are minor units, currencies ISO 4217 numbers (410 is KRW).

Every function raises `DeviceMisused` when a value does not fit its field. A password is six digits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from hardware.codecs.zvt.apdu import Apdu, Control
from hardware.codecs.zvt.bitmaps import Bitmap, amount_bitmap, bcd, container, encode_bitmaps
from hardware.codecs.zvt.text import write_text
from hardware.codecs.zvt.tlv import Tlv, constructed
from hardware.errors import DeviceMisused

KIOSK_CONFIG: Final = 0xBE
"""02 payment receipts, 04 administration receipts, 08 intermediate status, 10 no amount entry at the terminal,
20 no administration at the terminal, 80 receipts come as print commands."""
SEND_STATUS: Final = 0x01
DO_NOT_PRINT: Final = 0x02
CARD_ITEM_WANTED: Final = 0xD0
"""Card reading control (tag 1F15) as recorded from a real register that wants the card identification item."""
_KIOSK_COMMANDS = (
    Control.STATUS_INFORMATION,
    Control.COMPLETION,
    Control.ABORT_BY_TERMINAL,
    Control.INTERMEDIATE_STATUS,
    Control.PRINT_LINE,
    Control.PRINT_BLOCK,
)


@dataclass(frozen=True, slots=True)
class Mirror:
    """The last receipt number the register has, given back in tag 1F1F; None when it has none yet (never 0)."""

    receipt_number: int | None


@dataclass(frozen=True, slots=True)
class PaymentWishes:
    """What a payment may carry beside its amount; what is None is not sent at all.

    `mirror` turns the synchronisation rule on (1F1F); `partial` says that less than the whole is taken (1F70);
    `tip` is in minor units (1F36); `card_wait` seconds for the card, one byte (1F5B, its unit is not tried on a
    device); `card_control` asks for the card identification item (1F15, `CARD_ITEM_WANTED`); `language` is ISO 639.
    """

    mirror: Mirror | None = None
    partial: bool = False
    tip: int | None = None
    card_wait: int | None = None
    card_control: int | None = None
    language: str = ""

    def tags(self) -> list[Tlv]:
        """The tags for the container 06, in the order of their numbers."""
        tags = [Tlv(0x15, write_text(self.language))] if self.language else []
        if self.card_control is not None:
            tags.append(Tlv(0x1F15, _byte(self.card_control)))
        if self.mirror is not None:
            number = self.mirror.receipt_number
            tags.append(Tlv(0x1F1F, b"" if number is None else bcd(number, 2)))
        if self.tip is not None:
            tags.append(Tlv(0x1F36, bcd(self.tip, 6)))
        if self.card_wait is not None:
            tags.append(Tlv(0x1F5B, _byte(self.card_wait)))
        return [*tags, Tlv(0x1F70, b"\x01")] if self.partial else tags


def registration(
    password: str,
    config_byte: int = KIOSK_CONFIG,
    currency: int | None = None,
    service_byte: int | None = None,
    tags: Sequence[Tlv] | None = None,
) -> Apdu:
    """Make this register the terminal's master; `tags` () sends an empty container, None sends none."""
    data = _password(password) + _byte(config_byte)
    if currency is not None:
        data += bcd(currency, 2)
    elif service_byte is not None or tags is not None:
        raise DeviceMisused("A registration with service byte or tags needs the currency before them.")
    return Apdu(Control.REGISTRATION, data + _tail([*_optional(0x03, service_byte)], tags))


def kiosk_tags(printer_width: int, commands: Sequence[int] = _KIOSK_COMMANDS) -> list[Tlv]:
    """What a kiosk says of itself at registration: columns of its printer (12), and the commands it takes (26).

    With 06 D3 among the commands receipts may come as text blocks.
    """
    permitted = [Tlv(0x0A, int(command).to_bytes(2, "big")) for command in commands]
    return [Tlv(0x12, bcd(printer_width, 1)), constructed(0x26, *permitted)]


def authorisation(
    amount: int,
    currency: int | None = None,
    *,
    payment_type: int | None = None,
    max_status: int | None = None,
    goods_timeout: int | None = None,
    wishes: PaymentWishes | None = None,
) -> Apdu:
    """Ask for a payment; `goods_timeout` in seconds, `max_status` how often 84 9C may put `04 0F` off."""
    fields = [amount_bitmap(amount), *_currency(currency), *_optional(0x01, goods_timeout)]
    fields += [*_optional(0x02, max_status), *_optional(0x19, payment_type)]
    return Apdu(Control.AUTHORISATION, _tail(fields, (wishes.tags() or None) if wishes else None))


def reversal(password: str, receipt_number: int, amount: int | None = None, currency: int | None = None) -> Apdu:
    """Give back the stored payment with this receipt number."""
    fields = [_receipt(receipt_number)]
    fields += [amount_bitmap(amount)] if amount is not None else []
    return Apdu(Control.REVERSAL, _password(password) + _tail([*fields, *_currency(currency)]))


def refund(password: str, amount: int, currency: int | None = None, wishes: PaymentWishes | None = None) -> Apdu:
    """Give money to a card that is presented."""
    fields = [amount_bitmap(amount), *_currency(currency)]
    return Apdu(Control.REFUND, _password(password) + _tail(fields, (wishes.tags() or None) if wishes else None))


def repeat_receipt(password: str, service_byte: int | None = SEND_STATUS | DO_NOT_PRINT) -> Apdu:
    """Ask for the last transaction again: its status information, its receipt, or both."""
    return Apdu(Control.REPEAT_RECEIPT, _password(password) + _tail(_optional(0x03, service_byte)))


def end_of_day(password: str) -> Apdu:
    """Close the terminal's day."""
    return Apdu(Control.END_OF_DAY, _password(password))


def status_enquiry(password: str = "", service_byte: int | None = None) -> Apdu:
    """Ask how the terminal is; once a minute, since it runs its timed jobs then."""
    if not password and service_byte is not None:
        raise DeviceMisused("A status enquiry with a service byte needs the password before it.")
    return Apdu(Control.STATUS_ENQUIRY, (_password(password) if password else b"") + _tail(_optional(3, service_byte)))


def abort() -> Apdu:
    """Ask to stop while the terminal waits for a card."""
    return Apdu(Control.ABORT_BY_REGISTER)


def log_off() -> Apdu:
    """Leave the terminal: it forgets configuration and the use of TLV."""
    return Apdu(Control.LOG_OFF)


def display_text(lines: Sequence[str], seconds: int = 0, beeps: int | None = None) -> Apdu:
    """Show up to eight lines for some seconds (0: until the next)."""
    if len(lines) > 8:
        raise DeviceMisused("A ZVT terminal shows at most eight lines.")
    shown = [Bitmap(0xF1 + place, write_text(line)) for place, line in enumerate(lines)]
    return Apdu(Control.DISPLAY_TEXT, _tail([Bitmap(0xF0, _byte(seconds)), *shown, *_optional(0xF9, beeps)]))


def diagnosis() -> Apdu:
    """Let the terminal talk to its host."""
    return Apdu(Control.DIAGNOSIS)


def initialisation(password: str) -> Apdu:
    """Let the terminal fetch its configuration."""
    return Apdu(Control.INITIALISATION, _password(password))


def set_clock(now: datetime) -> Apdu:
    """Set date (AA, YYMMDD) and time (0C, HHMMSS) of the terminal to this local time."""
    fields = [Bitmap(0xAA, bytes.fromhex(f"{now:%y%m%d}")), Bitmap(0x0C, bytes.fromhex(f"{now:%H%M%S}"))]
    return Apdu(Control.SET_CLOCK, _tail(fields))


def reprint() -> Apdu:
    """Let the terminal print the last receipts again."""
    return Apdu(Control.REPRINT)


def book_tip(password: str, receipt_number: int, tip: int, currency: int | None = None) -> Apdu:
    """Add a tip to a payment that allows it (1F3B bit 0)."""
    fields = [amount_bitmap(tip), _receipt(receipt_number), *_currency(currency)]
    return Apdu(Control.BOOK_TIP, _password(password) + _tail(fields))


def partial_reversal(receipt_number: int, amount: int, currency: int | None = None) -> Apdu:
    """Give back part of a pre-authorisation, or book it; most terminals do not for plain payments."""
    return Apdu(
        Control.PARTIAL_REVERSAL, _tail([_receipt(receipt_number), amount_bitmap(amount), *_currency(currency)])
    )


def pre_authorisation_reversal(receipt_number: int, currency: int | None = None) -> Apdu:
    """Give back a whole pre-authorisation."""
    return Apdu(Control.PRE_AUTHORISATION_REVERSAL, _tail([_receipt(receipt_number), *_currency(currency)]))


def read_card(timeout: int, tags: Sequence[Tlv], payment_type: int | None = None, dialog: int | None = None) -> Apdu:
    """Read a card without a payment; `tags` say what of it is wanted."""
    fields = [*_optional(0x19, payment_type), *_optional(0xFC, dialog)]
    return Apdu(Control.READ_CARD, _byte(timeout) + _tail(fields, tags))


def read_token(timeout: int) -> Apdu:
    """Ask for the card identification item (1F14) of a card, for up to `timeout` seconds."""
    return read_card(timeout, [Tlv(0x1F15, _byte(CARD_ITEM_WANTED))])


def age_check(timeout: int, years: int) -> Apdu:
    """Ask a card whether its holder is at least so old (1F6B, answered in 1F6C)."""
    return read_card(timeout, [Tlv(0x1F6B, bcd(years, 1))])


def _password(password: str) -> bytes:
    if len(password) != 6 or not (password.isascii() and password.isdecimal()):
        raise DeviceMisused("The password of a ZVT terminal is six digits.")
    return bytes.fromhex(password)


def _byte(value: int) -> bytes:
    if not 0 <= value <= 0xFF:
        raise DeviceMisused(f"{value} does not fit into one byte.")
    return bytes([value])


def _receipt(number: int) -> Bitmap:
    return Bitmap(0x87, bcd(number, 2))


def _currency(currency: int | None) -> list[Bitmap]:
    return [] if currency is None else [Bitmap(0x49, bcd(currency, 2))]


def _optional(number: int, value: int | None) -> list[Bitmap]:
    return [] if value is None else [Bitmap(number, _byte(value))]


def _tail(fields: Sequence[Bitmap], tags: Sequence[Tlv] | None = None) -> bytes:
    return encode_bitmaps([*fields, *([] if tags is None else [container(tags)])])
