"""From a priced cart to the words of its rows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.cart import LineItem
from kiosk.domain.fees import deposit_fees
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import PricedLine
from kiosk.ui.display_text import day_text, money_text, money_words, spoken_money, time_text, weight_text
from kiosk.ui.line_list_model import LineRow

_ORDER = {FulfilmentKind.SHIP: 0, FulfilmentKind.PICK_UP: 1, FulfilmentKind.CARRY_OUT: 2}
tr = QCoreApplication.translate


def line_rows(snapshot: Snapshot, language: str) -> list[LineRow]:
    """The rows of the list: what is shipped first, then picked up, then taken now; newest on top.

    The item in the now card is not in the list until it folds into it.
    """
    held = snapshot.now_item.line.line.line_id if snapshot.now_item else ""
    lines = [line for line in reversed(snapshot.cart.lines) if line.line.line_id != held]
    lines.sort(key=lambda line: (_ORDER[line.line.fulfilment.kind], line.line.fulfilment.shop))
    asked = snapshot.person_lines
    return [line_row(x, snapshot.cart.currency, language, asked.get(x.line.line_id, "")) for x in lines]


def line_row(priced: PricedLine, currency: str, language: str, asked: str = "") -> LineRow:
    """One row in the shopper's language; `asked` is what staff look at before pay (age, identity, hand_over)."""
    line = priced.line
    badge, tone = _badge(priced, asked)
    return LineRow(
        line_id=line.line_id,
        name=line.item.name.to(language),
        amount=money_text(priced.net, currency, language).number,
        picture=line.item.picture.removesuffix(".svg"),
        tint=line.item.tile,
        category=line.item.category,
        detail=_detail(priced, currency, language),
        quantity=line.quantity,
        badge=badge,
        badge_tone=tone,
        control=_control(line),
        spoken_price=spoken_money(priced.net, currency, language),
        group=f"{line.fulfilment.kind.value}:{line.fulfilment.shop}",
    )


def _badge(priced: PricedLine, asked: str) -> tuple[str, str]:
    if asked:
        return (tr("Line", "성인 확인") if asked == "age" else tr("Line", "직원 확인")), "warning"
    if priced.discounts:
        return priced.discounts[0].badge, "promo"
    if priced.member:
        return tr("Line", "회원가"), "accent"
    return "", "promo"


def _control(line: LineItem) -> str:
    if line.grams is not None and line.fixed_price is None:
        return "reweigh"
    return "none" if line.fixed_price is not None else "stepper"


def _detail(priced: PricedLine, currency: str, language: str) -> str:
    words = _goods_detail(priced, currency, language)
    deposit = sum(fee.amount for fee in deposit_fees((priced.line,)))
    if not deposit:
        return words
    return tr("Line", "%1 · 병 보증금 %2").replace("%1", words).replace("%2", money_words(deposit, currency, language))


def _goods_detail(priced: PricedLine, currency: str, language: str) -> str:
    line = priced.line
    if line.fulfilment.kind is not FulfilmentKind.CARRY_OUT and line.item.seller:
        return tr("Line", "판매자 %1").replace("%1", line.item.seller)
    off = sum(discount.amount for discount in priced.discounts)
    if off:
        return _off_words(priced, off, currency, language)
    unit = money_words(priced.unit_price, currency, language)
    if line.grams is not None:
        words = tr("Line", "%1 · 1kg %2").replace("%1", weight_text(line.grams, language))
        return _until(words.replace("%2", unit), line.lot, language)
    return _until(tr("Line", "1개 %1").replace("%1", unit), line.lot, language)


def _off_words(priced: PricedLine, off: int, currency: str, language: str) -> str:
    """What came off the row, and by the name of which promotion."""
    amount = money_words(off, currency, language)
    taken = [discount for discount in priced.discounts if discount.amount]
    name, others = taken[0].name.to(language), len(taken) - 1
    if not name:
        return tr("Line", "%1 할인").replace("%1", amount)
    if others:
        name = tr("Line", "%1 외 %n개", "", others).replace("%1", name)
    return tr("Line", "%1 · %2 할인").replace("%1", name).replace("%2", amount)


def _until(words: str, lot: Lot, language: str) -> str:
    """With the day until which the pack may be sold: two rows of one item differ by it."""
    last = lot.expires_on or lot.sell_by
    if last is None:
        return words
    day = day_text(last, language)
    if lot.expires_time is not None:
        day = f"{day} {time_text(datetime.combine(last, lot.expires_time), language)}"
    return tr("Line", "%1 · %2까지").replace("%1", words).replace("%2", day)
