"""`04 0F`, the result of a transaction as the terminal tells it, with card numbers already masked."""

from dataclasses import dataclass
from enum import IntEnum

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.bitmaps import Bitmaps, bcd_digits, decode_bitmaps
from hardware.codecs.zvt.card_number import masked_number, safe_text
from hardware.codecs.zvt.text import read_text
from hardware.codecs.zvt.tlv import Tlv, find, find_all
from hardware.codecs.zvt.totals import Totals, decode_totals
from hardware.errors import DeviceGarbled

_STRIPE_FIELDS = (0x23, 0x24, 0x2D)


class CardTechnology(IntEnum):
    """How the card was read (tag 1F12)."""

    STRIPE = 0
    CHIP = 1
    CONTACTLESS = 2


@dataclass(frozen=True, slots=True)
class TransactionExtras:
    """What the TLV container of a status information may add; None or "" when it does not.

    `token` is the card identification item 1F14 as hex. `cardholder_check` is 1F10: 0 none, 1 signature, 2 online
    PIN, 3 and 4 offline PIN. `remaining` (1F6A) is in minor units, `age_answer` (1F6C) 0 no, 1 yes, 2 the card
    cannot say, 3 the terminal cannot, `mirrored_receipt` (1F1F) the number of the synchronisation rule.
    `receipts_due` is tag 45 as hex, `receipt_flags` 1F37, `tip_may_follow` bit 0 of 1F3B.
    """

    token: str = ""
    cardholder_check: int | None = None
    online: int | None = None
    technology: int | None = None
    application_id: str = ""
    application_name: str = ""
    shopper_text: str = ""
    remaining: int | None = None
    age_answer: int | None = None
    mirrored_receipt: int | None = None
    receipts_due: str = ""
    receipt_flags: int = 0
    tip_may_follow: bool = False
    emv_customer: str = ""
    emv_merchant: str = ""
    maker_code: str = ""
    maker_text: str = ""


@dataclass(frozen=True, slots=True)
class StatusInformation:
    """The result of a transaction; what the terminal did not send is None or "".

    `result` 0 is approved, and only that; without a result nothing is known. `amount` is what was **really**
    charged, in minor units: whoever asked compares it. `currency` is an ISO 4217 number. `trace` is tag 1F2B when
    the terminal sends it, else 0B. `time` is HHMMSS, `date` MMDD by the terminal's clock. `card_number_seen` says
    that more of a card number (or of its stripe) was sent than may be; it was masked or dropped.
    """

    result: int | None
    amount: int | None = None
    currency: int | None = None
    trace: int | None = None
    original_trace: int | None = None
    receipt_number: int | None = None
    turnover_number: int | None = None
    date: str = ""
    time: str = ""
    terminal_id: str = ""
    contract_number: str = ""
    masked_card: str = ""
    card_number_seen: bool = False
    card_name: str = ""
    card_type: int | None = None
    card_type_id: int | None = None
    card_sequence: int | None = None
    payment_type: int | None = None
    authorisation: str = ""
    host_result: int | None = None
    text: str = ""
    totals: Totals | None = None
    extras: TransactionExtras = TransactionExtras()

    @property
    def approved(self) -> bool:
        """Whether the terminal says that it went through."""
        return self.result == 0


class _Texts:
    """Reads free texts and remembers whether a card number stood in one."""

    def __init__(self) -> None:
        self.seen = False

    def read(self, octets: bytes | None, character_set: int | None = None) -> str:
        text, seen = safe_text(octets or b"", character_set)
        self.seen = self.seen or seen
        return text.strip(" \0")


def decode_status_information(apdu: Apdu) -> StatusInformation:
    """Read the data block of `04 0F`; raises `DeviceGarbled` (protocol error 9A) rather than guess."""
    fields = decode_bitmaps(apdu.data)
    texts = _Texts()
    card, seen = masked_number(fields.value(0x22) or b"")
    tags = fields.tlv()
    extras = _read_extras(tags, texts)
    totals = fields.value(0x60)
    return StatusInformation(
        result=fields.byte(0x27),
        amount=fields.number(0x04),
        currency=fields.number(0x49),
        trace=_trace(fields, tags),
        original_trace=fields.number(0x37),
        receipt_number=fields.number(0x87),
        turnover_number=fields.number(0x88),
        date=_day_part(fields.digits(0x0D), (1, 12), (1, 31)),
        time=_day_part(fields.digits(0x0C), (0, 23), (0, 59), (0, 59)),
        terminal_id=fields.digits(0x29) or "",
        contract_number=read_text(fields.value(0x2A) or b"").strip(),  # a typed field: kept as it is
        masked_card=card,
        card_name=texts.read(fields.value(0x8B)),
        card_type=fields.byte(0x8A),
        card_type_id=fields.byte(0x8C),
        card_sequence=fields.number(0x17),
        payment_type=fields.byte(0x19),
        authorisation=texts.read(fields.value(0x3B)),
        host_result=fields.byte(0xA0),
        text=texts.read(fields.value(0x3C)),
        totals=decode_totals(totals) if totals is not None else None,
        extras=extras,
        card_number_seen=seen or texts.seen or any(fields.value(number) for number in _STRIPE_FIELDS),
    )


def _read_extras(tags: tuple[Tlv, ...], texts: _Texts) -> TransactionExtras:
    """Read what this register understands of a container; raises `DeviceGarbled` for damaged containers inside."""
    payment = (*tags, *(child for tag in tags if tag.tag in (0x2F, 0x60) for child in tag.children))
    info = _byte(find(tags, 0x1F3B)) or 0
    return TransactionExtras(
        token=_hex(find(tags, 0x1F14)),
        cardholder_check=_byte(find(payment, 0x1F10)),
        online=_byte(find(payment, 0x1F11)),
        technology=_byte(find(payment, 0x1F12)),
        application_id=_hex(find(payment, 0x43)),
        application_name=texts.read(find(payment, 0x44)),
        shopper_text="\n".join(texts.read(line) for line in find_all(tags, 0x24, 0x07)),
        remaining=_digits(find(tags, 0x1F6A)),
        age_answer=_byte(find(tags, 0x1F6C)),
        mirrored_receipt=_digits(find(tags, 0x1F1F)),
        receipts_due=_hex(find(tags, 0x45)),
        receipt_flags=_byte(find(tags, 0x1F37)) or 0,
        tip_may_follow=bool(info & 1),
        emv_customer=texts.read(find(tags, 0x46)),
        emv_merchant=texts.read(find(tags, 0x47)),
        maker_code=_hex(find(tags, 0x1F16)),
        maker_text=texts.read(find(tags, 0x1F17)),
    )


def _trace(fields: Bitmaps, tags: tuple[Tlv, ...]) -> int | None:
    long_trace = _digits(find(tags, 0x1F2B))
    return long_trace if long_trace is not None else fields.number(0x0B)


def _day_part(digits: str | None, *limits: tuple[int, int]) -> str:
    """Check a date or time; all zeros is what terminals send when they have none."""
    if digits is None or not int(digits):
        return digits or ""
    for place, (least, most) in enumerate(limits):
        if not least <= int(digits[place * 2 : place * 2 + 2]) <= most:
            raise DeviceGarbled("The terminal sent a date or time that there is not (9A).")
    return digits


def _digits(value: bytes | None) -> int | None:
    return int(bcd_digits(value)) if value else None


def _byte(value: bytes | None) -> int | None:
    return value[0] if value else None


def _hex(value: bytes | None) -> str:
    return (value or b"").hex().upper()
