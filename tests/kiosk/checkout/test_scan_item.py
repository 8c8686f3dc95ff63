"""What a camera could not read: the shopper is told what helps, once, and nothing else happens."""

import pytest

from hardware.ports.scanner import CodeMissed, CodesDiffer, MissHint
from kiosk.checkout.notice import NoticeKind
from kiosk.domain.checkout_state import Stage
from tests import builders
from tests.fakes.lane import BEER, MILK, Lane

SAID = {
    MissHint.NONE: NoticeKind.READ_FAILED,
    MissHint.CLOSER: NoticeKind.HOLD_CLOSER,
    MissHint.FLATTEN: NoticeKind.FLATTEN_PACK,
    MissHint.TURN: NoticeKind.TURN_PACK,
    MissHint.STEADY: NoticeKind.HOLD_STILL,
    MissHint.LIGHT: NoticeKind.MORE_LIGHT,
}


def event(lane: Lane, told: CodeMissed | CodesDiffer) -> None:
    lane.session.scan(told)
    lane.run()


def numbers(lane: Lane) -> list[int]:
    """The notices that were shown, by their numbers."""
    return list(dict.fromkeys(x.notice.number for x in lane.snapshots if x.notice))


@pytest.mark.parametrize("hint", list(MissHint))
def test_each_hint_says_what_helps(lane: Lane, hint: MissHint) -> None:
    lane.scan(MILK)
    event(lane, CodeMissed("cam", 2000, hint))
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is SAID[hint]
    assert lane.seen.sound == "scanFail" or "scanFail" in {x.sound for x in lane.snapshots}


def test_two_codes_in_view_are_said(lane: Lane) -> None:
    lane.scan(MILK)
    event(lane, CodesDiffer("cam", 2000))
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is NoticeKind.CODES_DIFFER
    assert lane.seen.pieces == 1


def test_it_is_said_once_while_the_same_thing_is_held_there(lane: Lane) -> None:
    lane.scan(MILK)
    for number, told in enumerate((CodeMissed, CodeMissed, CodesDiffer, CodeMissed)):
        event(lane, told("cam", 2000 + number))
    assert len(numbers(lane)) == 1
    lane.scan(MILK, device="cam")
    event(lane, CodeMissed("cam", 2006))
    assert len(numbers(lane)) == 2, "something else is held there now"


def test_it_is_said_again_when_the_sentence_has_gone(lane: Lane) -> None:
    lane.scan(MILK)
    event(lane, CodeMissed("cam", lane.clock.seconds))
    lane.pass_time(9)
    event(lane, CodeMissed("cam", lane.clock.seconds))
    assert len(numbers(lane)) == 2


@pytest.mark.parametrize("told", [CodeMissed("cam", 1, MissHint.TURN), CodesDiffer("cam", 1)])
def test_no_screen_ends_and_nobody_is_called(lane: Lane, told: CodeMissed | CodesDiffer) -> None:
    event(lane, told)
    assert lane.stage() is Stage.IDLE
    assert lane.seen.notice is None
    lane.scan(BEER)
    for command, arguments, stage in (
        ("pay", (), Stage.AGE_CHECK),
        ("back", (), Stage.SHOPPING),
        ("remove_line", ("1",), Stage.SHOPPING),
    ):
        lane.do(command, *arguments)
        event(lane, told)
        assert lane.stage() is stage
    lane.scan(MILK)
    for command, arguments, stage in (
        ("pay", (), Stage.CHOOSING_TENDER),
        ("choose_tender", ("card",), Stage.PAYING),
    ):
        lane.do(command, *arguments)
        event(lane, told)
        assert lane.stage() is stage
    assert lane.seen.call is None or lane.seen.call.reason == "age"
    assert lane.store.bodies("item.refused") == []
    assert {x["reason"] for x in lane.store.bodies("staff.called")} == {"age"}


def test_sound_and_line_are_there_before_anything_is_waited_for(lane: Lane) -> None:
    """Feedback within 100 ms: one call takes the code to the snapshot, without a tick, a flush or a device."""
    before = lane.clock.seconds
    seen = len(lane.snapshots)
    lane.session.scan(builders.read(MILK.gtin[-13:], before))
    shown = lane.snapshots[seen:]
    assert lane.clock.seconds == before
    assert lane.writer.waiting, "the cart is not flushed yet"
    assert [x.sound for x in shown] == ["scanOk"]
    now = shown[-1].now_item
    assert now is not None
    assert now.line.line.item.sku == MILK.sku
    assert [x.line.item.sku for x in shown[-1].cart.lines] == [MILK.sku]
