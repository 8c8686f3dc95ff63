"""Price cases: what is read of them, what is passed over, and what is refused with which path."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.cart import PriceOverride
from kiosk.domain.catalogue import LocalText, SoldBy
from kiosk.domain.price_case import CaseError, price_case_from
from kiosk.domain.price_case_answer import answer_case
from kiosk.domain.price_case_lines import MOST_LINES, MOST_QUANTITY
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing_context import Used
from kiosk.domain.tax_rules import TaxFraction, TaxMode, TaxRounding
from tests.fakes.price_cases import cases

Json = dict[str, Any]


def a_case(**more: Any) -> Json:
    case: Json = {
        "currency": "KRW",
        "at": "2026-11-21T18:12:00+09:00",
        "shop": "SS01",
        "tax": {"mode": "inclusive", "rates": {"standard": "10", "exempt": "0"}},
        "items": [
            {"sku": "milk", "unit_price": 2980, "sold_by": "each", "tax": "standard"},
            {"sku": "apple", "unit_price": 9900, "sold_by": "kg", "tax": "exempt"},
        ],
        "cart": [{"line": "1", "sku": "milk", "quantity": 2}, {"line": "2", "sku": "apple", "grams": 842}],
        "promotions": [{"id": "P", "kind": "percent_off", "pool": {}, "percent": 10}],
    }
    return case | more


def changed(path: str, value: Any) -> Json:
    """A right case with one field set; the path is written as errors write it."""
    case = a_case()
    inner: Any = case
    *way, last = path.replace("[", ".[").split(".")
    for step in way:
        inner = inner[int(step[1:-1])] if step.startswith("[") else inner[step]
    if last.startswith("["):
        inner[int(last[1:-1])] = value
    else:
        inner[last] = value
    return case


def refused(case: Any) -> CaseError:
    with pytest.raises(CaseError) as caught:
        price_case_from(case)
    return caught.value


# What is read.


def test_a_whole_case() -> None:
    case = a_case(member=True, coupons=["C1"], partners=["T1"], tender="card:blue", uses={"P": {"member": 2}})
    case["items"][0] |= {
        "name": {"ko": "우유", "en": "Milk"},
        "member_price": 2780,
        "categories": ["dairy", "fresh"],
        "groups": ["breakfast"],
        "brand": "B",
        "discountable": False,
        "deposit": 100,
    }
    case["cart"][0] |= {
        "expires": "2026-11-22",
        "override": {"unit_price": 900, "reason": "damaged", "person": "A1"},
    }
    case["tax"] |= {"mode": "exclusive", "rounding": "line", "fraction": "down"}
    case["fees"] = [{"kind": "shipping", "amount": 3000}, {"kind": "card", "amount": 5, "tax": "", "count": 5}]
    read = price_case_from(case)
    milk, apple = read.lines
    item = milk.item
    assert (item.sku, item.unit_price, item.member_price, item.tax) == ("milk", 2980, 2780, "standard")
    assert (item.name, item.category, item.brand) == (LocalText("우유", "Milk"), "dairy", "B")
    assert item.groups == {"dairy", "fresh", "breakfast"}
    assert not item.discountable
    assert (milk.line_id, milk.quantity, milk.grams, milk.lot.expires_on) == ("1", 2, None, date(2026, 11, 22))
    assert milk.override == PriceOverride(900, "damaged", "A1")
    assert (apple.quantity, apple.grams, apple.item.sold_by, apple.item.discountable) == (1, 842, SoldBy.KG, True)
    context = read.context
    assert (context.shop, context.currency, context.member, context.tender) == ("SS01", "KRW", True, "card:blue")
    assert (context.coupons, context.partners) == (frozenset({"C1"}), frozenset({"T1"}))
    assert context.at.isoformat() == "2026-11-21T18:12:00+09:00"
    assert context.used("P") == Used(2, 0)
    assert (context.tax.mode, context.tax.rounding) == (TaxMode.EXCLUSIVE, TaxRounding.LINE)
    assert context.tax.fraction is TaxFraction.DOWN
    assert [promotion.promotion_id for promotion in read.promotions] == ["P"]
    deposit = Fee("deposit", 200, "", 2)
    assert read.fees == (deposit, Fee("shipping", 3000), Fee("card", 5, "", 5))


def test_what_may_be_left_out() -> None:
    read = price_case_from(
        {
            "at": "2026-11-21T09:12:00Z",
            "items": [{"sku": "a", "unit_price": 1}],
            "cart": [{"line": "1", "sku": "a", "quantity": 1}],
        }
    )
    context = read.context
    assert (context.currency, context.shop, context.member, context.tender) == ("KRW", "", False, "")
    assert (context.coupons, context.partners, read.promotions, read.fees) == (frozenset(), frozenset(), (), ())
    assert (context.tax.mode, context.tax.rates) == (TaxMode.INCLUSIVE, {})
    assert read.lines[0].item.tax == "standard"


def test_null_counts_as_left_out() -> None:
    nothing = dict.fromkeys(
        ("currency", "shop", "member", "coupons", "partners", "tender", "tax", "promotions", "uses", "fees")
    )
    case = a_case(**nothing)
    case["items"][0] |= dict.fromkeys(("member_price", "categories", "groups", "brand", "tax", "discountable"))
    case["cart"][0] |= dict.fromkeys(("grams", "expires", "override"))
    case["promotions"] = [{"id": "P", "kind": "percent_off", "pool": {}, "percent": 10, "coupon": None, "to": None}]
    plain = a_case(promotions=case["promotions"], tax={}, shop="")
    assert price_case_from(case) == price_case_from(plain)


def test_further_fields_are_notes() -> None:
    noted = a_case(note="n", weather={"rain": True})
    noted["items"][0] |= {"name": 7, "age_limit": "x", "colour": []}
    noted["cart"][0] |= {"aisle": 3}
    noted["promotions"][0] |= {"name": "열 퍼센트", "badge": "-10%"}
    assert price_case_from(noted) == price_case_from(a_case())


def test_a_line_says_how_an_item_is_sold_that_does_not() -> None:
    case = a_case()
    for item in case["items"]:
        del item["sold_by"]
    case["cart"].append({"line": "3", "sku": "milk", "grams": 100})
    read = price_case_from(case)
    assert [line.item.sold_by for line in read.lines] == [SoldBy.EACH, SoldBy.KG, SoldBy.KG]


def test_weight_is_taken_for_kg() -> None:
    assert price_case_from(changed("items[1].sold_by", "weight")) == price_case_from(a_case())


def test_numbers_may_be_written_with_a_point() -> None:
    case = changed("items[0].unit_price", 2980.0)
    case["cart"][0]["quantity"] = 2.0
    case["promotions"][0]["percent"] = 10.0
    case["tax"]["rates"] = {"standard": 10, "exempt": 0.0}
    read = price_case_from(case)
    assert read.lines == price_case_from(a_case()).lines
    assert type(read.lines[0].item.unit_price) is type(read.lines[0].quantity) is int
    assert read.context.tax.rates == {"standard": "10", "exempt": "0.0"}


def test_more_pieces_than_a_row_of_the_cart_holds() -> None:
    """99 is the cart's rule; the definition of the price has none."""
    assert price_case_from(changed("cart[0].quantity", 100)).lines[0].quantity == 100
    assert price_case_from(changed("cart[0].quantity", MOST_QUANTITY)).lines[0].quantity == MOST_QUANTITY


# What is refused.


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("currency", "XXX", "not known"),
        ("currency", 5, "text"),
        ("at", None, "missing"),
        ("at", "yesterday", "must be a time"),
        ("at", "2026-11-21T18:12:00", "time zone"),
        ("at", 20261121, "must be a time"),
        ("shop", 1, "text"),
        ("member", "yes", "true or false"),
        ("member", 1, "true or false"),
        ("coupons", "C1", "list"),
        ("coupons", {"C1": 1}, "list"),
        ("coupons[0]", 5, "text"),
        ("partners", 7, "list"),
        ("tender", ["card"], "text"),
        ("tax", [], "object"),
        ("tax.mode", "both", "inclusive or exclusive"),
        ("tax.mode", [], "inclusive or exclusive"),
        ("tax.rounding", "twice", "receipt or line"),
        ("tax.fraction", "up", "half_up or down"),
        ("tax.rates", ["10"], "object"),
        ("tax.rates.standard", "ten", "percentage"),
        ("tax.rates.standard", "-1", "percentage"),
        ("tax.rates.standard", "", "percentage"),
        ("tax.rates.standard", True, "percentage"),
        ("tax.rates.standard", float("nan"), "percentage"),
        ("tax.rates.standard", 1e300, "percentage"),
        ("items", {}, "list"),
        ("items[0]", "milk", "object"),
        ("items[0].sku", None, "missing"),
        ("items[0].sku", 5, "text"),
        ("items[0].unit_price", None, "missing"),
        ("items[0].unit_price", -1, "from 0"),
        ("items[0].unit_price", "2980", "whole number"),
        ("items[0].unit_price", True, "whole number"),
        ("items[0].unit_price", 29.8, "whole number"),
        ("items[0].unit_price", float("nan"), "whole number"),
        ("items[0].unit_price", float("inf"), "whole number"),
        ("items[0].unit_price", 10**30, "from 0 to"),
        ("items[0].unit_price", [1], "whole number"),
        ("items[0].member_price", -5, "from 0"),
        ("items[0].member_price", "x", "whole number"),
        ("items[0].sold_by", 7, "text"),
        ("items[0].tax", "luxury", "tax.rates has no 'luxury'"),
        ("items[0].tax", 10, "text"),
        ("items[0].categories", "dairy", "list"),
        ("items[0].categories[0]", 5, "text"),
        ("items[0].groups", "dairy", "list"),
        ("items[0].brand", 5, "text"),
        ("items[0].discountable", "no", "true or false"),
        ("items[0].deposit", -100, "from 0"),
        ("cart", None, "missing"),
        ("cart", {}, "list"),
        ("cart[0]", 5, "object"),
        ("cart[0].line", None, "missing"),
        ("cart[0].line", 1, "text"),
        ("cart[0].sku", "ghost", "no item has the sku 'ghost'"),
        ("cart[0].sku", None, "missing"),
        ("cart[0].quantity", 0, "from 1"),
        ("cart[0].quantity", -2, "from 1"),
        ("cart[0].quantity", MOST_QUANTITY + 1, "to 10000"),
        ("cart[0].quantity", 1.5, "whole number"),
        ("cart[0].quantity", True, "whole number"),
        ("cart[0].quantity", "2", "whole number"),
        ("cart[0].quantity", None, "quantity, or grams"),
        ("cart[0].grams", 500, "not both"),
        ("cart[1].grams", 0, "from 1"),
        ("cart[1].grams", -842, "from 1"),
        ("cart[1].grams", 10**9, "from 1 to"),
        ("cart[1].grams", None, "quantity, or grams"),
        ("cart[0].expires", "soon", "day"),
        ("cart[0].expires", 20261121, "day"),
        ("cart[0].override", 900, "object"),
        ("cart[0].override", {"unit_price": -1, "reason": "r", "person": "p"}, "from 0"),
        ("cart[0].override", {"unit_price": 1, "person": "p"}, "missing"),
        ("promotions", {}, "list"),
        ("promotions[0]", "1+1", "object"),
        ("promotions[0].percent", 101, "from 0 to 100"),
        ("promotions[0].percent", None, "missing"),
        ("promotions[0].percent", 12.5, "whole number"),
        ("promotions[0].kind", "gift_wrap", "not one of"),
        ("promotions[0].kind", None, "missing"),
        ("promotions[0].id", None, "missing"),
        ("promotions[0].amount", 5, "no such field"),
        ("promotions[0].pool", None, "missing"),
        ("promotions[0].pool", [], "object"),
        ("promotions[0].from", "2026-11-21", "time zone"),
        ("promotions[0].weekdays", [0], "1 (Monday)"),
        ("promotions[0].limit", -1, "from 1"),
        ("uses", [], "object"),
        ("uses", {"P": 5}, "object"),
        ("uses", {"P": {"member": -1}}, "from 0"),
        ("fees", {}, "list"),
        ("fees", [5], "object"),
        ("fees", [{"amount": 5}], "missing"),
        ("fees", [{"kind": "shipping", "amount": -5}], "from 0"),
        ("fees", [{"kind": "shipping", "amount": 5, "tax": "luxury"}], "tax.rates has no"),
        ("fees", [{"kind": "shipping", "amount": 5, "count": 0}], "from 1"),
    ],
)
def test_a_wrong_field_is_named(path: str, value: object, why: str) -> None:
    list_of = path.endswith("[0]") and path not in ("items[0]", "cart[0]", "promotions[0]")
    error = refused(changed(path.removesuffix("[0]"), [value]) if list_of else changed(path, value))
    inner = {"cart[0].override": (".unit_price", ".reason"), "uses": (".P",), "fees": ("[0]",)}
    assert error.where == path or error.where.startswith(tuple(path + more for more in inner.get(path, ("//",))))
    assert why in error.why


@pytest.mark.parametrize(
    ("promotion", "where"),
    [
        ({"kind": "n_plus_m", "pool": {}, "buy": 1}, "free"),
        ({"kind": "n_plus_m", "pool": {}, "buy": 0, "free": 1}, "buy"),
        ({"kind": "amount_off", "pool": {}}, "amount"),
        ({"kind": "amount_off", "pool": {}, "amount": -1}, "amount"),
        ({"kind": "fixed_price", "pool": {}, "count": 3}, "price"),
        ({"kind": "bundle", "slots": [], "price": 1}, "slots"),
        ({"kind": "bundle", "slots": [{"pool": {}, "count": 1}]}, "price"),
        (
            {"kind": "bundle", "slots": [{"pool": {}, "count": 1}, {"pool": {}, "count": 0}], "price": 1},
            "slots[1].count",
        ),
        ({"kind": "bundle", "slots": [{"pool": {}, "count": 1}], "price": 1, "percent": 5}, "percent"),
        ({"kind": "tiered", "pool": {}, "tiers": [{"count": 2, "percent": 101}]}, "tiers[0].percent"),
        ({"kind": "tiered", "pool": {}, "tiers": []}, "tiers"),
        ({"kind": "short_date", "pool": {}, "days": -1, "percent": 5}, "days"),
        ({"kind": "threshold", "pool": {}, "amount": 5}, "at_least"),
        ({"kind": "threshold", "pool": {}, "at_least": 5}, "amount"),
        ({"kind": "tender_discount", "percent": 5}, "tender"),
        ({"kind": "amount_per", "pool": {}, "each": 0, "amount": 5}, "each"),
        ({"kind": "cross_gift", "buy": {"pool": {}, "count": 1}}, "gift"),
    ],
)
def test_a_promotion_without_what_its_kind_needs(promotion: Json, where: str) -> None:
    error = refused(a_case(promotions=[*a_case()["promotions"], {"id": "Q", **promotion}]))
    assert error.where == f"promotions[1].{where}"


def test_nothing_is_there_twice() -> None:
    assert refused(changed("items[1].sku", "milk")).where == "items[1].sku"
    assert refused(changed("cart[1].line", "1")).where == "cart[1].line"
    assert refused(a_case(promotions=a_case()["promotions"] * 2)).where == "promotions[1].id"


def test_how_it_is_sold_and_how_it_was_measured_agree() -> None:
    weighed, counted = a_case(), a_case()
    weighed["cart"][0] = {"line": "1", "sku": "milk", "grams": 500}
    counted["cart"][1] = {"line": "2", "sku": "apple", "quantity": 1}
    assert refused(weighed).where == "cart[0].grams"
    assert refused(counted).where == "cart[1].quantity"


def test_no_end_of_lines() -> None:
    line = {"sku": "milk", "quantity": 1}
    many = [{"line": str(number), **line} for number in range(MOST_LINES + 1)]
    assert refused(a_case(cart=many)).where == "cart"
    assert len(price_case_from(a_case(cart=many[:-1])).lines) == MOST_LINES


@pytest.mark.parametrize("case", [None, 5, "case", [], [a_case()], True])
def test_a_case_is_an_object(case: object) -> None:
    assert refused(case).where == "case"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in inner for found in paths_of(part, (*path, key)))]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_rubbish_anywhere_is_a_case_or_a_named_fault(data: st.DataObject) -> None:
    case = json.loads(json.dumps(data.draw(cases())))
    path = data.draw(st.sampled_from(paths_of(case)[1:]))
    inner = case
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = data.draw(JSON)
    fault = fault_of(case)
    assert fault is None or (fault.where and fault.why and len(fault.why) < 1000)


def fault_of(case: Json) -> CaseError | None:
    try:
        price_case_from(case)
    except CaseError as error:
        return error
    return None


def test_what_says_nothing_is_no_condition_and_a_limit_of_nothing_is_never_applied() -> None:
    row = {"id": "P", "kind": "percent_off", "pool": {}, "percent": 10}
    case = {
        "at": "2026-11-21T18:12:00+09:00",
        "items": [{"sku": "a", "unit_price": 1000, "sold_by": "weight"}],
        "cart": [{"line": "1", "sku": "a", "grams": 500}],
    }
    empty = row | {"weekdays": [], "shops": [], "coupon": "", "partner": ""}
    assert answer_case(case | {"promotions": [empty]})["total"] == 450
    assert answer_case(case | {"promotions": [row | {"limit": 0}]})["total"] == 500
