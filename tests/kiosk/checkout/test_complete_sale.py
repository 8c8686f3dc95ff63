"""A sale that is committed when nobody waits for it any more (I-1, I-15)."""

from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import MILK, Lane


def test_a_cart_that_turned_out_to_be_paid_is_offered_to_nobody(lane: Lane) -> None:
    """The terminal tells of the approval only after the restart: its cart must not be paid a second time."""
    lane.scan(MILK)
    lane.pay_by_card("lost_approved")
    lane.terminal.reachable = False
    lane.restart()
    lane.pass_time(20)
    assert (lane.stage(), lane.seen.resume) == (Stage.IDLE, None)
    lane.terminal.reachable = True
    lane.pass_time(60)
    assert len(lane.store.shelf.sales) == 1
    assert lane.seen.resume is None
    lane.check_books()
