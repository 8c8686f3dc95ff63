"""Time, randomness, names and PINs as the real world has them."""

import os
import secrets
import time
import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from sync.wire.lane import LaneDocument, LaneReport


class ShopClock:
    """The machine's clock in the shop's time zone (an IANA name such as Asia/Seoul)."""

    def __init__(self, zone: str) -> None:
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        """Aware local shop time."""
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()


class RandomNames:
    """Identifiers from the operating system's randomness."""

    def new_id(self) -> str:
        """A UUID version 7 (RFC 9562, 5.7): milliseconds first, so that later ones sort later."""
        stamp = time.time_ns() // 1_000_000
        octets = bytearray(stamp.to_bytes(6, "big") + os.urandom(10))
        octets[6] = 0x70 | octets[6] & 0x0F
        octets[8] = 0x80 | octets[8] & 0x3F
        return str(uuid.UUID(bytes=bytes(octets)))

    def link_token(self) -> str:
        """144 random bits as 24 URL-safe characters (security T-17 asks for 128)."""
        return secrets.token_urlsafe(18)


class NoCentral:
    """A station on its own: nothing is uploaded, and nothing pretends to be online."""

    def __init__(self, since: datetime) -> None:
        self._since = since

    def online(self) -> bool:
        """Never."""
        return False

    def offline_since(self) -> datetime | None:
        """Since the start."""
        return self._since

    def acknowledged(self) -> int:
        """Nothing was."""
        return 0

    def wake(self) -> None:
        """There is nobody to wake."""

    def tell_lane(self, report: LaneReport) -> None:
        """There is nobody to tell."""

    def lanes(self) -> tuple[LaneDocument, ...]:
        """None is known."""
        return ()
