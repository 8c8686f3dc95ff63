"""ZVT messages over a byte stream: cut and joined over TCP, acknowledged and repeated over a serial line."""

import pytest

from hardware.codecs.zvt.apdu import Apdu, encode_apdu
from hardware.codecs.zvt.serial_frame import encode_frame
from hardware.drivers.zvt_link import NotTaken, SerialApduLink, TcpApduLink
from hardware.errors import DeviceGarbled, DeviceOffline
from hardware.transports.scripted import ScriptedStream

ASK = Apdu(0x0501)
LINE = Apdu(0x06D1, b"\x00 ")
DONE = Apdu(0x060F)


def _serial(stream: ScriptedStream, within: float = 0.05) -> SerialApduLink:
    link = SerialApduLink(stream, answer_within=within)
    link.open()
    return link


def test_messages_over_tcp_come_in_pieces_and_together() -> None:
    stream = ScriptedStream()
    link = TcpApduLink(stream)
    link.open()
    both = encode_apdu(LINE) + encode_apdu(DONE)
    stream.push(both[:2])
    stream.push(both[2:])

    assert link.receive(1) == LINE
    assert link.receive(1) == DONE
    assert link.receive(0.01) is None


def test_half_a_message_of_the_last_connection_is_forgotten() -> None:
    stream = ScriptedStream()
    link = TcpApduLink(stream)
    link.open()
    stream.push(encode_apdu(LINE)[:3])
    assert link.receive(0.01) is None

    link.open()
    stream.push(encode_apdu(DONE))

    assert link.receive(1) == DONE


def test_what_is_no_zvt_is_said() -> None:
    stream = ScriptedStream()
    link = TcpApduLink(stream)
    link.open()
    stream.push(b"HTTP/1.1 400 Bad Request")

    with pytest.raises(DeviceGarbled):
        link.receive(1)


def test_a_frame_is_sent_until_it_is_acknowledged() -> None:
    answers = iter([b"\x15", b"\x15", b"\x06"])
    stream = ScriptedStream(lambda _octets: next(answers))

    _serial(stream).send(ASK)

    assert stream.written == [encode_frame(ASK)] * 3


def test_a_frame_that_was_refused_three_times_never_arrived() -> None:
    stream = ScriptedStream(lambda _octets: b"\x15")

    with pytest.raises(NotTaken):
        _serial(stream).send(ASK)
    assert len(stream.written) == 3


def test_silence_after_a_frame_says_nothing_about_its_arrival() -> None:
    stream = ScriptedStream()

    with pytest.raises(DeviceOffline) as silent:
        _serial(stream).send(ASK)

    assert not isinstance(silent.value, NotTaken)
    assert len(stream.written) == 3


def test_an_answer_is_as_good_as_the_acknowledgement_that_was_lost() -> None:
    """Sent again, a payment could be taken for a second one."""
    stream = ScriptedStream(lambda octets: encode_frame(Apdu(0x8000)) if octets == encode_frame(ASK) else b"")
    link = _serial(stream, within=2.0)

    link.send(ASK)

    assert link.receive(0) == Apdu(0x8000)
    assert stream.written.count(encode_frame(ASK)) == 1


def test_a_repeated_frame_is_acknowledged_and_delivered_once() -> None:
    stream = ScriptedStream()
    link = _serial(stream)
    stream.push(encode_frame(LINE) * 2)

    assert link.receive(1) == LINE
    assert link.receive(0.01) is None
    assert stream.written == [b"\x06", b"\x06"]


def test_the_same_line_after_our_answer_is_a_second_line() -> None:
    stream = ScriptedStream(lambda octets: b"\x06" if octets.startswith(b"\x10\x02") else b"")
    link = _serial(stream)
    stream.push(encode_frame(LINE))
    assert link.receive(1) == LINE
    link.send(Apdu(0x8000))
    stream.push(encode_frame(LINE))

    assert link.receive(1) == LINE


def test_a_damaged_frame_is_asked_for_again() -> None:
    stream = ScriptedStream()
    link = _serial(stream)
    damaged = bytearray(encode_frame(LINE))
    damaged[-1] ^= 1
    stream.push(bytes(damaged))
    stream.push(encode_frame(LINE))

    assert link.receive(1) == LINE
    assert stream.written == [b"\x15", b"\x06"]


def test_a_frame_that_breaks_off_is_asked_for_again_after_t1() -> None:
    stream = ScriptedStream()
    link = _serial(stream)
    stream.push(encode_frame(LINE)[:4])

    assert link.receive(0.5) is None
    assert stream.written == [b"\x15"]


def test_what_an_earlier_dialogue_left_on_the_line_is_dropped() -> None:
    stream = ScriptedStream()
    stream.push(encode_frame(Apdu(0x8000)))

    assert _serial(stream).receive(0.01) is None
