"""Rows of a shop's list: good ones become items, bad ones are named with what is allowed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.catalogue_rows import COLUMNS, RowError, RowProblem, check_header, check_rows, item_from_row

GOOD = {"sku": "B01001", "name_ko": "바나나우유", "price": "1700"}
DEMO = Path(__file__).parents[3] / "resources" / "demo" / "items.csv"


def test_a_short_row_is_filled_with_defaults() -> None:
    assert item_from_row(GOOD) == CatalogueItem("B01001", "", LocalText("바나나우유"), 1700)


def test_a_full_row() -> None:
    row = {
        **GOOD, "gtin": "8809999010012", "name_en": "Banana milk", "maker": "통통유업", "brand": "통통",
        "category": "dairy", "net_content": "240", "unit": "mL", "member_price": "1500", "tax": "exempt",
        "sold_by": "KG", "plu": "4011", "age_limit": "19", "place": "fridge-3", "seller": "S", "shipping": "yes",
        "pickup": "YES", "returnable_days": "0", "picture": "B01001.svg", "tile": "butter",
        "flags": "bag; no_discount", "in_store": "no", "groups": "fridge ; 세일 상품;", "deposit": "100",
    }  # fmt: skip
    item = item_from_row(row)
    assert item == CatalogueItem(
        "B01001", "08809999010012", LocalText("바나나우유", "Banana milk"), 1700, "exempt", SoldBy.KG, 1500, "4011",
        "통통유업", "통통", "dairy", "240", "mL", 19, "fridge-3", "S", True, True, False, 0, "B01001.svg", "butter",
        frozenset({"bag", "no_discount"}), groups=frozenset({"fridge", "세일 상품"}), deposit=100,
    )  # fmt: skip
    assert set(row) == set(COLUMNS) - {"name_ja", "name_zh"}


def test_any_language_is_a_name_and_korean_is_never_empty() -> None:
    assert item_from_row({"sku": "A", "price": "0", "name_zh": "牛奶"}).name == LocalText("牛奶", zh="牛奶")
    decomposed = "\u110b\u116e\u110b\u1172"  # 우유, letter by letter as some systems write it
    assert item_from_row({"sku": "A", "price": "0", "name_ko": decomposed}).name.ko == "우유"
    assert item_from_row({"sku": "A", "price": "0", "name_ja": "牛乳\u3000\u00a0大"}).name.ja == "牛乳 大"


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("sku", "", "is empty; write 1 to 40"),
        ("sku", "has space", "without spaces"),
        ("sku", "x" * 41, "1 to 40"),
        ("gtin", "8809999010011", "check digit is 1, but for these digits it would be 2"),
        ("gtin", "8.8E+12", "spreadsheet"),
        ("gtin", "123", "not 3"),
        ("name_ko", "", "no name"),
        ("name_ko", "two\nlines", "line break"),
        ("name_ko", "우유\u200b", "invisible character U.200B"),
        ("brand", "\u202eabc", "U.202E"),
        ("name_ko", "가" * 201, "201 characters"),
        ("price", "", "is empty; write a whole number"),
        ("price", "1,980", "without comma"),
        ("price", "-5", "whole number"),
        ("price", "19.80", "whole number"),
        ("price", "１９８０", "whole number"),
        ("price", "9" * 13, "too high"),
        ("member_price", "x", "whole number"),
        ("member_price", "1701", "above the price"),
        ("tax", "vat", "standard, exempt"),
        ("sold_by", "litre", "each or kg"),
        ("plu", "12a", "1 to 6 digits"),
        ("age_limit", "100", "0 to 99"),
        ("age_limit", "-1", "0 to 99"),
        ("returnable_days", "366", "0 to 365"),
        ("shipping", "maybe", "yes or no"),
        ("pickup", "1", "yes or no"),
        ("in_store", "x", "yes or no"),
        ("picture", "../secret", "picture folder"),
        ("picture", "/etc/passwd", "picture folder"),
        ("tile", "RED!", "colour"),
        ("flags", "Bag!", "small Latin"),
        ("groups", "a\nb", "line break"),
        ("deposit", "-70", "0 to 100000"),
        ("deposit", "100001", "0 to 100000"),
    ],
)
def test_each_wrong_cell_is_named_with_what_is_allowed(column: str, value: str, why: str) -> None:
    with pytest.raises(RowError, match=why) as caught:
        item_from_row(GOOD | {column: value})
    assert caught.value.column == column
    _, problems = check_rows([(2, GOOD | {column: value})])
    assert [problem.column for problem in problems] == [column]


def test_every_problem_of_a_row_is_told_and_the_good_rows_are_kept() -> None:
    rows = [(2, GOOD), (3, {"sku": "x y", "name_ko": "", "price": "-"}), (4, GOOD | {"sku": "B2"})]
    items, problems = check_rows(rows)
    assert [item.sku for item in items] == ["B01001", "B2"]
    assert [(problem.line, problem.column) for problem in problems] == [(3, "sku"), (3, "name_ko"), (3, "price")]


def test_a_number_given_twice_names_the_first_line() -> None:
    first = GOOD | {"gtin": "96385074", "plu": "11"}
    rows = [(2, first), (3, first), (4, GOOD | {"sku": "B2", "gtin": "0000096385074"}), (5, GOOD | {"sku": "B3"})]
    items, problems = check_rows(rows)
    assert [item.sku for item in items] == ["B01001", "B3"]
    assert [(x.line, x.column) for x in problems] == [(3, "sku"), (3, "gtin"), (3, "plu"), (4, "gtin")]
    assert problems[0] == RowProblem(3, "sku", "B01001 is already on line 2; each item has its own")


def test_the_header_is_checked_with_suggestions() -> None:
    assert check_header(COLUMNS) == []
    assert check_header(["price", "name_en", "sku"]) == []
    faults = check_header(["sku", "Price", "sku", "whatever"])
    assert any("did you mean price?" in fault for fault in faults)
    assert any("sku is there twice" in fault for fault in faults)
    assert any("'whatever'; known are" in fault for fault in faults)
    assert any("price is missing" in fault for fault in faults)
    assert any("a name is missing" in fault for fault in faults)


def test_the_demo_shop_has_no_problem() -> None:
    with DEMO.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert check_header(reader.fieldnames or []) == []
        items, problems = check_rows(enumerate(reader, 2))
    assert problems == []
    assert len(items) >= 400


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=15) | st.sampled_from(["1", "yes", "kg"]))))
def test_rubbish_is_named_and_never_raises(rows: list[dict[str, str]]) -> None:
    items, problems = check_rows(enumerate(rows, 2))
    assert len(items) + len({problem.line for problem in problems}) == len(rows)
    assert all(problem.why for problem in problems)
