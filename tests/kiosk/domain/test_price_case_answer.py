"""Answers to price cases: the object that section 4 of the definition shows, and faults in its place."""

from typing import Any

from kiosk.domain.price_case_answer import answer_case

Json = dict[str, Any]


def a_case(**more: Any) -> Json:
    case: Json = {
        "currency": "KRW",
        "at": "2026-11-21T18:12:00+09:00",
        "tax": {"mode": "inclusive", "rates": {"standard": "10", "exempt": "0", "zero": "0", "usual": "10.0"}},
        "items": [
            {"sku": "milk", "unit_price": 2980},
            {"sku": "apple", "unit_price": 9900, "sold_by": "kg", "tax": "exempt"},
            {"sku": "egg", "unit_price": 300, "tax": "zero"},
            {"sku": "juice", "unit_price": 2000, "tax": "usual"},
        ],
        "cart": [{"line": "1", "sku": "milk", "quantity": 2}],
    }
    return case | more


def test_every_key_of_the_answer() -> None:
    promotion = {"id": "P", "kind": "n_plus_m", "pool": {}, "buy": 1, "free": 1}
    assert answer_case(a_case(promotions=[promotion])) == {
        "total": 2980,
        "gross": 5960,
        "discount": 2980,
        "exact": True,
        "lines": [
            {"line": "1", "gross": 5960, "net": 2980, "discounts": [{"promotion": "P", "amount": 2980}]},
        ],
        "used": [{"promotion": "P", "applications": 1}],
        "tax": [{"rate": "10", "net": 2709, "tax": 271}],
        "fees": [],
    }


def test_one_row_a_rate() -> None:
    """Exempt and zero-rated goods are of one rate, and so are 10 and 10.0."""
    cart = [
        {"line": "1", "sku": "apple", "grams": 842},
        {"line": "2", "sku": "juice", "quantity": 1},
        {"line": "3", "sku": "egg", "quantity": 10},
        {"line": "4", "sku": "milk", "quantity": 1},
    ]
    answer = answer_case(a_case(cart=cart))
    assert answer["tax"] == [{"rate": "0", "net": 11_336, "tax": 0}, {"rate": "10.0", "net": 4527, "tax": 453}]
    assert answer["total"] == 16_316


def test_an_empty_cart_costs_nothing() -> None:
    answer = answer_case(a_case(cart=[]))
    assert (answer["total"], answer["lines"], answer["used"], answer["tax"]) == (0, [], [], [])


def test_fees_and_deposits_are_said_apart() -> None:
    case = a_case(fees=[{"kind": "shipping", "amount": 3000}])
    case["items"][0]["deposit"] = 100
    answer = answer_case(case)
    assert (answer["gross"], answer["total"]) == (5960, 9160)
    assert answer["fees"] == [
        {"kind": "deposit", "amount": 200, "count": 2},
        {"kind": "shipping", "amount": 3000, "count": 1},
    ]
    # The deposit is outside of tax: 8,960 x 10 / 110.
    assert answer["tax"] == [{"rate": "10", "net": 8145, "tax": 815}]


def test_without_any_rates_all_is_zero_rated() -> None:
    answer = answer_case(a_case(tax=None))
    assert (answer["total"], answer["tax"]) == (5960, [{"rate": "0", "net": 5960, "tax": 0}])


def test_a_fault_in_place_of_the_answer() -> None:
    answer = answer_case(a_case(promotions=[{"id": "P", "kind": "percent_off", "pool": {}, "percent": 101}]))
    assert set(answer) == {"error"}
    assert answer["error"]["where"] == "promotions[0].percent"
    assert "100" in answer["error"]["why"]
