"""Discounts of named cards and pays: what the sale would cost with each, and the price once one is chosen."""

from dataclasses import dataclass

from kiosk.checkout.floor import Floor
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.snapshot import CardOffer
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import ImpossibleStep, Stage
from kiosk.domain.promotion import TenderDiscount
from kiosk.domain.tender import TenderKind

BY_TERMINAL = frozenset({TenderKind.CARD.value, TenderKind.SIMPLE_PAY.value})  # a phone that is tapped is a card to it
OTHER_CARD = "other card"
CHOICE_STAGES = frozenset({Stage.CHOOSING_TENDER, Stage.NOT_PAID})


@dataclass(frozen=True, slots=True)
class _Known:
    of: tuple[object, ...]
    totals: tuple[tuple[str, LocalText, int], ...]
    without: int


def is_named(tender: str, brand: str) -> bool:
    """Whether the card or pay that paid is the one that the price was for.

    "card:blue" is the card whose brand the terminal calls Blue, "simple_pay:blue" the pay; a tender without a
    name is any of them.
    """
    kind, colon, name = tender.partition(":")
    return not colon or kind not in BY_TERMINAL or name.casefold() == brand.casefold().strip()


class NamedCards:
    """The cards and pays that make this sale cheaper when one of them pays all of it."""

    def __init__(self, floor: Floor, cart: OpenCart) -> None:
        self._floor, self._cart = floor, cart
        self._known: _Known | None = None

    def offers(self) -> tuple[CardOffer, ...]:
        """Each card that takes something off, the largest saving first; none once a part was taken."""
        visit = self._floor.visit
        if self._floor.state.stage not in CHOICE_STAGES or visit.taken or not visit.cart.lines:
            return ()
        known = self._now()
        offers = (
            CardOffer(tender, name, known.without - total, total, chosen=tender == visit.tender)
            for tender, name, total in known.totals
            if total < known.without
        )
        return tuple(sorted(offers, key=lambda offer: (offer.total, offer.tender)))

    def choose(self, tender: str) -> None:
        """Price the sale for this card; the same one again, or "", prices it for any card."""
        visit = self._floor.visit
        if tender and all(offer.tender != tender for offer in self.offers()):
            raise ImpossibleStep(f"no card {tender!r} makes this sale cheaper now")
        if self._floor.state.stage not in CHOICE_STAGES:
            raise ImpossibleStep(f"no card can be chosen while {self._floor.state.stage.value}")
        self._floor.active()
        visit.tender = "" if tender == visit.tender else tender
        self._cart.reprice()

    def forget(self) -> None:
        """Another tender pays as well, so the price is that of any card again."""
        if self._floor.visit.tender:
            self._floor.visit.tender = ""
            self._cart.reprice()

    def _now(self) -> _Known:
        visit = self._floor.visit
        cart = visit.cart
        presented = (cart.member, tuple(cart.coupons), tuple(cart.partners), visit.uses is None)
        of = (visit.sale_id, cart.revision, visit.priced_online, visit.catalogue_version, presented)
        if self._known is None or self._known.of != of:
            names = {
                promotion.tender: promotion.name
                for version in self._cart.prices.versions()
                for promotion in version.promotions
                if isinstance(promotion, TenderDiscount) and promotion.tender.partition(":")[0] in BY_TERMINAL
            }
            totals = tuple((tender, name, self._cart.total_with(tender)) for tender, name in names.items())
            self._known = _Known(of, totals, self._cart.total_with(""))
        return self._known
