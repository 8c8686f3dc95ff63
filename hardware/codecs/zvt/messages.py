"""What a ZVT terminal says: one function from an APDU to a typed message, card numbers masked."""

from dataclasses import dataclass

from hardware.codecs.zvt.apdu import Apdu, Control
from hardware.codecs.zvt.bitmaps import (
    FOR_DISPLAY,
    NO_BITMAPS,
    TLV_CONTAINER,
    Bitmaps,
    bcd_digits,
    decode_bitmaps,
    read_ll,
)
from hardware.codecs.zvt.card_number import safe_text
from hardware.codecs.zvt.printing import PrintBlock, PrintLine, decode_print_block, decode_print_line
from hardware.codecs.zvt.status_information import StatusInformation, decode_status_information
from hardware.codecs.zvt.tlv import Tlv, decode_tlv, find, find_all, read_length
from hardware.errors import DeviceGarbled

_INITIALISATION_DUE, _DIAGNOSIS_DUE = 0x01, 0x02


@dataclass(frozen=True, slots=True)
class IntermediateStatus:
    """`04 FF`: what the terminal does now, a hint and never proof. `minutes` is a new value for T4.

    `text` is the terminal's own (tag 24/07), lines joined by new lines; on unattended devices it must be shown.
    """

    code: int
    text: str = ""
    minutes: int | None = None
    card_number_seen: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """`06 0F`: the command is done, mastery is back with the register.

    After a registration: `status_byte`, `terminal_id`, `currency`, and `commands`, the control fields the terminal
    takes. After a status enquiry: `software` and `terminal_status` (`words.TERMINAL_STATUS`). `fields` are the
    bitmaps. What cannot be read is left out: that a command is done does not depend on it.
    """

    status_byte: int | None = None
    terminal_id: str = ""
    currency: int | None = None
    commands: frozenset[int] = frozenset()
    software: str = ""
    terminal_status: int | None = None
    result: int | None = None
    mirrored_receipt: int | None = None
    age_answer: int | None = None
    token: str = ""
    fields: Bitmaps = NO_BITMAPS

    @property
    def initialisation_due(self) -> bool:
        """Whether the terminal wants to be initialised before it pays."""
        return bool((self.status_byte or 0) & _INITIALISATION_DUE)

    @property
    def diagnosis_due(self) -> bool:
        """Whether the terminal wants a diagnosis before it pays."""
        return bool((self.status_byte or 0) & _DIAGNOSIS_DUE)


@dataclass(frozen=True, slots=True)
class Abort:
    """`06 1E`: the command ended without success. `code` is None when the terminal gave none.

    `currency` comes with a wrong currency (6F), `receipt_number` with an open pre-authorisation (B8).
    """

    code: int | None
    text: str = ""
    maker_code: str = ""
    receipt_number: int | None = None
    currency: int | None = None


@dataclass(frozen=True, slots=True)
class OtherMessage:
    """Any command of a terminal that this register has no use for; it is answered with 84 83."""

    control: int


TerminalMessage = StatusInformation | IntermediateStatus | PrintLine | PrintBlock | Completion | Abort | OtherMessage


def decode_message(apdu: Apdu) -> TerminalMessage:
    """Read what a terminal says while it is master; raises `DeviceGarbled` (protocol error 9A).

    Acknowledgements are not messages: see `Apdu.is_positive` and `Apdu.refusal`.
    """
    if apdu.control == Control.STATUS_INFORMATION:
        return decode_status_information(apdu)
    if apdu.control == Control.INTERMEDIATE_STATUS:
        return _intermediate(apdu.data)
    if apdu.control == Control.PRINT_LINE:
        return decode_print_line(apdu)
    if apdu.control == Control.PRINT_BLOCK:
        return decode_print_block(apdu)
    if apdu.control == Control.COMPLETION:
        return _completion(apdu.data)
    if apdu.control == Control.ABORT_BY_TERMINAL:
        return _abort(apdu.data)
    return OtherMessage(apdu.control)


def _intermediate(data: bytes) -> IntermediateStatus:
    if not data:
        raise DeviceGarbled("An intermediate status without a code came (9A).")
    minutes, tags = _minutes_and_tags(data[1:])
    lines = [safe_text(line, _character_set(tags)) for line in find_all(tags, 0x24, 0x07)]
    seen = any(found for _text, found in lines)
    return IntermediateStatus(data[0], "\n".join(text.rstrip() for text, _found in lines), minutes, seen)


def _minutes_and_tags(rest: bytes) -> tuple[int | None, tuple[Tlv, ...]]:
    """Read timeout and container; the specification itself prints one frame that lacks the timeout."""
    if not rest:
        return None, ()
    try:
        tags = _container(rest[1:]) if len(rest) > 1 else ()
    except DeviceGarbled:
        if rest[0] != TLV_CONTAINER:
            raise
        return None, _container(rest)
    return int(bcd_digits(rest[:1])), tags


def _container(octets: bytes) -> tuple[Tlv, ...]:
    if octets[:1] != bytes([TLV_CONTAINER]):
        raise DeviceGarbled("Something else stands where a TLV container belongs (9A).")
    size, start = read_length(octets, 1)
    if start + size != len(octets):
        raise DeviceGarbled("A TLV container is longer or shorter than its message (9A).")
    return decode_tlv(octets[start:])


def _completion(data: bytes) -> Completion:
    for read in (_of_bitmaps, _of_status_enquiry):
        try:
            return read(data)
        except DeviceGarbled:
            continue
    # Answers to commands of a maker's own have data of their own.
    return Completion()


def _of_bitmaps(data: bytes) -> Completion:
    fields = decode_bitmaps(data, without=FOR_DISPLAY)
    tags = fields.tlv()
    return Completion(
        status_byte=fields.byte(0x19),
        terminal_id=fields.digits(0x29) or "",
        currency=fields.number(0x49),
        commands=frozenset(int.from_bytes(command, "big") for command in find_all(tags, 0x26, 0x0A)),
        result=fields.byte(0x27),
        mirrored_receipt=_number(find(tags, 0x1F1F)),
        age_answer=(find(tags, 0x1F6C) or (None,))[0],
        token=(find(tags, 0x1F14) or b"").hex().upper(),
        fields=fields,
    )


def _of_status_enquiry(data: bytes) -> Completion:
    software, at = "", 0
    if len(data) > 3 and all(0xF0 <= octet <= 0xF9 for octet in data[:3]):
        size, at = read_ll(data, 0, 3)
        if at + size > len(data):
            raise DeviceGarbled("The software's name is longer than its message (9A).")
        software, at = safe_text(data[at : at + size])[0], at + size
    if len(data) > at + 1:
        _container(data[at + 1 :])
    return Completion(software=software.strip(), terminal_status=data[at] if at < len(data) else None)


def _abort(data: bytes) -> Abort:
    if not data:
        return Abort(None)
    try:
        fields = decode_bitmaps(data[1:])
        tags = fields.tlv()
        return Abort(
            data[0],
            safe_text(find(tags, 0x1F17) or find(tags, 0x24, 0x07) or b"")[0].strip(),
            (find(tags, 0x1F16) or b"").hex().upper(),
            fields.number(0x87),
            fields.number(0x49),
        )
    except DeviceGarbled:
        # That it was aborted is what counts; the details are for people.
        return Abort(data[0])


def _character_set(tags: tuple[Tlv, ...]) -> int | None:
    value = find(tags, 0x14)
    return value[0] if value else None


def _number(value: bytes | None) -> int | None:
    return int(bcd_digits(value)) if value else None
