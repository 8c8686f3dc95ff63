"""What a completed sale left behind: for the done page and the receipt."""

from dataclasses import dataclass

from kiosk.checkout.sale_document import PendingSale
from kiosk.domain.sale import PaymentAttempt, Sale


@dataclass(frozen=True, slots=True)
class Sold:
    """What was committed: `sale` None when only orders were kept; `sequence` is its journal entry.

    `attempt` is the tender that completed it, `parts` those before.
    """

    pending: PendingSale
    sale: Sale | None
    signed: str
    sequence: int
    attempt: PaymentAttempt | None = None
    was_known: bool = False
    parts: tuple[PaymentAttempt, ...] = ()

    @property
    def attempts(self) -> tuple[PaymentAttempt, ...]:
        """Every attempt that paid, in the order of the sale's tenders."""
        return (*self.parts, self.attempt) if self.attempt else self.parts
