"""Commands of registers as recorded are read."""

import pytest

from hardware.codecs.zvt.apdu import Apdu, decode_apdu
from hardware.codecs.zvt.command_reader import decode_command
from hardware.errors import DeviceGarbled
from tests.hardware.codecs.zvt.zvt_corpus import Frame, data_of, frames, other_frames

# Maker extensions, and one log-off with a parameter that it does not have.
_UNREAD = {"0FA1", "0814", "0602"}


def _check(frame: Frame) -> None:
    apdu = decode_apdu(data_of(frame))
    try:
        command = decode_command(apdu)
    except DeviceGarbled:
        assert frame["control"] in _UNREAD, frame["id"]
        return
    fields = frame["fields"]
    assert command.password == fields.get("password", command.password)
    assert command.currency == fields.get("currency", command.currency)
    byte = fields.get("config_byte")
    assert command.config_byte == (None if byte is None else int(byte, 16))
    for name, number in (("service_byte", 0x03), ("max_status", 0x02), ("payment_type", 0x19)):
        if name in fields:
            assert command.bitmaps.byte(number) == fields[name], frame["id"]
    if "amount" in fields:
        assert command.bitmaps.number(0x04) == fields["amount"]
    if "tlv" in fields:
        assert [f"{tag.tag:02X}" for tag in command.bitmaps.tlv()] == [tag for tag, _ in fields["tlv"]]


def _from_register(frame: Frame) -> bool:
    return str(frame["direction"]) != "PT>ECR" and not str(frame["control"]).startswith("8")


@pytest.mark.parametrize("frame", [f for f in frames() if _from_register(f)], ids=lambda frame: str(frame["id"]))
def test_recorded_commands_have_their_fields(frame: Frame) -> None:
    _check(frame)


def test_commands_that_are_not_free_have_their_fields() -> None:
    for frame in other_frames():
        if _from_register(frame):
            _check(frame)


@pytest.mark.parametrize("apdu", [Apdu(0x0600, b"\x12\x34"), Apdu(0x0600, b"\x12\x34\x56"), Apdu(0x06C0), Apdu(0x0630)])
def test_commands_that_lack_their_parameters_are_refused(apdu: Apdu) -> None:
    with pytest.raises(DeviceGarbled, match="9A"):
        decode_command(apdu)


def test_the_password_is_in_no_log() -> None:
    assert "123456" not in repr(decode_command(Apdu(0x0650, bytes.fromhex("123456"))))
