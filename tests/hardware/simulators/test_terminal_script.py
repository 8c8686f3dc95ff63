"""Scripts of simulated terminals: read whole, or refused with the place and what is allowed there."""

import json
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused
from hardware.simulators.nexo_script import Scripted
from hardware.simulators.terminal_script import Step, TerminalScript, Usual, read_script_file, read_step


def test_steps_are_read_from_names_and_objects() -> None:
    assert read_step("lost") == Step("lost")
    assert read_step({"outcome": "partial", "after": 2, "amount": 5000}) == Step("partial", 2.0, 5000)
    assert read_step({}) == Step(Usual.APPROVE)


@pytest.mark.parametrize(
    ("wish", "named"),
    [
        (7, "script"),
        ({"outcome": "approve", "x": 1}, "script"),
        ("maybe", "decline"),
        ({"outcome": ["approve"]}, "decline"),
        ({"after": -1}, "after"),
        ({"after": True}, "after"),
        ({"after": float("nan")}, "after"),
        ({"amount": 0}, "amount"),
        ({"amount": 1.5}, "amount"),
        ({"amount": True}, "amount"),
    ],
)
def test_a_wrong_step_is_told_what_is_allowed(wish: object, named: str) -> None:
    with pytest.raises(DeviceMisused, match=named):
        read_step(wish)


def test_a_file_of_steps_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "script.json"
    path.write_text(json.dumps({"payments": ["lost", {"outcome": "partial", "amount": 5}], "auto": 0.5}))

    assert read_script_file(path) == TerminalScript((Step("lost"), Step("partial", amount=5)), (), 0.5)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no json", "cannot be read"),
        ("[]", "payments"),
        ('{"payment": []}', "payments"),
        ('{"payments": "lost"}', "payments is a list"),
        ('{"payments": ["lost", "maybe"]}', "payments, step 2: .*decline"),
        ('{"reversals": ["wrong_amount"]}', "reversals, step 1"),
        ('{"auto": -1}', "auto"),
        ('{"auto": "soon"}', "auto"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "script.json"
    path.write_text(text)

    with pytest.raises(DeviceMisused, match=named) as refused:
        read_script_file(path, reversal_outcomes=("approve", "lost"))
    assert "script.json" in str(refused.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisused, match="cannot be read"):
        read_script_file(tmp_path / "none.json")


def test_every_terminal_understands_the_usual_outcomes() -> None:
    assert {outcome.value for outcome in Usual} <= {outcome.value for outcome in Scripted}
