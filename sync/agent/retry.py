"""How long to wait before asking central again: exponential back-off with full jitter. Pure."""

from collections.abc import Callable

FIRST_SECONDS = 1.0
MOST_SECONDS = 300.0

Uniform = Callable[[float, float], float]  # a random number between two, such as random.uniform


class BackOff:
    """Waits that double with every failure and are spread evenly from 0, so that a herd of stations spreads too."""

    def __init__(self, uniform: Uniform, *, first: float = FIRST_SECONDS, most: float = MOST_SECONDS) -> None:
        if not 0 < first <= most:
            raise ValueError(f"the first wait is above 0 and at most {most} s, not {first} s")
        self._uniform, self._first, self._most = uniform, first, most
        self._failures = 0

    @property
    def failures(self) -> int:
        """Failures since the last success."""
        return self._failures

    def failed(self, retry_after: float | None = None) -> float:
        """Seconds to wait now; never less than central asked for, never more than the longest wait."""
        ceiling = min(self._most, self._first * 2.0 ** min(self._failures, 32))
        self._failures += 1
        wait = self._uniform(0.0, ceiling)
        if retry_after is not None and retry_after > 0:
            # All stations hear the same Retry-After: the jitter goes on top of it.
            wait += retry_after
        return min(wait, self._most)

    def succeeded(self) -> None:
        """Begin with short waits again."""
        self._failures = 0


def retry_after_seconds(header: str | None) -> float | None:
    """The seconds of a Retry-After header; None when it has none (dates are not used by central)."""
    if header is None or not (header.isascii() and header.isdigit()) or len(header) > 6:
        return None
    return float(header)
