"""The worked carts of tests/golden/pricing: the engine and the judge both come to what is worked out there."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.price_case_answer import answer_case
from tests.fakes.price_oracle import oracle_answer

Json = dict[str, Any]
FOLDER = Path(__file__).parents[2] / "golden" / "pricing"
FILES = sorted(FOLDER.glob("*.json"))


def worked(*, refused: bool = True) -> list[Any]:
    """One parameter a case; `refused` says whether those are wanted that answer an error."""
    found = []
    for path in FILES:
        for case in json.loads(path.read_text("utf-8"))["cases"]:
            if refused or "error" not in case["answer"]:
                found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


def told_alike(answer: Json) -> Json:
    """The parts of an answer as the judge writes them: by id, rate and line, whatever the order."""
    alike = dict(answer)
    if "error" in answer:
        alike["error"] = answer["error"]["where"]  # what is said of it is each program's own
    if "used" in answer:
        alike["used"] = {row["promotion"]: row["applications"] for row in answer["used"]}
    if "tax" in answer:
        rows = {Fraction(row["rate"]): (row["net"], row["tax"]) for row in answer["tax"]}
        alike["tax"] = {rate: amounts for rate, amounts in rows.items() if any(amounts)}
    if "lines" in answer:
        alike["lines"] = [
            {**row, "discounts": {off["promotion"]: off["amount"] for off in row.get("discounts", ())}}
            for row in answer["lines"]
        ]
    return alike


def differences(wanted: Json, found: Json) -> dict[str, tuple[Any, Any]]:
    """What the two say differently, for each key that is wanted."""
    return {key: (wanted[key], found.get(key)) for key in wanted if wanted[key] != found.get(key)}


@pytest.mark.parametrize("worked_case", worked())
def test_the_engine_comes_to_what_is_worked_out(worked_case: Json) -> None:
    wanted, found = told_alike(worked_case["answer"]), told_alike(answer_case(worked_case["case"]))
    assert differences(wanted, found) == {}, worked_case["why"]


@pytest.mark.parametrize("worked_case", worked(refused=False))
def test_the_judge_comes_to_what_is_worked_out(worked_case: Json) -> None:
    said = {key: part for key, part in worked_case["answer"].items() if key not in ("exact", "fees")}
    assert differences(told_alike(said), oracle_answer(worked_case["case"])) == {}, worked_case["why"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_as_the_format_says(path: Path) -> None:
    """tests/golden/pricing/README.md: a kind, what it is about, and cases with the sum in words."""
    told = json.loads(path.read_text("utf-8"))
    assert set(told) == {"kind", "about", "cases"}
    assert told["kind"] == path.stem
    assert told["about"]
    names = [case["name"] for case in told["cases"]]
    assert len(names) == len(set(names)) >= 10
    for case in told["cases"]:
        assert set(case) == {"name", "why", "case", "answer"}
        assert case["why"]
        assert "total" in case["answer"] or "error" in case["answer"]


def test_a_difference_would_be_found() -> None:
    assert differences({"total": 1, "gross": 2}, {"total": 3, "gross": 2}) == {"total": (1, 3)}
