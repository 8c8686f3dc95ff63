"""Commands: the bytes of the corpus, the tags of a payment, what does not fit."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import Apdu, encode_apdu, negative
from hardware.codecs.zvt.command_reader import decode_command
from hardware.codecs.zvt.commands import Mirror, PaymentWishes
from hardware.codecs.zvt.tlv import Tlv, find
from hardware.errors import DeviceMisused
from tests.hardware.codecs.zvt.zvt_corpus import corpus

_PASSWORD = "123456"


def _authorisation(given: dict[str, Any]) -> Apdu:
    mirror = Mirror(given["mirrored_receipt_no"]) if "mirrored_receipt_no" in given else None
    wishes = PaymentWishes(mirror=mirror, partial=given.get("partial_approval", False))
    return commands.authorisation(
        given["amount"], given.get("currency"), goods_timeout=given.get("timeout"), wishes=wishes
    )


def _registration(given: dict[str, Any]) -> Apdu:
    byte = int(given["config_byte"], 16)
    return commands.registration(given["password"], byte, given.get("currency"), tags=given.get("tlv"))


_MAKERS: dict[str, Callable[[dict[str, Any]], Apdu]] = {
    "registration": _registration,
    "authorisation": _authorisation,
    "status enquiry": lambda given: commands.status_enquiry(given["password"]),
    "abort": lambda _given: commands.abort(),
    "initialisation": lambda given: commands.initialisation(given["password"]),
    "display text": lambda given: commands.display_text(given["lines"], given["duration"], given["beeps"]),
    "reversal": lambda given: commands.reversal(given["password"], given["receipt_no"]),
    "refund": lambda given: commands.refund(given["password"], given["amount"], given["currency"]),
    "repeat receipt": lambda given: commands.repeat_receipt(given["password"], given["service_byte"]),
    "negative acknowledgement": lambda given: negative(int(given["code"], 16)),
}


@pytest.mark.parametrize("vector", corpus("zvt_encode_vectors.json")["vectors"], ids=lambda vector: str(vector["name"]))
def test_the_encode_vectors_match_byte_for_byte(vector: dict[str, Any]) -> None:
    made = _MAKERS[vector["parameters"]["command"]](vector["parameters"])
    assert encode_apdu(made).hex().upper() == vector["hex"]


def _hex(apdu: Apdu) -> str:
    return encode_apdu(apdu).hex().upper()


def test_the_commands_without_vectors_follow_the_same_layout() -> None:
    assert _hex(commands.log_off()) == "060200"
    assert _hex(commands.end_of_day(_PASSWORD)) == "065003123456"
    assert _hex(commands.diagnosis()) == "067000"
    assert _hex(commands.reprint()) == "061200"
    assert _hex(commands.set_clock(datetime(2026, 3, 1, 19, 5, 9))) == "069108AA2603010C190509"  # noqa: DTZ001
    assert _hex(commands.book_tip(_PASSWORD, 42, 500, 410)) == "060C1012345604000000000500870042490410"
    assert _hex(commands.partial_reversal(231, 1295, 978)) == "06230D87023104000000001295490978"
    assert _hex(commands.pre_authorisation_reversal(231, 978)) == "062506870231490978"
    assert _hex(commands.reversal(_PASSWORD, 42, 1234, 978)) == "06301012345687004204000000001234490978"
    assert _hex(commands.status_enquiry()) == "050100"
    assert _hex(commands.status_enquiry(_PASSWORD, 1)) == "0501051234560301"
    assert _hex(commands.age_check(30, 19)) == "06C0071E06041F6B0119"
    assert _hex(commands.read_token(15)) == "06C0070F06041F1501D0"
    assert _hex(commands.read_card(15, [Tlv(0x1F15, b"\xd0"), Tlv(0x1F60, b"\x07")], 0x10, 2)) == (
        "06C00F0F1910FC0206081F1501D01F600107"  # as recorded from a register
    )


def test_a_kiosk_says_its_printer_and_what_it_takes() -> None:
    command = decode_command(commands.registration(_PASSWORD, currency=410, tags=commands.kiosk_tags(42)))
    tags = command.bitmaps.tlv()
    assert command.config_byte == 0xBE
    assert command.currency == 410
    assert find(tags, 0x12) == b"\x42"
    assert b"\x06\xd3" in {child.value for child in tags[1].children}


def test_a_payment_carries_only_what_was_wished() -> None:
    bare = decode_command(commands.authorisation(500, 410, wishes=PaymentWishes()))
    assert bare.bitmaps.tlv() == ()
    wishes = PaymentWishes(Mirror(57), True, 300, 45, commands.CARD_ITEM_WANTED, "ko")
    full = decode_command(commands.authorisation(500, 410, max_status=10, payment_type=0x40, wishes=wishes))
    assert {(tag.tag, tag.value.hex()) for tag in full.bitmaps.tlv()} == {
        (0x15, "6b6f"),
        (0x1F15, "d0"),
        (0x1F1F, "0057"),
        (0x1F36, "000000000300"),
        (0x1F5B, "2d"),
        (0x1F70, "01"),
    }
    assert (full.bitmaps.byte(0x02), full.bitmaps.byte(0x19)) == (10, 0x40)


@given(st.integers(0, 999_999_999_999), st.integers(1, 999), st.integers(1, 9999))
def test_what_is_asked_is_what_a_terminal_reads(amount: int, currency: int, receipt: int) -> None:
    for apdu in (commands.authorisation(amount, currency), commands.reversal(_PASSWORD, receipt, amount, currency)):
        command = decode_command(apdu)
        assert (command.bitmaps.number(0x04), command.currency) == (amount, currency)
    assert decode_command(commands.reversal(_PASSWORD, receipt)).bitmaps.number(0x87) == receipt


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: commands.authorisation(-1),
        lambda: commands.authorisation(10**12),
        lambda: commands.authorisation(1, goods_timeout=256),
        lambda: commands.reversal(_PASSWORD, 10_000),
        lambda: commands.end_of_day("12345"),
        lambda: commands.end_of_day("12345x"),
        lambda: commands.end_of_day("１２３４５６"),
        lambda: commands.registration(_PASSWORD, service_byte=1),
        lambda: commands.status_enquiry(service_byte=1),
        lambda: commands.display_text(["line"] * 9),
        lambda: commands.display_text(["x" * 100]),
    ],
)
def test_what_does_not_fit_is_our_fault(wrong: Callable[[], Apdu]) -> None:
    with pytest.raises(DeviceMisused):
        wrong()
