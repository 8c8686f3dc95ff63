"""Results: fields as recorded, what is really charged, what may not be guessed."""

import pytest

from hardware.codecs.zvt.apdu import Apdu, decode_apdu
from hardware.codecs.zvt.bitmaps import Bitmap, container, encode_bitmaps
from hardware.codecs.zvt.status_information import (
    CardTechnology,
    StatusInformation,
    TransactionExtras,
    decode_status_information,
)
from hardware.codecs.zvt.tlv import Tlv, constructed
from hardware.errors import DeviceGarbled
from tests.hardware.codecs.zvt.zvt_corpus import Frame, data_of, frames, other_frames


def _status(*fields: Bitmap) -> StatusInformation:
    return decode_status_information(Apdu(0x040F, encode_bitmaps(fields)))


def _check(frame: Frame) -> None:
    fields = frame["fields"]
    status = decode_status_information(decode_apdu(data_of(frame)))
    wanted = {
        "result_code": status.result,
        "amount": status.amount,
        "currency": status.currency,
        "receipt_no": status.receipt_number,
        "turnover_no": status.turnover_number,
        "orig_trace": status.original_trace,
        "time": status.time or None,
        "date": status.date or None,
        "terminal_id": status.terminal_id or None,
        "vu_number": status.contract_number or None,
        "aid_attr": status.authorisation or None,
        "card_name": status.card_name or None,
        "card_type": status.card_type,
        "card_type_id": status.card_type_id,
        "card_seq": status.card_sequence,
        "payment_type": status.payment_type,
        "result_code_as": status.host_result,
        "additional_text": status.text.replace("\n", "\r") or None,
    }
    for name, value in wanted.items():
        assert value == fields.get(name), (frame["id"], name)
    long_trace = dict(item for item in fields.get("tlv", []) if isinstance(item[1], str)).get("1F2B")
    assert status.trace == (int(long_trace) if long_trace else fields.get("trace"))
    if "pan" in fields and "d" not in fields["pan"]:
        assert status.masked_card == fields["pan"].replace("e", "*")
        assert not status.card_number_seen


def _results(found: list[Frame]) -> list[Frame]:
    return [frame for frame in found if frame["control"] == "040F"]


@pytest.mark.parametrize("frame", _results(frames()), ids=lambda frame: str(frame["id"]))
def test_recorded_results_have_their_fields(frame: Frame) -> None:
    _check(frame)


def test_results_that_are_not_free_have_their_fields() -> None:
    for frame in _results(other_frames()):
        _check(frame)


def test_what_the_first_decoder_asserted_holds_here_too() -> None:
    asserted = next(
        frame for frame in frames() if "A0000000041010, status" in str(frame.get("asserted_by_source")).replace('"', "")
    )
    status = decode_status_information(decode_apdu(data_of(asserted)))
    assert status.extras.technology == CardTechnology.CONTACTLESS
    assert status.extras.application_id == "A0000000041010"
    assert status.extras.application_name == "Debit Mastercard"
    assert status.extras.cardholder_check == 0


def test_only_zero_is_approved_and_no_result_is_none() -> None:
    assert _status(Bitmap(0x27, b"\x00")).approved
    assert not _status(Bitmap(0x27, b"\x05")).approved
    nothing = _status(Bitmap(0x04, bytes(6)))
    assert nothing.result is None
    assert not nothing.approved


def test_a_whole_card_number_is_masked_and_told() -> None:
    """security.md 1.1: bitmap 22 unmasked, stripe data, texts."""
    status = _status(Bitmap(0x27, b"\0"), Bitmap(0x22, bytes.fromhex("4111111111111112")))
    assert (status.masked_card, status.card_number_seen) == ("411111******1112", True)
    for number in (0x23, 0x24, 0x2D):
        assert _status(Bitmap(0x27, b"\0"), Bitmap(number, b"4111111111111111=2812")).card_number_seen
    told = _status(Bitmap(0x27, b"\0"), Bitmap(0x3C, b"KARTE 4111111111111111"))
    assert told.card_number_seen
    inside = _status(container([constructed(0x60, Tlv(0x44, b"4111111111111111"))]))
    assert inside.card_number_seen
    for each in (status, told, inside):
        assert "1111111111" not in repr(each)


def test_no_expiry_date_leaves_the_codec() -> None:
    status = _status(Bitmap(0x27, b"\0"), Bitmap(0x0E, bytes.fromhex("2812")))
    assert "2812" not in repr(status)


def test_extras() -> None:
    tags = [Tlv(0x1F14, b"\xc0\xff\xee"), Tlv(0x1F3B, b"\x01"), Tlv(0x1F6A, bytes.fromhex("000000000700"))]
    tags += [Tlv(0x1F6C, b"\x01"), Tlv(0x1F1F, bytes.fromhex("0201")), Tlv(0x1F37, b"\x82"), Tlv(0x45, b"\xa0")]
    tags += [
        constructed(0x24, Tlv(0x07, b"A"), Tlv(0x07, b"B")),
        Tlv(0x1F16, b"\x14"),
        Tlv(0x1F17, b"why"),
        Tlv(0x99, b"?"),
    ]
    assert _status(container(tags)).extras == TransactionExtras(
        token="C0FFEE",
        tip_may_follow=True,
        remaining=700,
        age_answer=1,
        mirrored_receipt=201,
        receipt_flags=0x82,
        receipts_due="A0",
        shopper_text="A\nB",
        maker_code="14",
        maker_text="why",
    )


@pytest.mark.parametrize(
    "data", ["2700049999", "270004000000012A00", "27000D1332", "27000C256060", "270060F0F0F100", "2700FF"]
)
def test_damage_is_refused_and_never_half_a_result(data: str) -> None:
    with pytest.raises(DeviceGarbled):
        decode_status_information(Apdu(0x040F, bytes.fromhex(data)))


def test_a_terminal_without_a_clock_sends_zeros() -> None:
    assert _status(Bitmap(0x0D, bytes(2)), Bitmap(0x0C, bytes(3))).date == "0000"
