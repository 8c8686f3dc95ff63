"""What a simulated card terminal is to do with the next requests, from a test, a hand or a file.

Every simulator of a terminal reads the same file and understands the outcomes of `Usual`; a protocol may add
outcomes of its own.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hardware.errors import DeviceMisused


class Usual(StrEnum):
    """How a request goes at any terminal. From `APPROVE` on money is truly moved, before it is not."""

    DECLINE = "decline"
    CANCEL = "cancel"  # the shopper presses the red button
    BUSY = "busy"
    LOST_REQUEST = "lost_request"  # the line breaks before the terminal took the request up
    APPROVE = "approve"
    PARTIAL = "partial"  # `amount`, or half of what was asked
    LOST = "lost"  # approved and kept, and the line breaks before the answer
    GARBLED = "garbled"  # approved, and the answer is damaged
    TWICE = "twice"  # approved, and the answer comes twice
    OTHER_ATTEMPT = "other_attempt"  # approved, and the answer is that to another attempt
    WRONG_AMOUNT = "wrong_amount"  # `amount`, or one minor unit more than was asked
    WRONG_CURRENCY = "wrong_currency"


@dataclass(frozen=True, slots=True)
class Step:
    """One scripted request: how it goes, seconds of authorising after the card, and an amount in minor units."""

    outcome: str = Usual.APPROVE
    after: float = 0.0
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class TerminalScript:
    """Steps for payments and for reversals in their order; afterwards everything is approved.

    `auto` is after how many seconds a card is held by itself, None for never: then a hand must do it.
    """

    payments: tuple[Step, ...] = ()
    reversals: tuple[Step, ...] = ()
    auto: float | None = None


def read_step(wish: object, outcomes: Collection[str] = tuple(Usual)) -> Step:
    """Read a step from JSON: a name of `outcomes`, or an object with outcome, after, amount.

    Raises `DeviceMisused` that says what is allowed.
    """
    if isinstance(wish, str):
        wish = {"outcome": wish}
    if not isinstance(wish, dict) or set(wish) - {"outcome", "after", "amount"}:
        raise DeviceMisused('A script is a name or {"outcome": …, "after": seconds, "amount": minor units}.')
    outcome, after, amount = wish.get("outcome", Usual.APPROVE.value), wish.get("after", 0), wish.get("amount")
    if outcome not in list(outcomes):
        raise DeviceMisused(f"The outcome must be one of {', '.join(outcomes)}.")
    if not _is_seconds(after) or not (amount is None or (type(amount) is int and amount > 0)):
        raise DeviceMisused("after is a number from 0 to 600 seconds, amount a whole number of minor units.")
    return Step(str(outcome), float(after), amount)


def read_script_file(
    path: Path, outcomes: Collection[str] = tuple(Usual), reversal_outcomes: Collection[str] | None = None
) -> TerminalScript:
    """Read `{"payments": [step, ...], "reversals": [step, ...], "auto": seconds}`; each part may be left out.

    Raises `DeviceMisused` that names the file, the place in it, and what is allowed there.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise DeviceMisused(f"The script {path} cannot be read as JSON: {problem}") from problem
    if not isinstance(document, dict) or set(document) - {"payments", "reversals", "auto"}:
        raise DeviceMisused(f'The script {path} is an object with "payments", "reversals" and "auto".')
    auto = document.get("auto")
    if not (auto is None or _is_seconds(auto)):
        raise DeviceMisused(f"The script {path}: auto is a number from 0 to 600 seconds, or null.")
    payments = _steps(path, document, "payments", outcomes)
    reversals = _steps(path, document, "reversals", outcomes if reversal_outcomes is None else reversal_outcomes)
    return TerminalScript(payments, reversals, None if auto is None else float(auto))


def _steps(path: Path, document: dict[str, object], name: str, outcomes: Collection[str]) -> tuple[Step, ...]:
    wishes = document.get(name, [])
    if not isinstance(wishes, list):
        raise DeviceMisused(f"The script {path}: {name} is a list of steps.")
    steps = []
    for number, wish in enumerate(wishes, 1):
        try:
            steps.append(read_step(wish, outcomes))
        except DeviceMisused as wrong:
            raise DeviceMisused(f"The script {path}, {name}, step {number}: {wrong}") from wrong
    return tuple(steps)


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 600
