"""Prices an uploaded sale again by the catalogue that it names, with the very function of the till.

What is compared: the lines are priced with the promotions, tax rules and fees of the version that the sale names,
as of the moment that it names. The price of an item may be lower than that version's, because prices only fall in an
open cart; it must be the price of some version that may have been in use in the same visit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fees import SHIPPING, deposit_fees, fees_of
from kiosk.domain.manufacturer_coupon import NotPriced, promotion_of_coupon
from kiosk.domain.pricing import PricingError, price_cart
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.sale_check import CheckContext, Finding, Remedy, check_cart
from kiosk.domain.tax import TaxError, tax_on_top
from sync.central.prices.differences import PriceDifference, compare, compare_fees
from sync.central.prices.published import PublishedCatalogue, PublishedCatalogues, VersionGone
from sync.central.prices.uploaded import (
    Uploaded,
    as_charged,
    context_of,
    fee_of,
    line_of,
    unknown_item,
)
from sync.wire.sale import LineDocument


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it: `state` is same, different or not_checked, and then `reason` says why."""

    state: str
    reason: str = ""
    differences: tuple[PriceDifference, ...] = ()


class PriceAgain:
    """Prices what stations uploaded again."""

    def __init__(self, catalogues: PublishedCatalogues, zone: ZoneInfo) -> None:
        self._catalogues = catalogues
        self._zone = zone

    def check(self, session: Session, told: Uploaded) -> Verdict:
        """Price it again; a paid sale is never changed by it."""
        try:
            named = self._catalogues.version(session, told.shop, told.catalogue_version)
        except VersionGone as gone:
            return Verdict("not_checked", str(gone))
        visit = _VisitCatalogues(session, self._catalogues, named, told)
        try:
            found = [*self._prices(told, visit), *self._rules(told, visit)]
        except (PricingError, TaxError) as fault:
            found = [PriceDifference("total", "", told.total, None, f"it has no price by this catalogue: {fault}")]
        if not found:
            return Verdict("same")
        if told.pricing is None and all(one.kind != "rule" for one in found):
            # Not a fault of the sale: what the price depended on is simply not known.
            words = f"its station does not tell what prices depend on; by what is known {found[0].what}"
            return Verdict("not_checked", words)
        return Verdict("different", "", tuple(found))

    def _prices(self, told: Uploaded, visit: "_VisitCatalogues") -> Iterator[PriceDifference]:
        named = visit.named
        if told.currency != named.head.currency:
            what = f"the sale is in {told.currency}, its catalogue in {named.head.currency}"
            yield PriceDifference("total", "", told.total, None, what)
            return
        lines = [line_of(line, visit.charged_item) for line in told.lines]
        for line in told.lines:
            yield from visit.item_differences(line)
        shop = named.shop()
        fees = fees_of(lines, shop.sale_fees if shop else ()) if told.paid else deposit_fees(lines)
        fees = (*fees, *(fee_of(fee) for fee in told.fees if fee.kind == SHIPPING))
        yield from compare_fees(told, fees)
        priced = price_cart(lines, _book(told, named, lines), context_of(told, named.head), fees)
        yield from compare(told, priced, tax_on_top(priced))

    def _rules(self, told: Uploaded, visit: "_VisitCatalogues") -> Iterator[PriceDifference]:
        """What should not have been sold by the newest rules that central had published, and whose they were.

        The version that a sale names may be older than the one that the till sold by: it is the one of its prices.
        """
        if not told.paid:
            return
        lines = [line_of(line, visit.sold_item) for line in told.lines]
        newest = visit.newest()
        known = {_facts(one) for one in self._findings(lines, visit.named, told)}
        for finding in self._findings(lines, newest, told):
            by = f"by catalogue version {visit.named.head.version}"
            if _facts(finding) not in known:
                version, published = newest.head.version, newest.head.published_at.isoformat()
                by = f"by version {version}, published {published}, newer than the one that the sale names"
            yield _broken(finding, by)

    def _findings(self, lines: Sequence[LineItem], by: PublishedCatalogue, told: Uploaded) -> list[Finding]:
        """What stood against it both when it was begun and when it was completed: hours end, days change."""

        def at(moment: datetime) -> list[Finding]:
            local = moment.astimezone(self._zone)
            context = CheckContext(at=local, shop=told.shop, attended=True, list_as_of=local)
            return [one for one in check_cart(lines, by.rules, context) if one.remedy is not Remedy.WARN]

        begun = {_facts(one) for one in at(told.pricing.at if told.pricing else told.at)}
        return [one for one in at(told.at) if _facts(one) in begun]


class _VisitCatalogues:
    """The version that a sale names, and those that may have been in use in the same visit."""

    def __init__(
        self, session: Session, catalogues: PublishedCatalogues, named: PublishedCatalogue, told: Uploaded
    ) -> None:
        self.named = named
        self._session, self._catalogues, self._told = session, catalogues, told
        self._near: list[int] | None = None

    def charged_item(self, line: LineDocument) -> CatalogueItem:
        """The item as it was priced."""
        item = self._known(line.sku)
        return as_charged(line, item) if item is not None else unknown_item(line)

    def sold_item(self, line: LineDocument) -> CatalogueItem:
        """The item as the rules of selling see it."""
        return self._known(line.sku) or unknown_item(line)

    def item_differences(self, line: LineDocument) -> Iterator[PriceDifference]:
        """An item that is in no catalogue, or prices, taxes and deposits that none of them has."""
        item = self._known(line.sku)
        here = f"line {line.line} ({line.sku})"
        if item is None:
            yield PriceDifference("item", line.line, line.unit_price, None, f"{here}: in no catalogue of that time")
            return
        held = as_charged(line, item)
        for words, was, right in (
            ("price", held.unit_price, item.unit_price),
            ("member price", held.member_price, item.member_price),
            ("deposit", held.deposit, item.deposit),
        ):
            if was != right and not self._elsewhere(line.sku, words, was):
                what = (
                    f"{here}: {words} {_or_none(was)}, the catalogue says {_or_none(right)}, and no other of that time"
                )
                yield PriceDifference("price", line.line, was, right, what)
        if held.tax != item.tax and not self._elsewhere(line.sku, "tax", held.tax):
            what = f"{here}: taxed as {held.tax}, the catalogue says {item.tax}"
            yield PriceDifference("tax", line.line, None, None, what)

    def newest(self) -> PublishedCatalogue:
        """The newest version that was published when the sale was completed, or the one that it names."""
        newest = self._catalogues.newest(self._session, self._told.shop, self._told.at)
        if newest <= self.named.head.version:
            return self.named
        try:
            return self._catalogues.version(self._session, self._told.shop, newest)
        except VersionGone:
            return self.named

    def _known(self, sku: str) -> CatalogueItem | None:
        item = self.named.item(sku)
        if item is not None:
            return item
        return next((found for known in self._others() if (found := known.item(sku)) is not None), None)

    def _elsewhere(self, sku: str, words: str, value: int | str | None) -> bool:
        name = {"price": "unit_price", "member price": "member_price"}.get(words, words)
        items = (known.item(sku) for known in self._others())
        return any(item is not None and getattr(item, name) == value for item in items)

    def _others(self) -> Iterator[PublishedCatalogue]:
        """The nearest first, each unpacked only when it is asked for."""
        told = self._told
        if self._near is None:
            self._near = self._catalogues.neighbours(self._session, told.shop, told.catalogue_version, told.at)
        for version in self._near:
            try:
                yield self._catalogues.version(self._session, told.shop, version)
            except VersionGone:
                continue


def _book(told: Uploaded, named: PublishedCatalogue, lines: Sequence[LineItem]) -> PromotionBook:
    """The version's promotions, and those that manufacturers' coupons are made into."""
    made: list[Promotion] = []
    for coupon in told.pricing.coupons if told.pricing else ():
        if coupon.value:
            try:
                items = [line.item for line in lines]
                made.append(promotion_of_coupon(coupon.value, coupon.coupon, items, told.currency).promotion)
            except NotPriced:
                continue
    return PromotionBook((*named.promotions, *made)) if made else named.book


def _facts(finding: Finding) -> tuple[str, str, str]:
    return finding.line_id, finding.reason.value, finding.rule


def _broken(finding: Finding, by: str) -> PriceDifference:
    rule = f" ({finding.rule})" if finding.rule else ""
    what = f"line {finding.line_id} ({finding.sku}): {finding.reason.value}{rule} {by}"
    return PriceDifference("rule", finding.line_id, None, None, what)


def _or_none(value: int | None) -> str:
    return "none" if value is None else str(value)
