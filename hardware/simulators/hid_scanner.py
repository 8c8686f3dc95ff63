"""A USB scanner set to HID POS: sends reports of usage page 0x8C at a path, with its report descriptor beside."""

from collections.abc import Callable
from pathlib import Path

from hardware.simulators.packet_cable import PacketCable

REPORT_ID = 2
ROOM = 56  # bytes of decoded data in a report
_STATUS_REPORT_ID = 4

# Report 2 of 64 bytes: its number, a byte count, three bytes of AIM identifier, 56 bytes of decoded data, two bytes of
# the maker, one byte whose first bit says that the code goes on. Makers' guides describe this form for Honeywell
# and Access-IS (LSR118 manual, appendix B) scanners. Report 4 stands for what is not a code.
DESCRIPTOR = bytes.fromhex(
    "05 8c 09 02 a1 01"  # page: bar code scanner; usage: bar code scanner; application
    "09 12 a1 02 85 02"  # scanned data report, logical collection, report 2
    "15 00 26 ff 00 75 08 95 01 05 01 09 3b 81 02"  # one byte: byte count
    "05 8c 95 03 09 fb 09 fc 09 fd 81 02"  # three bytes: symbology identifier 1 to 3
    "95 38 09 fe 82 02 01"  # 56 buffered bytes: decoded data
    "06 66 ff 95 02 09 04 09 00 81 02"  # two bytes of the maker's own page
    "05 8c 25 01 75 01 95 08 09 ff 81 02 c0"  # eight bits: decode data continued
    "09 14 a1 02 85 04 75 08 95 01 09 00 81 02 c0"  # trigger report 4, one byte
    "c0"
)


class HidScannerSimulator:
    """Plays a HID POS scanner; `address` is the path to put into the settings.

    `aim` says whether it tells the AIM identifier of each code; `set_up` changes it, and what is added before
    and after a code, as a configuration barcode would.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._cable = PacketCable(path)
        self._aim, self._prefix, self._suffix = True, "", ""

    @property
    def address(self) -> str:
        """The path of the device."""
        return str(self._cable.path)

    def start(self) -> None:
        """Plug the cable in."""
        self._cable.plug()
        beside = self._cable.path.with_name(self._cable.path.name + ".descriptor")
        beside.write_bytes(DESCRIPTOR)

    def stop(self) -> None:
        """Unplug for good."""
        self._cable.dispose()

    def send(self, text: str, identifier: str = "]E0") -> None:
        """Scan a code of the symbology that the AIM identifier names; raises `DeviceOffline` when unplugged."""
        self.send_bytes((self._prefix + text + self._suffix).encode("utf-8"), identifier)

    def send_bytes(self, octets: bytes, identifier: str = "]E0") -> None:
        """Scan a code that holds these bytes; long ones go out in several reports."""
        named = identifier.encode("ascii")[:3] if self._aim else b""
        pieces = [octets[at : at + ROOM] for at in range(0, len(octets), ROOM)] or [b""]
        for number, piece in enumerate(pieces, 1):
            more = number < len(pieces)
            self.send_report(report(piece, named, more=more))

    def send_report(self, octets: bytes) -> None:
        """Send a report just so, as a broken or hostile scanner would."""
        self._cable.send(octets)

    def set_up(self, prefix: str = "", suffix: str = "", aim: bool = True) -> None:
        """Change what is sent before and after each code, and whether its symbology is told."""
        self._prefix, self._suffix, self._aim = prefix, suffix, aim

    def unplug(self) -> None:
        """Pull the cable."""
        self._cable.unplug()

    def replug(self) -> None:
        """Put the cable back; the address stays the same."""
        self.start()

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process; bytes are given as hexadecimal digits."""
        return {
            "send": self.send,
            "send_hex": lambda octets, identifier="]E0": self.send_bytes(bytes.fromhex(octets), identifier),
            "report": lambda octets: self.send_report(bytes.fromhex(octets)),
            "set_up": self.set_up,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }


def report(piece: bytes, identifier: bytes = b"", *, more: bool = False) -> bytes:
    """One report of decoded data: at most 56 bytes, an AIM identifier or none, and whether more follows."""
    head = bytes([REPORT_ID, len(piece)]) + identifier.ljust(3, b"\0")
    return head + piece.ljust(ROOM, b"\0") + bytes(2) + bytes([more])


def status_report(value: int = 0) -> bytes:
    """A report that carries no code."""
    return bytes([_STATUS_REPORT_ID, value])
