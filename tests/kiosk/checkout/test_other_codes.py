"""Codes that sell nothing: each is called what it is, none is an unknown item, no text of them is kept."""

import pytest

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.domain.checkout_state import Stage
from tests import builders
from tests.fakes.lane import BEER, MILK, Lane

LICENCE = "LIC:SECRET123"
IN_STORE = {
    "23": NoticeKind.VOUCHER_CODE,
    "24": NoticeKind.RECEIPT_CODE,
    "25": NoticeKind.PARKED_CART_CODE,
}


def notice(lane: Lane) -> Notice:
    found = lane.seen.notice
    assert found is not None
    return found


def waiting(lane: Lane) -> list[str]:
    lane.sign_in("111111")
    staff = lane.seen.staff
    assert staff is not None
    return [x.kind for x in staff.requests]


@pytest.mark.parametrize(("prefix", "kind"), IN_STORE.items())
def test_the_shops_own_numbers_are_called_what_they_are(lane: Lane, prefix: str, kind: NoticeKind) -> None:
    lane.scan(MILK)
    lane.scan(builders.with_check_digit(f"{prefix}0001234567"))
    assert notice(lane).kind is kind
    assert lane.seen.pieces == 1
    assert lane.seen.call is None
    assert lane.store.bodies("item.refused") == []
    assert waiting(lane) == []


@pytest.mark.parametrize(
    ("text", "kind"), [("COUPON:778899", NoticeKind.COUPON_UNKNOWN), ("PARK:4711", NoticeKind.PARKED_CART_CODE)]
)
def test_qr_codes_of_the_shops_app_too(lane: Lane, text: str, kind: NoticeKind) -> None:
    lane.scan(MILK)
    lane.scan(text, symbology="QR")
    assert notice(lane).kind is kind
    assert waiting(lane) == []


def test_a_licence_without_an_age_to_check_is_explained(lane: Lane) -> None:
    lane.scan(MILK)
    lane.scan(LICENCE, symbology="QR")
    assert notice(lane).kind is NoticeKind.LICENCE_CODE
    assert waiting(lane) == []


def test_a_licence_shown_at_the_age_check_tells_staff_and_decides_nothing(lane: Lane) -> None:
    lane.scan(BEER)
    lane.do("pay")
    assert lane.stage() is Stage.AGE_CHECK
    lane.scan(LICENCE, symbology="QR")
    assert lane.stage() is Stage.AGE_CHECK, "the check goes on"
    assert notice(lane).kind is NoticeKind.LICENCE_SHOWN
    assert lane.seen.needs_age_check
    lane.sign_in("111111")
    staff = lane.seen.staff
    assert staff is not None
    [request] = staff.requests
    assert (request.kind, request.evidence) == ("age", (("licence", "shown"),))
    assert (request.amount, request.item) == (BEER.unit_price, BEER)


def test_nothing_of_a_licence_is_kept_shown_or_logged(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    lane.scan(BEER)
    for _ in range(2):
        lane.scan(LICENCE, symbology="QR")
        lane.do("pay")
    lane.do("back")
    lane.do("start_over")
    lane.scan(LICENCE, symbology="QR")
    for told in (repr(lane.store.shelf), repr(lane.snapshots), caplog.text):
        assert "SECRET" not in told
    read = lane.session._floor.state.last_read
    assert "SECRET" not in repr(read)


def test_codes_while_paying_are_left_alone(lane: Lane) -> None:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    for text in (LICENCE, "COUPON:778899"):
        lane.scan(text, symbology="QR")
        assert lane.stage() is Stage.PAYING
        assert lane.seen.notice is None
