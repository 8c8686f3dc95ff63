"""Names of the requests to the payment terminal: short, and never the same twice within days."""

import hashlib
from datetime import UTC, datetime

_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def base36(number: int, width: int) -> str:
    """`number` in `width` digits of base 36, the highest digits dropped when it does not fit."""
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def service_id(station: str, count: int) -> str:
    """The name of the `count`-th request of a station to its terminal: 4 digits of the station, 6 of the count.

    The count starts at the seconds since 2024 at each opening of the file, or goes on where it was if that is
    more: neither a restart, nor an older copy of the file, nor an installation anew repeats one within 48 h.
    """
    mark = int.from_bytes(hashlib.sha256(station.encode()).digest()[:8], "big")
    return base36(mark, 4) + base36(count, 6)


def least_service_count(now: datetime) -> int:
    """Where the count must stand at least when the file is opened at the aware time `now`."""
    return max(int((now - _EPOCH).total_seconds()), 0)
