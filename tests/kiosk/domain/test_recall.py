"""Which packs a recall means, told from their code alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.recall import DateWindow, Meant, Recall, RecallKind, SerialRange

MILK = CatalogueItem("milk", "08809999010012", LocalText("우유"), 1700)
RECALL = Recall(recall_id="R1", kind=RecallKind.RECALL, reason=LocalText("이물"), gtins=frozenset({"08809999010012"}))
LOTS = replace(RECALL, batches=frozenset({"L1", "L2"}))
WINDOW = DateWindow(date(2026, 12, 1), date(2026, 12, 31))


def row(lot: Lot = UNNAMED, serials: tuple[str, ...] = (), quantity: int = 1) -> LineItem:
    return LineItem("1", MILK, quantity, lot=lot, serials=serials)


def test_a_recall_names_items_by_gtin_or_sku() -> None:
    assert RECALL.names(MILK)
    assert not RECALL.names(replace(MILK, gtin=""))
    assert not replace(RECALL, gtins=frozenset({""})).names(replace(MILK, gtin=""))
    assert replace(RECALL, skus=frozenset({"milk"})).names(replace(MILK, gtin=""))


@pytest.mark.parametrize(
    ("recall", "line", "meant"),
    [
        (RECALL, row(), Meant.YES),
        (LOTS, row(Lot(batch="L1")), Meant.YES),
        (LOTS, row(Lot(batch="L9")), Meant.NO),
        (LOTS, row(Lot(batch="l1")), Meant.NO),  # AI 10 tells capitals from small letters
        (LOTS, row(), Meant.UNKNOWN),
        (LOTS, row(Lot(expires_on=date(2026, 12, 5))), Meant.UNKNOWN),
        (replace(RECALL, expires=WINDOW), row(Lot(expires_on=date(2026, 12, 1))), Meant.YES),
        (replace(RECALL, expires=WINDOW), row(Lot(expires_on=date(2026, 12, 31))), Meant.YES),
        (replace(RECALL, expires=WINDOW), row(Lot(expires_on=date(2027, 1, 1))), Meant.NO),
        (replace(RECALL, expires=WINDOW), row(Lot(best_before=date(2026, 12, 1))), Meant.UNKNOWN),
        (replace(RECALL, made=WINDOW), row(Lot(made_on=date(2026, 12, 24))), Meant.YES),
        (replace(RECALL, best_before=WINDOW), row(Lot(best_before=date(2026, 11, 30))), Meant.NO),
        # one fact as named and another not told: the pack is meant; one told otherwise clears it
        (replace(LOTS, expires=WINDOW), row(Lot(batch="L1")), Meant.YES),
        (replace(LOTS, expires=WINDOW), row(Lot(date(2027, 1, 1), batch="L1")), Meant.NO),
        (replace(LOTS, expires=WINDOW), row(Lot(date(2026, 12, 2), batch="L1")), Meant.YES),
        (replace(RECALL, serials=(SerialRange("A7", "A7"),)), row(serials=("A7",)), Meant.YES),
        (replace(RECALL, serials=(SerialRange("A7", "A7"),)), row(serials=("A8",)), Meant.NO),
        (replace(RECALL, serials=(SerialRange("0100", "0199"),)), row(serials=("0150",)), Meant.YES),
        (replace(RECALL, serials=(SerialRange("0100", "0199"),)), row(serials=("150",)), Meant.NO),
        (replace(RECALL, serials=(SerialRange("0100", "0199"),)), row(), Meant.UNKNOWN),
        (replace(RECALL, serials=(SerialRange("0100", "0199"),)), row(serials=("9999",), quantity=2), Meant.UNKNOWN),
        (replace(RECALL, serials=(SerialRange("0100", "0199"),)), row(serials=("9999", "0100"), quantity=2), Meant.YES),
    ],
)
def test_which_packs_are_meant(recall: Recall, line: LineItem, meant: Meant) -> None:
    assert recall.means(line) is meant


def test_a_recall_is_in_force_from_its_hour_and_in_its_shops() -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert RECALL.live(noon, "SS01")
    assert not replace(RECALL, starts=noon.replace(hour=13)).live(noon, "SS01")
    assert replace(RECALL, starts=noon, ends=noon).live(noon, "SS01")
    assert not replace(RECALL, ends=noon.replace(hour=11)).live(noon, "SS01")
    assert not replace(RECALL, shops=frozenset({"SS02"})).live(noon, "SS01")


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_numbers_of_one_length_are_in_range_as_they_count(first: int, last: int, serial: int) -> None:
    first, last = sorted((first, last))
    held = SerialRange(f"{first:04}", f"{last:04}").holds(f"{serial:04}")
    assert held is (first <= serial <= last)


@given(
    st.sampled_from(["", "L1", "L2", "L9"]),
    st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 31)),
    st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 31)),
)
def test_learning_more_of_a_pack_never_frees_it_from_the_unknown_by_itself(
    batch: str, expires: date | None, made: date | None
) -> None:
    recall = replace(LOTS, expires=WINDOW, made=WINDOW)
    meant = recall.means(row(Lot(expires, batch=batch, made_on=made)))
    otherwise = (
        (batch and batch not in recall.batches)
        or (expires and not WINDOW.holds(expires))
        or (made and not WINDOW.holds(made))
    )
    nothing = not batch and expires is None and made is None
    assert meant is (Meant.NO if otherwise else Meant.UNKNOWN if nothing else Meant.YES)
