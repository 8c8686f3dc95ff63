"""Which promotions a row is told about: used, within reach, ended just now."""

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import AmountOff, FixedPrice, PercentOff, Pool, Validity
from tests import builders
from tests.fakes.lane import COLA, MILK, Lane

POOL = Pool(skus=frozenset({MILK.sku}))
OFF = AmountOff(promotion_id="P-off", name=LocalText("우유 할인"), pool=POOL, amount=100)
THREE = FixedPrice(promotion_id="P-three", name=LocalText("3개"), pool=POOL, count=3, price=6000)
ALL = PercentOff(promotion_id="P-all", name=LocalText("전 품목"), coupon="all", pool=Pool(), percent=1)


def ended(days: float, **more: object) -> AmountOff:
    over = Validity(ends=builders.MORNING - timedelta(days=days), **more)  # type: ignore[arg-type]
    return replace(OFF, promotion_id=f"P-over-{days}", validity=over)


def lane_with(*offers: AmountOff | FixedPrice | PercentOff) -> Lane:
    lane = Lane()
    lane.catalogue.offers = offers
    return lane.boot()


def test_a_row_knows_what_it_uses_what_is_within_reach_and_what_is_over() -> None:
    week, old, elsewhere = ended(3), ended(30), replace(ended(2, shops=frozenset({"far"})), promotion_id="P-far")
    lane = lane_with(OFF, THREE, ALL, week, old, elsewhere)
    lane.scan(MILK)
    lane.scan(COLA)
    milk, cola = (lane.seen.rules[x.line.line_id] for x in lane.seen.cart.lines)
    assert (milk.used, milk.open, milk.ended) == ((OFF,), (THREE,), (week,))
    assert (cola.used, cola.open, cola.ended) == ((), (), ())
    lane.do("set_quantity", "1", 3)
    assert lane.seen.rules["1"].used == (THREE,)


def test_what_has_no_use_left_is_not_offered() -> None:
    lane = lane_with(replace(THREE, day_limit=1))
    lane.scan(MILK)
    assert lane.seen.rules["1"].open
    lane.do("set_quantity", "1", 3)
    lane.pay_by_card()
    lane.do("finish")
    lane.scan(MILK)
    assert lane.seen.rules["1"].open == ()
