"""The keyboard wedge as a scanner like any other."""

from hardware.codecs.wedge_keys import KeyVerdict
from hardware.device_thread import DeviceThread
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.ports.scanner import CodeRead, CodeRefused, ScannerEvent
from tests.fakes.device_log import DeviceLog


def test_bursts_are_delivered_and_typing_goes_through() -> None:
    events: DeviceLog[ScannerEvent] = DeviceLog()
    wedge = WedgeScanner("wedge", clock=lambda: 9.0)
    thread = DeviceThread("wedge", wedge, events)
    thread.start()
    try:
        let_through = "".join(wedge.key(c, 1.0 + i * 0.01).let_through for i, c in enumerate("8801234567893\r"))
        assert let_through == ""
        assert wedge.key("a", 3.0) == KeyVerdict()
        assert wedge.expires_at == 3.05
        assert wedge.expire(3.2) == KeyVerdict("a")
        for i, c in enumerate("12\x1b4567\r"):
            assert wedge.key(c, 5.0 + i * 0.01).let_through == ""
        read, refused = events.wait_count(2)
        assert read == CodeRead("8801234567893", "", "wedge", 9.0)
        assert isinstance(refused, CodeRefused)
    finally:
        thread.stop()
