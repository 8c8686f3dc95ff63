"""The line in memory keeps the rules of a real one."""

import pytest

from hardware.errors import DeviceOffline
from hardware.transports.scripted import ScriptedStream


def test_what_is_written_is_answered_in_order() -> None:
    stream = ScriptedStream(lambda octets: octets.upper())
    with pytest.raises(DeviceOffline):
        stream.write(b"a")
    stream.open()
    stream.push(b"first")
    stream.write(b"a")
    assert [stream.read(0), stream.read(0), stream.read(0)] == [b"first", b"A", b""]
    assert stream.written == [b"a"]
    stream.drop()
    with pytest.raises(DeviceOffline):
        stream.read(1)
    with pytest.raises(DeviceOffline):
        stream.read(1)
    stream.open()
    assert stream.read(0) == b""
    stream.close()
