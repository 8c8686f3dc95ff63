"""The cart: what changes, what is refused, and that every change is counted."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.domain.cart import MOST_PIECES, SHELF_PRICE, Cart, CartError, PriceOverride
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.fulfilment import CARRY_OUT, SHIP
from kiosk.domain.lot import UNNAMED, Lot

MILK = CatalogueItem("milk", "", LocalText("우유"), 2980)
RICE = CatalogueItem("rice", "", LocalText("쌀"), 5000)
MONDAY, TUESDAY = Lot(date(2026, 11, 23), batch="A"), Lot(date(2026, 11, 24), batch="B")
APPLE = CatalogueItem("apple", "", LocalText("사과"), 9900, sold_by=SoldBy.KG)


def test_the_same_item_again_counts_up_its_row() -> None:
    cart = Cart()
    first = cart.add(MILK)
    again = cart.add(MILK, quantity=2)
    assert again.line_id == first.line_id
    assert (len(cart.lines), cart.pieces, cart.revision) == (1, 3, 2)


def test_another_way_of_receiving_or_a_printed_price_is_another_row() -> None:
    cart = Cart()
    cart.add(MILK)
    cart.add(MILK, fulfilment=SHIP)
    cart.add(MILK, fixed_price=500)
    cart.add(MILK, fixed_price=500)
    cart.add(APPLE, grams=300)
    cart.add(APPLE, grams=300)
    assert len(cart.lines) == 6
    cart.add(MILK)
    assert cart.find("1").quantity == 2


@pytest.mark.parametrize(
    ("item", "more", "words"),
    [
        (APPLE, {}, "needs its weight"),
        (MILK, {"grams": 5}, "takes no weight"),
        (APPLE, {"grams": 0}, "more than nothing"),
        (APPLE, {"grams": 300, "quantity": 2}, "one piece a row"),
        (MILK, {"fixed_price": 300, "quantity": 2}, "one piece a row"),
        (MILK, {"fixed_price": -1}, "below zero"),
        (MILK, {"quantity": 0}, "1 to 99"),
        (MILK, {"quantity": 100}, "1 to 99"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(item: CatalogueItem, more: dict[str, int], words: str) -> None:
    cart = Cart()
    with pytest.raises(CartError, match=words):
        cart.add(item, **more)  # type: ignore[arg-type]
    assert (cart.lines, cart.revision) == ([], 0)
    assert cart.add(MILK).line_id == "1"


def test_a_row_holds_at_most_99_pieces() -> None:
    cart = Cart()
    cart.add(MILK, quantity=MOST_PIECES)
    with pytest.raises(CartError, match="1 to 99 pieces, not 100"):
        cart.add(MILK)
    with pytest.raises(CartError, match="not 0"):
        cart.set_quantity("1", 0)
    assert (cart.pieces, cart.revision) == (99, 1)


def test_a_weighed_row_is_weighed_again_and_never_counted() -> None:
    cart = Cart()
    apple, milk = cart.add(APPLE, grams=300), cart.add(MILK)
    assert cart.reweigh(apple.line_id, 500).grams == 500
    with pytest.raises(CartError, match="weighed again"):
        cart.set_quantity(apple.line_id, 2)
    with pytest.raises(CartError, match="only a weighed item"):
        cart.reweigh(milk.line_id, 5)
    with pytest.raises(CartError, match="more than nothing"):
        cart.reweigh(apple.line_id, 0)
    with pytest.raises(CartError, match="no line 9"):
        cart.find("9")


def test_the_removed_row_comes_back_to_its_place_once() -> None:
    cart = Cart()
    cart.add(MILK, quantity=3)
    cart.add(RICE)
    cart.remove("1")
    assert [line.item.sku for line in cart.lines] == ["rice"]
    assert cart.undo_remove() == replace(cart.find("1"), quantity=3)
    assert [line.item.sku for line in cart.lines] == ["milk", "rice"]
    assert cart.undo_remove() is None


def test_a_removed_row_joins_the_row_that_was_added_meanwhile() -> None:
    cart = Cart()
    cart.add(MILK, quantity=3)
    cart.remove("1")
    cart.add(MILK)
    back = cart.undo_remove()
    assert back is not None
    assert (back.quantity, len(cart.lines)) == (4, 1)
    assert cart.undo_remove() is None
    cart.remove(back.line_id)
    cart.add(MILK, quantity=98)
    cart.undo_remove()
    assert sorted(line.quantity for line in cart.lines) == [4, 98]


def test_an_approval_is_kept_on_the_row_and_leaves_the_undo() -> None:
    cart = Cart()
    cart.add(MILK)
    cart.add(RICE)
    cart.remove("2")
    cart.approve(frozenset({"1"}), "p7")
    assert cart.find("1").approved_by == "p7"
    assert cart.undo_remove() is not None


def test_packs_of_another_lot_are_another_row_and_of_the_same_lot_the_same() -> None:
    cart = Cart()
    cart.add(MILK)
    cart.add(MILK, lot=MONDAY, serials=("1",))
    cart.add(MILK, lot=TUESDAY)
    cart.add(MILK, lot=MONDAY, serials=("2",))
    assert [(x.lot, x.quantity, x.serials) for x in cart.lines] == [
        (UNNAMED, 1, ()),
        (MONDAY, 2, ("1", "2")),
        (TUESDAY, 1, ()),
    ]


def test_one_piece_that_turns_out_to_be_of_a_lot_keeps_its_row() -> None:
    cart = Cart()
    row = cart.add(MILK)
    named = cart.name_lot(row.line_id, MONDAY, "7")
    assert (named.line_id, named.quantity, named.lot, named.serials) == (row.line_id, 1, MONDAY, ("7",))


def test_one_piece_of_several_that_turns_out_to_be_of_a_lot_stands_below_the_others() -> None:
    cart = Cart()
    cart.add(MILK, quantity=3)
    cart.add(RICE)
    named = cart.name_lot("1", MONDAY)
    assert [(x.item.sku, x.quantity, x.lot) for x in cart.lines] == [
        ("milk", 2, UNNAMED),
        ("milk", 1, MONDAY),
        ("rice", 1, UNNAMED),
    ]
    assert named.line_id == cart.lines[1].line_id


def test_one_piece_joins_the_row_of_its_lot() -> None:
    cart = Cart()
    cart.add(MILK, lot=MONDAY, serials=("1",))
    cart.add(MILK)
    assert cart.name_lot("2", MONDAY, "2").line_id == "1"
    assert [(x.quantity, x.serials) for x in cart.lines] == [(2, ("1", "2"))]


def test_a_full_row_of_the_lot_takes_no_piece_and_nothing_is_lost() -> None:
    cart = Cart()
    cart.add(MILK, quantity=99, lot=MONDAY)
    cart.add(MILK)
    with pytest.raises(CartError):
        cart.name_lot("2", MONDAY)
    assert [x.quantity for x in cart.lines] == [99, 1]


def test_a_weighed_row_learns_its_lot() -> None:
    cart = Cart()
    cart.add(APPLE, grams=300)
    assert cart.name_lot("1", MONDAY).grams == 300


def test_a_piece_leaves_and_takes_the_last_serial_with_it() -> None:
    cart = Cart()
    cart.add(MILK, quantity=2, lot=MONDAY, serials=("1", "2"))
    cart.take_piece("1")
    assert (cart.find("1").quantity, cart.find("1").serials) == (1, ("1",))
    cart.take_piece("1")
    assert cart.lines == []
    assert cart.undo_remove() is None, "what was taken back is not the shopper's to bring back"


class CartMachine(RuleBasedStateMachine):
    """Any changes in any order: rows stay valid and the revision only grows."""

    def __init__(self) -> None:
        super().__init__()
        self.cart = Cart()
        self.revision = 0

    @rule(item=st.sampled_from([MILK, RICE]), quantity=st.integers(-1, 60), way=st.sampled_from([CARRY_OUT, SHIP]))
    def add(self, item: CatalogueItem, quantity: int, way: object) -> None:
        self.change(lambda: self.cart.add(item, quantity=quantity, fulfilment=way))  # type: ignore[arg-type]

    @rule(grams=st.integers(-1, 5000))
    def weigh(self, grams: int) -> None:
        self.change(lambda: self.cart.add(APPLE, grams=grams))

    @rule(number=st.integers(0, 6), quantity=st.integers(-1, 120))
    def count(self, number: int, quantity: int) -> None:
        self.change(lambda: self.cart.set_quantity(str(number), quantity))

    @rule(number=st.integers(0, 6), lot=st.sampled_from([MONDAY, TUESDAY, UNNAMED]), serial=st.sampled_from("123"))
    def name_lot(self, number: int, lot: Lot, serial: str) -> None:
        pieces = self.cart.pieces
        self.change(lambda: self.cart.name_lot(str(number), lot, serial))
        assert self.cart.pieces == pieces
        assert self.revision <= self.cart.revision <= self.revision + 1
        self.revision = self.cart.revision

    @rule(number=st.integers(0, 6))
    def remove(self, number: int) -> None:
        self.change(lambda: self.cart.remove(str(number)))

    @rule()
    def undo(self) -> None:
        before = self.cart.pieces
        if self.cart.undo_remove() is not None:
            assert self.cart.pieces > before
            self.revision += 1

    def change(self, work: object) -> None:
        before = list(self.cart.lines)
        try:
            work()  # type: ignore[operator]
        except CartError:
            assert self.cart.lines == before
        else:
            self.revision += 1

    @invariant()
    def holds(self) -> None:
        assert self.cart.revision == self.revision
        ids = [line.line_id for line in self.cart.lines]
        assert len(ids) == len(set(ids))
        assert all(1 <= line.quantity <= MOST_PIECES for line in self.cart.lines)
        assert all(len(line.serials) <= line.quantity for line in self.cart.lines)


TestCartMachine = CartMachine.TestCase
TestCartMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_a_price_of_staff_is_a_row_of_its_own_and_a_shelf_price_is_for_every_piece() -> None:
    cart = Cart()
    row = cart.add(MILK, quantity=2)
    damaged = PriceOverride(1500, "damaged", "p1")
    cart.override_price(row.line_id, damaged)
    plain = cart.add(MILK)
    assert (plain.line_id, plain.override) == ("2", None)
    with pytest.raises(CartError, match="these pieces only"):
        cart.set_quantity(row.line_id, 3)
    assert cart.set_quantity(row.line_id, 1).override == damaged

    shelf = PriceOverride(2500, SHELF_PRICE, "p1")
    cart.override_price(plain.line_id, shelf)
    assert [x.override for x in cart.lines] == [shelf, shelf]
    assert cart.add(MILK, fulfilment=SHIP).override is None
    assert cart.add(MILK).override == shelf
    assert cart.override_price(plain.line_id, None).override is None
    with pytest.raises(CartError, match="no line 9"):
        cart.override_price("9", shelf)


@pytest.mark.parametrize("wrong", [(-1, "damaged", "p1"), (1, "", "p1"), (1, "damaged", "")])
def test_a_price_of_staff_needs_price_reason_and_person(wrong: tuple[int, str, str]) -> None:
    with pytest.raises(ValueError, match="price"):
        PriceOverride(*wrong)
