"""The journey: no dead end, no stage that nothing leads to."""

import pytest

from kiosk.domain.checkout_state import TABLE, ImpossibleStep, Stage, Step, follow


def reachable(start: Stage) -> set[Stage]:
    seen, waiting = {start}, [start]
    while waiting:
        stage = waiting.pop()
        for (before, _), after in TABLE.items():
            if before is stage and after not in seen:
                seen.add(after)
                waiting.append(after)
    return seen


def test_every_stage_is_reached_from_the_start() -> None:
    assert reachable(Stage.STARTING) == set(Stage)


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_way_to_rest(stage: Stage) -> None:
    assert reachable(stage) & {Stage.IDLE, Stage.CLOSED}
    assert Stage.IDLE in reachable(stage)


def test_every_step_is_possible_somewhere() -> None:
    assert {step for _, step in TABLE} == set(Step)


def test_a_step_without_row_is_impossible_and_says_so() -> None:
    for stage in Stage:
        for step in Step:
            if (stage, step) in TABLE:
                assert follow(stage, step) is TABLE[stage, step]
            else:
                with pytest.raises(ImpossibleStep, match=f"{step.value} is not possible while {stage.value}"):
                    follow(stage, step)


@pytest.mark.parametrize("stage", [Stage.PAYING, Stage.CANCELLING, Stage.CHECKING_PAYMENT, Stage.COMPLETING])
def test_nobody_walks_away_while_money_moves(stage: Stage) -> None:
    # I-1: what may have been charged ends as a sale or as "not paid", never as an empty cart.
    for step in (Step.START_OVER, Step.CLOSE, Step.BACK, Step.FINISH):
        assert (stage, step) not in TABLE
