"""What the window's keys mean to a kiosk without a typing scanner (T-3)."""

from types import SimpleNamespace
from typing import Any

from kiosk.bootstrap.run_window import typed_unasked
from tests.fakes.lane import MILK, Lane


def test_t3_a_scanner_that_was_turned_into_a_keyboard_is_told_to_staff_and_sells_nothing() -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    program: Any = SimpleNamespace(session=lane.session, clock=lane.clock)
    for _ in range(3):
        typed_unasked(program)
        lane.run()
    assert lane.seen.pieces == 1
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    (request,) = staff.requests
    assert dict(request.evidence)["scanner"] == "keyboard"
    assert "types like a keyboard" in dict(request.evidence)["problem"]
