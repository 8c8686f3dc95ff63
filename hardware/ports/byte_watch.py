"""How a driver lets a technician see the bytes that its device sent."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class SeenBytes:
    """The bytes that came last in one go, at most 256, and the monotonic time of the last of them."""

    octets: bytes
    at: float


@runtime_checkable
class WatchesBytes(Protocol):
    """A driver that keeps its device's last bytes, in memory and only while somebody looks."""

    def watch_bytes(self, seconds: float = 5.0) -> None:
        """Keep them for so many seconds from now; with 0 forget them at once."""
        ...

    def last_bytes(self) -> SeenBytes | None:
        """What came last since somebody looks; None when nothing did."""
        ...
