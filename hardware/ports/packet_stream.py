"""A one-way stream of whole packets from a device: reports, records; whatever carries them."""

from typing import Protocol


class PacketStream(Protocol):
    """Hands out packets as the device sent them; raises `DeviceOffline` when the device is gone."""

    def open(self) -> None: ...

    def read(self, deadline: float) -> bytes:
        """The next packet, or b"" when `deadline` (seconds from now) passed."""
        ...

    def close(self) -> None: ...


class ReportStream(PacketStream, Protocol):
    """A packet stream whose packets are HID reports."""

    def descriptor(self) -> bytes:
        """The report descriptor of the opened device."""
        ...
