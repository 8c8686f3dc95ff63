"""A price told to a person: a short table, or each line with what took what off and why."""

from collections.abc import Iterator

from kiosk.domain.money_text import money_words
from kiosk.domain.price_case import PriceCase
from kiosk.domain.price_words import WORDS, PriceWords
from kiosk.domain.priced_cart import PricedCart, PricedLine, UsedPromotion
from kiosk.domain.promotion import CartPromotion, Promotion
from kiosk.domain.promotion_sentences import rule_sentence
from kiosk.domain.receipt_words import KO
from kiosk.domain.receipt_words import WORDS as RECEIPT_WORDS
from kiosk.domain.tax_rules import TaxMode


class _Teller:
    """One price in one language."""

    def __init__(self, case: PriceCase, cart: PricedCart, language: str) -> None:
        self.case, self.cart, self.language = case, cart, language
        self.words: PriceWords = WORDS.get(language, WORDS["ko"])
        self.promotions: dict[str, Promotion] = {x.promotion_id: x for x in case.promotions}

    def money(self, amount: int) -> str:
        return money_words(amount, self.cart.currency, self.language)

    def lines(self) -> Iterator[str]:
        """A sentence a line, and under it what each promotion took off it."""
        for row in self.cart.lines:
            taken = row.gross - row.net
            sentence = self.words.line_reduced if taken else self.words.line_plain
            yield sentence.format(
                line=row.line.line_id,
                name=row.line.item.name.to(self.language),
                measure=", ".join(self.measure(row)),
                gross=self.money(row.gross),
                off=self.money(taken),
                net=self.money(row.net),
            )
            for off in row.discounts:
                name = self.name(off.promotion_id)
                yield "  " + self.words.line_part.format(name=name, off=self.money(off.amount))

    def measure(self, row: PricedLine) -> Iterator[str]:
        """How much of it, and where its price is not the item's own, which price."""
        line = row.line
        yield (
            self.words.pieces.format(count=line.quantity)
            if line.grams is None
            else self.words.weight.format(grams=line.grams)
        )
        if row.member:
            yield self.words.member_price.format(price=self.money(row.unit_price))
        if line.override is not None and line.override.unit_price == row.unit_price:
            yield self.words.staff_price.format(price=self.money(row.unit_price), reason=line.override.reason)

    def name(self, promotion_id: str) -> str:
        promotion = self.promotions[promotion_id]
        name = promotion.name.to(self.language)
        return name if name == promotion_id else f"{name} ({promotion_id})"

    def steps(self) -> Iterator[str]:
        """What each promotion gave: those of items, then those of the cart in the order in which they applied."""

        def place(used: UsedPromotion) -> tuple[bool, int, str]:
            promotion = self.promotions[used.promotion_id]
            cart_level = isinstance(promotion, CartPromotion)
            rank = promotion.rank if isinstance(promotion, CartPromotion) else 0
            return cart_level, rank, used.promotion_id

        for used in sorted(self.cart.used, key=place):
            promotion = self.promotions[used.promotion_id]
            sentence = self.words.used_cart if isinstance(promotion, CartPromotion) else self.words.used_item
            yield sentence.format(
                name=self.name(used.promotion_id),
                times=used.applications,
                off=self.money(used.amount),
                rule=rule_sentence(promotion, self.cart.currency, self.language),
            )

    def sums(self) -> Iterator[str]:
        """What it comes to: items, discounts, fees, taxes, to pay."""
        yield self.words.gross.format(gross=self.money(self.cart.gross))
        if self.cart.discount:
            yield self.words.discount.format(discount=self.money(self.cart.discount))
        for fee in self.cart.fees:
            kind = RECEIPT_WORDS.get(self.language, KO).fees.get(fee.kind, fee.kind)
            yield self.words.fee.format(kind=kind, amount=self.money(fee.amount))
        on_top = self.case.context.tax.mode is TaxMode.EXCLUSIVE
        sentence = self.words.tax_on_top if on_top else self.words.tax_inside
        for tax in self.cart.taxes:
            if tax.tax:
                yield sentence.format(rate=tax.rate, net=self.money(tax.net), tax=self.money(tax.tax))
        yield self.words.total.format(total=self.money(self.cart.total))
        if not self.cart.exact:
            yield self.words.not_exact


def price_sentences(case: PriceCase, cart: PricedCart, language: str) -> str:
    """Each line, what took what off and why, the steps of the cart, taxes, and what is to pay; a sentence a row."""
    teller = _Teller(case, cart, language)
    told = list(teller.lines()) or [teller.words.empty]
    steps = list(teller.steps())
    if steps:
        told += ["", f"{teller.words.used}:", *(f"  {step}" for step in steps)]
    return "\n".join([*told, "", *teller.sums()])


def price_table(case: PriceCase, cart: PricedCart, language: str) -> str:
    """The lines with what they cost and what is to pay, without reasons."""
    teller = _Teller(case, cart, language)
    told = [sentence for sentence in teller.lines() if not sentence.startswith("  ")]
    return "\n".join([*(told or [teller.words.empty]), *teller.sums()])
