"""What terminals say, as recorded and damaged: never a crash, never an approval that nobody gave (F-29, T-12)."""

import json
import random

import pytest

from hardware.codecs.zvt.apdu import Apdu, ApduReader, Control, decode_apdu, encode_apdu
from hardware.codecs.zvt.messages import Abort, Completion, IntermediateStatus, OtherMessage, decode_message
from hardware.codecs.zvt.printing import PrintBlock, PrintLine
from hardware.codecs.zvt.serial_frame import FrameSeen, SerialReader, encode_frame
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.codecs.zvt.tlv import decode_tlv, find_all, read_length
from hardware.errors import DeviceGarbled
from tests.hardware.codecs.zvt.zvt_corpus import Frame, corpus, damaged, data_of, frames, other_frames

_SHORT, _LONG = 3_000, 100_000


def _terminals(found: list[Frame]) -> list[Frame]:
    return [frame for frame in found if frame["direction"] != "ECR>PT"]


def _check(frame: Frame) -> None:
    fields, apdu = frame["fields"], decode_apdu(data_of(frame))
    if apdu.is_positive:
        return
    if apdu.refusal is not None:
        assert apdu.refusal == fields["error"]
        return
    message = decode_message(apdu)
    if isinstance(message, IntermediateStatus):
        assert message.code == fields.get("intermediate_status", message.code)
        minutes = fields.get("timeout_minutes_bcd")
        assert message.minutes == (int(minutes) if minutes else None)
    elif isinstance(message, PrintLine):
        assert f"{message.line.attribute:02x}" == fields["attribute"].lower()
        assert message.kind == fields.get("receipt_type")
        text = bytes.fromhex(fields["text_hex"])
        assert not text.isascii() or message.text == text.decode()
        assert len(message.text) == len(text)
        assert message.is_last == (fields["attribute"] == "81")
    elif isinstance(message, PrintBlock):
        assert message.kind == fields["receipt_type"]
        assert message.is_last is fields["ends_with_last_line_mark"]
        assert _cp437(apdu) == fields["lines_cp437"]
        assert len(message.lines) == len(fields["lines_cp437"])
    elif isinstance(message, Abort):
        assert message.code == fields.get("result_code", message.code)
        assert message.receipt_number == fields.get("receipt_no")
    elif isinstance(message, Completion):
        assert message.terminal_id == fields.get("terminal_id", "")
        assert message.currency == fields.get("currency")
        assert message.result == fields.get("result_code")
        if "raw" not in fields:
            assert message.status_byte == fields.get("payment_type")


def _cp437(apdu: Apdu) -> list[str]:
    size, start = read_length(apdu.data, 1)
    tags = decode_tlv(apdu.data[start : start + size])
    return [line.decode("cp437") for line in find_all(tags, 0x25, 0x07)]


@pytest.mark.parametrize("frame", _terminals(frames()), ids=lambda frame: str(frame["id"]))
def test_recorded_messages_have_their_fields(frame: Frame) -> None:
    _check(frame)


def test_messages_that_are_not_free_have_their_fields() -> None:
    found = _terminals(other_frames())
    assert len(found) + len(_terminals(frames())) > 100
    for frame in found:
        _check(frame)


def _read(pieces: list[str]) -> tuple[list[object], int]:
    """The messages in what came, and how many bytes wait; none when the stream was out of step."""
    reader = ApduReader()
    try:
        came = [apdu for piece in pieces for apdu in reader.feed(bytes.fromhex(piece))]
        return [decode_message(apdu) for apdu in came], reader.pending
    except DeviceGarbled:
        return [], reader.pending


@pytest.mark.parametrize("case", damaged(), ids=lambda case: str(case["id"]))
def test_recorded_damage_behaves_as_expected(case: Frame) -> None:
    messages, pending = _read(case["fragments"])
    if case["expect"] == "no usable receipt":
        assert pending or not messages
        assert not [m for m in messages if isinstance(m, PrintBlock | PrintLine) and m.is_last]
        return
    # One of them claims four bytes more than came: it waits for them, and is one frame then.
    missing = 0 if "Fragmented" in case["id"] else 4
    assert len(messages) == (0 if missing else 1)
    assert len(_read([*case["fragments"], "20" * missing])[0]) == 1


def test_intermediate_status() -> None:
    told = decode_message(Apdu(0x04FF, bytes.fromhex("0A0106182416" + "0714") + b"Bitte Karte einsteck"))
    assert told == IntermediateStatus(0x0A, "Bitte Karte einsteck", 1)
    assert decode_message(Apdu(0x04FF, b"\x17")) == IntermediateStatus(0x17)
    # As the specification prints it: the timeout is missing before the container.
    assert decode_message(Apdu(0x04FF, bytes.fromhex("1706061F7303000002"))) == IntermediateStatus(0x17)
    for wrong in ("", "0A0A", "0A0107", "0A010605AA"):
        with pytest.raises(DeviceGarbled):
            decode_message(Apdu(0x04FF, bytes.fromhex(wrong)))


@pytest.mark.parametrize(
    ("data", "software", "status"),
    [
        ("F0F1F1" + b"PT-PEER 1.0".hex() + "00", "PT-PEER 1.0", 0x00),
        ("F0F0F3626C61F0", "bla", 0xF0),
        ("9C", "", 0x9C),
        ("F0", "", 0xF0),
        ("F00600", "", 0xF0),
    ],
)
def test_the_completion_of_a_status_enquiry(data: str, software: str, status: int) -> None:
    message = decode_message(Apdu(0x060F, bytes.fromhex(data)))
    assert isinstance(message, Completion)
    assert (message.software, message.terminal_status) == (software, status)


def test_the_completion_of_a_registration() -> None:
    message = decode_message(Apdu(0x060F, bytes.fromhex("19032965000028490410060626040A0206D3")))
    assert isinstance(message, Completion)
    assert (message.terminal_id, message.currency) == ("65000028", 410)
    assert message.commands == frozenset({int(Control.PRINT_BLOCK)})
    assert message.initialisation_due
    assert message.diagnosis_due


def test_a_completion_nobody_can_read_is_one_all_the_same() -> None:
    assert decode_message(Apdu(0x060F, b"17FD1E3CGER-APP")) == Completion()


def test_an_abort_is_one_whatever_its_details() -> None:
    assert decode_message(Apdu(0x061E)) == Abort(None)
    assert decode_message(Apdu(0x061E, b"\x6c\xff\xff")) == Abort(0x6C)
    assert decode_message(Apdu(0x061E, bytes.fromhex("6F490978"))) == Abort(0x6F, currency=978)


def test_other_commands_are_named() -> None:
    assert decode_message(Apdu(0x040D, b"?")) == OtherMessage(0x040D)


# -- damage by the thousands --------------------------------------------------------------------------


def _mutated(chance: random.Random, octets: bytes) -> bytes:
    out = bytearray(octets)
    for _ in range(chance.randint(1, 4)):
        kind, at = chance.randrange(5), chance.randrange(len(out)) if out else 0
        if kind == 0 and out:
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1 and out:
            out[at] = chance.randrange(256)
        elif kind == 2:
            del out[at : at + chance.randint(1, 6)]
        elif kind == 3:
            out[at:at] = chance.randbytes(chance.randint(1, 6))
        else:
            del out[at:]
    return bytes(out)


def _fuzz(rounds: int, seed: int) -> None:
    """Mutated frames as they are, in pieces, and behind a serial checksum that the terminal itself made wrongly."""
    chance = random.Random(seed)
    octets = [data_of(frame) for frame in frames()]
    steps = [step for talk in corpus("zvt_dialogues.json")["dialogues"].values() for step in talk["steps"]]
    octets += [bytes.fromhex(step["hex"]) for step in steps if step["dir"] != "info"]
    read = 0
    for _ in range(rounds):
        original = chance.choice(octets)
        wire = _mutated(chance, original)
        reader = ApduReader()
        half = chance.randint(0, len(wire))
        try:
            came = reader.feed(wire[:half]) + reader.feed(wire[half:])
        except DeviceGarbled:
            continue
        for apdu in came:
            read += _is_sound(apdu)
    assert read > rounds // 20


def _is_sound(apdu: Apdu) -> bool:
    try:
        message = decode_message(apdu)
    except DeviceGarbled:
        return False
    assert "4111111111" not in repr(message)
    if isinstance(message, StatusInformation) and message.approved:
        # An approval is there only where its bytes are: result 00, and an amount as it stands in them.
        assert b"\x27\x00" in apdu.data
        if message.amount is not None:
            assert bytes.fromhex(f"04{message.amount:012d}") in apdu.data
    return True


def test_mutated_frames_never_crash_hang_or_approve() -> None:
    _fuzz(_SHORT, 20260301)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_hundred_thousand_mutated_frames(seed: int) -> None:
    _fuzz(_LONG // 4, seed)


def test_a_decline_does_not_become_an_approval_by_one_flipped_bit_on_a_serial_line() -> None:
    """The checksum is for that; over TCP the network's own does it."""
    frame = encode_frame(decode_apdu(bytes.fromhex("040F022701")))
    for place in range(2, len(frame)):
        for bit in range(8):
            octets = bytearray(frame)
            octets[place] ^= 1 << bit
            events = SerialReader().feed(bytes(octets))
            assert not [event for event in events if isinstance(event, FrameSeen)]


@pytest.mark.parametrize("frame", _terminals(frames())[:20], ids=lambda frame: str(frame["id"]))
def test_a_cut_message_is_not_a_shorter_one(frame: Frame) -> None:
    """On TCP a message whose end is missing waits; it is never read as what came."""
    octets = data_of(frame)
    for end in range(len(octets)):
        assert ApduReader().feed(octets[:end]) == []
    assert [encode_apdu(apdu) for apdu in ApduReader().feed(octets)] == [octets]


def test_the_corpus_is_whole() -> None:
    assert len(frames()) == 120
    assert len({json.dumps(frame) for frame in frames()}) == 120
