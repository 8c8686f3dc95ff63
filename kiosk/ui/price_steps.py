"""Why a row costs what it costs: each step with its rule in the shopper's language, from unit price to what is paid."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.snapshot import LineRules
from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.money import round_half_up
from kiosk.domain.priced_cart import PricedLine
from kiosk.domain.promotion import AmountOff, PercentOff, Promotion
from kiosk.domain.promotion_sentences import rule_sentence
from kiosk.ui.display_text import day_text, money_words, weight_text

tr = QCoreApplication.translate
Step = dict[str, str]  # look (base, off, sum, open, ended), icon, text, detail, amount
NO_RULES = LineRules()


def price_steps(priced: PricedLine, rules: LineRules, currency: str, language: str) -> list[Step]:
    """The steps of a row's price; every amount but the sum's and the first is what that rule takes off."""
    write = _Steps(priced, rules, currency, language)
    return [*write.price(), *write.discounts(), *write.sum(), *write.within_reach(), *write.ended()]


class _Steps:
    def __init__(self, priced: PricedLine, rules: LineRules, currency: str, language: str) -> None:
        self._priced, self._rules = priced, rules
        self._currency, self._language = currency, language

    def price(self) -> Iterator[Step]:
        """The price before promotions: the regular one, the member's, the one that staff gave."""
        line, regular = self._priced.line, _regular(self._priced)
        yield _step("base", "tag", self._basis(line), self._since(), self._money(regular))
        below = regular - self._priced.gross
        if below > 0 and line.override is not None and _is_given(self._priced, line.override):
            yield _step("off", "user-check", _reason(line.override), self._staff_detail(line), self._money(-below))
        elif below > 0:
            unit = self._money(self._priced.unit_price)
            detail = tr("Line", "회원은 1개 %1") if line.grams is None else tr("Line", "회원은 1kg %1")
            yield _step("off", "user-check", tr("Line", "회원가"), detail.replace("%1", unit), self._money(-below))

    def discounts(self) -> Iterator[Step]:
        """What each promotion took off, and by which rule."""
        rules = {rule.promotion_id: rule for rule in self._rules.used}
        for discount in self._priced.discounts:
            rule = rules.get(discount.promotion_id)
            detail = self._rule(rule) if rule is not None else ""
            name = discount.name.to(self._language) or discount.badge
            yield _step("off", _icon(rule), name, detail, self._money(-discount.amount))

    def sum(self) -> Iterator[Step]:
        """What is paid, once something came off."""
        if self._priced.net != _regular(self._priced):
            yield _step("sum", "equals", tr("Line", "지금 가격"), "", self._money(self._priced.net))

    def within_reach(self) -> Iterator[Step]:
        """Promotions that this row could still get."""
        for rule in self._rules.open:
            name = tr("Line", "아직 못 받은 행사 · %1").replace("%1", rule.name.to(self._language) or rule.badge)
            yield _step("open", "seal-percent", name, self._rule(rule), "")

    def ended(self) -> Iterator[Step]:
        """Promotions whose label may still hang on the shelf."""
        for rule in self._rules.ended:
            if rule.validity.ends is None:
                continue
            words = tr("Line", "%1에 끝났어요").replace("%1", day_text(_last_day(rule.validity.ends), self._language))
            name = tr("Line", "지난 행사 · %1").replace("%1", rule.name.to(self._language) or rule.badge)
            yield _step("ended", "clock-counter-clockwise", name, words, self._was(rule))

    def _basis(self, line: LineItem) -> str:
        if line.fixed_price is not None:
            return tr("Line", "바코드에 적힌 가격")
        unit = self._money(line.item.unit_price)
        if line.grams is not None:
            weight = weight_text(line.grams, self._language)
            return tr("Line", "%1 · 1kg %2").replace("%1", weight).replace("%2", unit)
        quantity = line.quantity
        return tr("Line", "%n개 × %1", "", quantity).replace("%1", unit)

    def _since(self) -> str:
        """Since when the price is the regular one again, when a promotion ended just before."""
        ends = [rule.validity.ends for rule in self._rules.ended if rule.validity.ends is not None]
        if not ends:
            return ""
        since = _last_day(max(ends)) + timedelta(days=1)
        return tr("Line", "%1부터 정상가").replace("%1", day_text(since, self._language))

    def _was(self, rule: Promotion) -> str:
        """What one piece, or a kilogram, cost while the promotion ran; "" where that hung on what else was bought."""
        price = self._priced.line.item.unit_price
        if isinstance(rule, AmountOff):
            return self._money(max(0, price - rule.amount))
        return self._money(price - round_half_up(price * rule.percent, 100)) if isinstance(rule, PercentOff) else ""

    def _staff_detail(self, line: LineItem) -> str:
        unit = self._money(self._priced.unit_price)
        weighed = line.grams is not None
        words = tr("Line", "직원이 1kg %1으로 고쳤어요") if weighed else tr("Line", "직원이 1개 %1으로 고쳤어요")
        return words.replace("%1", unit)

    def _rule(self, rule: Promotion) -> str:
        return rule_sentence(rule, self._currency, self._language)

    def _money(self, minor: int) -> str:
        return money_words(minor, self._currency, self._language)


def _last_day(ends: datetime) -> date:
    """The last day of a promotion: an end at midnight belongs to the day before it."""
    return (ends - timedelta(microseconds=1)).date()


def _step(look: str, icon: str, text: str, detail: str, amount: str) -> Step:
    return {"look": look, "icon": icon, "text": text, "detail": detail, "amount": amount}


def _regular(priced: PricedLine) -> int:
    """What the row costs at the price for everybody."""
    line = priced.line
    if line.fixed_price is not None:
        return line.fixed_price
    if line.grams is not None:
        return round_half_up(line.item.unit_price * line.grams, 1000)
    return line.item.unit_price * line.quantity


def _is_given(priced: PricedLine, given: PriceOverride) -> bool:
    return priced.unit_price == given.unit_price


def _reason(given: PriceOverride) -> str:
    return {
        "shelf_price": tr("Line", "진열대 가격"),
        "damaged": tr("Line", "포장이 상한 상품"),
    }.get(given.reason, tr("Line", "직원 할인"))


def _icon(rule: Promotion | None) -> str:
    if rule is None:
        return "seal-percent"
    return "ticket" if rule.coupon else "identification-card" if rule.partner else "seal-percent"
