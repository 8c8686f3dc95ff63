"""What a catalogue holds, as far as promotions ask for it."""

from kiosk.domain.assortment import Assortment, AssortmentOfItems
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.promotion import Pool
from tests.builders import item

MILK = item(1, price=2800, category="dairy", brand="B", groups=frozenset({"fridge"}))
CREAM = item(2, price=5900, category="dairy")
BAG = item(3, price=500, category="bags", brand="B", flags=frozenset({"bag"}))
APPLE = item(4, price=4990, category="fruit", groups=frozenset({"fridge"}), sold_by=SoldBy.KG)
COUNTER = item(5, price=0, category="counter")


def collected() -> Assortment:
    of_items = AssortmentOfItems({"S1", "S3"})
    for one in (MILK, CREAM, BAG, APPLE, COUNTER):
        of_items.note(one)
    return of_items.assortment({"SS01"})


def test_only_wanted_items_are_kept_and_all_names_are() -> None:
    known = collected()
    assert dict(known.items) == {"S1": MILK, "S3": BAG}
    assert known.categories == {"dairy": 5900, "fridge": None, "bags": 0, "fruit": None, "counter": None}
    assert known.brands == {"B": 2800}
    assert known.shops == {"SS01"}


def test_the_dearest_unit_of_a_pool() -> None:
    known = collected()
    assert known.dearest(Pool()) is None
    assert known.dearest(Pool(skus=frozenset({"S1", "S3"}))) == 2800
    assert known.dearest(Pool(skus=frozenset({"S1"}), categories=frozenset({"dairy"}))) == 5900
    assert known.dearest(Pool(brands=frozenset({"B"}), categories=frozenset({"fruit"}))) is None
    assert known.dearest(Pool(skus=frozenset({"S3"}))) == 0
    assert known.dearest(Pool(skus=frozenset({"S9"}))) == 0
