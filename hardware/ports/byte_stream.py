"""A two-way stream of bytes to a device, whatever carries it."""

from typing import Protocol


class ByteStream(Protocol):
    """Moves bytes; raises `DeviceOffline` when the other end is gone."""

    def open(self) -> None: ...

    def read(self, deadline: float) -> bytes:
        """What arrived, at least one byte, or b"" when `deadline` (seconds from now) passed."""
        ...

    def write(self, octets: bytes) -> None: ...

    def close(self) -> None: ...


class TunableStream(ByteStream, Protocol):
    """A stream over a line that has a speed."""

    def tune(self, baud: int) -> None:
        """Listen with this speed from now on, opened or not; what waits at the old speed is dropped."""
        ...
