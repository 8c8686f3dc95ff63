"""Instalments (할부): offered from an amount on, asked for before the terminal's dialogue (payment-korea.md 3).

The register cannot know whether they cost interest, or whether a debit card is presented: it never promises either.
"""

from kiosk.checkout.floor import Floor
from kiosk.domain.checkout_state import ImpossibleStep, Stage

CHOICE_STAGES = frozenset({Stage.CHOOSING_TENDER, Stage.NOT_PAID, Stage.PARTLY_PAID})


class Instalments:
    """The months that the next card payment may be spread over."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def offered(self) -> tuple[int, ...]:
        """Months besides paying at once: what the terminal takes, once the rest is enough; empty otherwise."""
        floor, visit = self._floor, self._floor.visit
        rest = visit.charged.total - sum(part.charged for part in visit.taken)
        least = floor.settings.instalments_from
        if not least or rest < least or floor.state.stage not in CHOICE_STAGES:
            return ()
        known = floor.till.terminal.capabilities().months
        return tuple(months for months in known if months in floor.settings.instalments)

    def choose(self, months: int) -> None:
        """Spread the next card payment; 0 pays at once."""
        if months and months not in self.offered():
            raise ImpossibleStep(f"{months} months are not offered now")
        self._floor.active()
        self._floor.visit.months = months

    def of(self, amount: int) -> int:
        """The chosen months for a payment of `amount`: none when it is too small for them."""
        visit = self._floor.visit
        return visit.months if visit.months in self.offered() and amount >= self._floor.settings.instalments_from else 0
