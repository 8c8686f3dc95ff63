"""How long nobody may try a PIN after wrong ones: guessing six digits must not pay (security, section 3)."""

from dataclasses import dataclass

TRIES = 5
WAITS = (60, 120, 300, 900)  # seconds after each further five wrong tries


@dataclass(frozen=True, slots=True)
class PinLock:
    """`wrong` tries in this round, `rounds` that ended in a lock, and the time (seconds) until which it holds."""

    wrong: int = 0
    rounds: int = 0
    until: float = 0

    def locked(self, now: float) -> int:
        """Whole seconds that the lock still holds at `now`; never longer than its round allows."""
        if not self.rounds:
            return 0
        left = min(self.until - now, WAITS[min(self.rounds, len(WAITS)) - 1])
        return max(0, -int(-left // 1))

    @property
    def tries_left(self) -> int:
        """Wrong tries until the next lock."""
        return TRIES - self.wrong

    def failed(self, now: float) -> "PinLock":
        """After one more wrong PIN."""
        if self.wrong + 1 < TRIES:
            return PinLock(self.wrong + 1, self.rounds, self.until)
        rounds = self.rounds + 1
        return PinLock(0, rounds, now + WAITS[min(rounds, len(WAITS)) - 1])
