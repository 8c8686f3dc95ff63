"""The schema that `baro price --schema` prints: it takes what the reader takes and refuses what it refuses."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from kiosk.domain.price_case import CaseError, price_case_from
from kiosk.domain.price_case_answer import answer_case
from kiosk.domain.price_case_schema import SCHEMA
from tests.fakes.price_cases import cases

Json = dict[str, Any]
GOLDEN = Path(__file__).parents[2] / "golden" / "pricing"
CASE = jsonschema.Draft202012Validator(SCHEMA)
ANSWER = jsonschema.Draft202012Validator({**SCHEMA, "$ref": "#/$defs/answer"})


def faults(validator: Any, told: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)]


def test_it_is_a_schema_of_its_draft() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_it_takes_every_worked_case_and_answer(path: Path) -> None:
    for worked in json.loads(path.read_text("utf-8"))["cases"]:
        if "error" not in worked["answer"]:
            assert faults(CASE, worked["case"]) == [], worked["name"]
        assert faults(ANSWER, answer_case(worked["case"])) == [], worked["name"]


@settings(max_examples=100, deadline=None)
@given(cases())
def test_it_takes_made_up_cases_and_their_answers(case: Json) -> None:
    assert faults(CASE, case) == []
    assert faults(ANSWER, answer_case(case)) == []


RIGHT: Json = {
    "at": "2026-11-21T18:12:00+09:00",
    "items": [{"sku": "a", "unit_price": 5}],
    "cart": [{"line": "1", "sku": "a", "quantity": 1}],
}
POOL: Json = {"pool": {}}


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": None},
        {"cart": None},
        {"currency": "XXX"},
        {"member": 1},
        {"tax": {"mode": "both"}},
        {"tax": {"rates": {"standard": "ten"}}},
        {"items": [{"sku": "a", "unit_price": -1}]},
        {"items": [{"sku": "a", "unit_price": 1.5}]},
        {"items": [{"sku": "a", "unit_price": 5, "sold_by": ""}]},
        {"cart": [{"line": "1", "sku": "a"}]},
        {"cart": [{"line": "1", "sku": "a", "quantity": 1, "grams": 5}]},
        {"cart": [{"line": "1", "sku": "a", "quantity": 0}]},
        {"promotions": [{"id": "P", "kind": "gift_wrap"}]},
        {"promotions": [{"id": "P", "kind": "percent_off", "percent": 101, **POOL}]},
        {"promotions": [{"id": "P", "kind": "percent_off", "percent": 10}]},
        {"promotions": [{"id": "P", "kind": "percent_off", "percent": 10, "amount": 5, **POOL}]},
        {"promotions": [{"id": "P", "kind": "threshold", "at_least": 5, **POOL}]},
        {"promotions": [{"id": "P", "kind": "threshold", "at_least": 5, "amount": 5, "percent": 5, **POOL}]},
        {"promotions": [{"id": "P", "kind": "bundle", "slots": [], "price": 5}]},
        {"promotions": [{"id": "P", "kind": "percent_off", "percent": 10, "pool": {"colours": ["red"]}}]},
        {"fees": [{"kind": "shipping", "amount": -1}]},
    ],
)
def test_it_refuses_what_the_reader_refuses(wrong: Json) -> None:
    assert faults(CASE, RIGHT) == []
    assert faults(CASE, RIGHT | wrong) != []
    with pytest.raises(CaseError):
        price_case_from(RIGHT | wrong)


def test_a_fault_is_an_answer() -> None:
    assert faults(ANSWER, answer_case({})) == []
    assert faults(ANSWER, {"total": 5}) != []
