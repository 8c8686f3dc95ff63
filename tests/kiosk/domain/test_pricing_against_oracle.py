"""The engine against the judge that tries every choice, on made-up carts in which promotions compete."""

import json
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.price_case_answer import answer_case
from tests.fakes.price_cases import cases, seeded_case
from tests.fakes.price_oracle import Oracle, oracle_answer

Json = dict[str, Any]
# Units and promotions of the made-up carts: most of them small, because the judge tries everything.
SIZES = ((3, 2), (4, 4), (5, 6), (6, 4), (6, 6), (7, 5), (8, 6), (8, 4))
ONCE_WRONG = Path(__file__).with_name("carts_once_priced_wrong.jsonl")
IN_CI, LONG, IN_ONE_TEST = 5_000, 100_000, 500


def by_id(rows: list[Json], key: str, value: str) -> Json:
    return {row[key]: row[value] for row in rows}


def differs(case: Json) -> str:
    """How engine and judge differ on a case, or "" when they do not."""
    found, wanted = answer_case(case), oracle_answer(case)
    if "error" in found:
        return f"refused: {found['error']}"
    lines = [{**row, "discounts": by_id(row["discounts"], "promotion", "amount")} for row in found["lines"]]
    told = {key: found[key] for key in ("total", "gross", "discount")} | {
        "used": by_id(found["used"], "promotion", "applications"),
        "lines": lines,
        "tax": {Fraction(row["rate"]): (row["net"], row["tax"]) for row in found["tax"] if row["net"] or row["tax"]},
    }
    # Several arrangements of the same promotions may be as cheap; which units of earlier lines are preferred is
    # worked out in tests/golden/pricing/ties.json.
    if told != wanted and told not in Oracle(case).arrangements():
        key = next(key for key in ("total", "used", "tax", "lines") if told[key] != wanted[key])
        return f"{key} {told[key]}, not {wanted[key]}"
    return "" if found["exact"] else "the bound of the search was hit"


def check_seeds(seeds: range) -> None:
    for seed in seeds:
        units, promotions = SIZES[seed % len(SIZES)]
        case = seeded_case(seed, units, promotions, own_kinds=seed % 3 > 0)
        difference = differs(case)
        assert not difference, f"seed {seed}: {difference}\n{json.dumps(case)}"


@pytest.mark.parametrize("line", ONCE_WRONG.read_text("utf-8").splitlines())
def test_carts_that_were_priced_wrong_once(line: str) -> None:
    """Made-up carts in which engine and judge differed, made as small as they go."""
    assert not differs(json.loads(line))


@pytest.mark.parametrize("first", range(0, IN_CI, IN_ONE_TEST))
def test_five_thousand_made_up_carts(first: int) -> None:
    check_seeds(range(first, first + IN_ONE_TEST))


@pytest.mark.long
@pytest.mark.parametrize("first", range(IN_CI, IN_CI + LONG, 10 * IN_ONE_TEST))
def test_a_hundred_thousand_made_up_carts(first: int) -> None:
    check_seeds(range(first, first + 10 * IN_ONE_TEST))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_new_carts_in_each_run(case: Json) -> None:
    assert not differs(case)


# What holds for every cart, whatever the judge says.


@settings(max_examples=150, deadline=None)
@given(cases(units=9, promotions=6))
def test_nothing_is_below_zero_and_shares_add_up(case: Json) -> None:
    answer = answer_case(case)
    on_top = 0
    if case.get("tax", {}).get("mode") == "exclusive":
        on_top = sum(row["tax"] for row in answer["tax"])
    for row in answer["lines"]:
        amounts = [off["amount"] for off in row["discounts"]]
        assert all(amount > 0 for amount in amounts)
        assert 0 <= row["net"] == row["gross"] - sum(amounts)
    assert answer["gross"] == sum(row["gross"] for row in answer["lines"])
    assert answer["discount"] == sum(row["gross"] - row["net"] for row in answer["lines"])
    fees = sum(fee["amount"] for fee in answer["fees"])
    assert answer["total"] == answer["gross"] - answer["discount"] + fees + on_top >= 0
    assert all(row["net"] >= 0 and row["tax"] >= 0 for row in answer["tax"])


@settings(max_examples=150, deadline=None)
@given(cases(units=9, promotions=6))
def test_pricing_twice_gives_the_same_bytes(case: Json) -> None:
    again = json.loads(json.dumps(case))
    assert json.dumps(answer_case(case)) == json.dumps(answer_case(again))


@settings(max_examples=150, deadline=None)
@given(cases(units=9, promotions=6), st.integers(0, 99))
def test_the_order_of_scanning_does_not_matter(case: Json, seed: int) -> None:
    """Nor does that of promotions and items.

    Where an amount that shares round up for the earlier line decides what a later step takes, the order of the
    lines is part of the definition; the judge knows when. So it is where tax on top is rounded line by line.
    """
    mixed = json.loads(json.dumps(case))
    chance = random.Random(seed)
    for rows in (mixed["items"], mixed["promotions"]):
        chance.shuffle(rows)
    assert answer_case(mixed) == answer_case(case)
    if not Oracle(case).told_apart:
        chance.shuffle(mixed["cart"])
        assert compared(mixed) == compared(case)


@settings(max_examples=150, deadline=None)
@given(cases(units=6, promotions=5), st.booleans())
def test_something_free_of_charge_makes_nothing_dearer(case: Json, discountable: bool) -> None:
    more = json.loads(json.dumps(case))
    more["items"].append({"sku": "free", "unit_price": 0, "discountable": discountable, "categories": ["dairy"]})
    more["cart"].append({"line": "free", "sku": "free", "quantity": 1})
    assert compared(more) <= compared(case)


@settings(max_examples=100, deadline=None)
@given(cases(units=8, promotions=5))
def test_one_promotion_more_makes_nothing_dearer(case: Json) -> None:
    fewer = {**case, "promotions": case["promotions"][1:]}
    assert compared(case) <= compared(fewer) <= compared({**case, "promotions": []})


def compared(case: Json) -> int:
    """What choices are compared by (docs/pricing.md, section 3): the total, with tax on top rounded by the receipt."""
    tax = case.get("tax") or {}
    receipt: int = answer_case({**case, "tax": {**tax, "rounding": "receipt"}})["total"]
    return receipt
