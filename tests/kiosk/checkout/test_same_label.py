"""A label read again, or goods that stay on the scale, are not sold twice; two packs with one label are."""

import pytest

from hardware.ports.scale import ScaleState
from kiosk.checkout.notice import NoticeKind
from tests import builders
from tests.fakes.lane import APPLE, MILK, PORK, Lane

LABEL = builders.with_check_digit(f"28{APPLE.plu.zfill(5)}00842")


def rows(lane: Lane) -> list[int | None]:
    return [x.line.grams for x in lane.seen.cart.lines]


def hold(lane: Lane, showing: int = 0, after: float = 1, text: str = LABEL) -> None:
    lane.clock.seconds += after
    device = "cam" if showing else "hand"
    lane.session.scan(builders.read(text, lane.clock.seconds, device=device, showing=showing))
    lane.run()


def asked(lane: Lane) -> bool:
    return lane.seen.notice is not None and lane.seen.notice.kind is NoticeKind.SAME_LABEL


def test_a_label_that_stays_before_the_camera_is_one_pack(lane: Lane) -> None:
    for _ in range(5):
        hold(lane, showing=7)
    assert rows(lane) == [842]
    assert not asked(lane)


def test_a_label_read_twice_by_hand_in_a_moment_is_one_pack(lane: Lane) -> None:
    hold(lane)
    hold(lane, after=1.9)
    hold(lane, after=1.9)
    assert rows(lane) == [842]
    assert not asked(lane)


@pytest.mark.parametrize("showing", [0, 8])
def test_a_label_shown_anew_is_asked_about_and_a_second_pack_is_sold(lane: Lane, showing: int) -> None:
    hold(lane, showing=7 if showing else 0)
    hold(lane, showing=showing, after=3)
    assert rows(lane) == [842]
    assert asked(lane)
    lane.do("one_more")
    assert rows(lane) == [842, 842]
    lane.do("one_more")
    assert rows(lane) == [842, 842], "one answer, one pack"
    hold(lane, showing=showing)
    assert rows(lane) == [842, 842], "the second pack is still held there"


def test_a_question_that_went_away_sells_nothing(lane: Lane) -> None:
    hold(lane)
    hold(lane, after=3)
    lane.do("dismiss_notice")
    lane.do("one_more")
    hold(lane, after=3)
    lane.scan(MILK)
    lane.do("one_more")
    assert rows(lane) == [842, None]


def test_a_label_that_was_taken_out_may_come_back(lane: Lane) -> None:
    hold(lane)
    lane.do("remove_line", "1")
    hold(lane, after=3)
    assert rows(lane) == [842]
    assert not asked(lane)


def test_another_weight_is_another_pack(lane: Lane) -> None:
    hold(lane)
    hold(lane, text=builders.with_check_digit(f"28{APPLE.plu.zfill(5)}00843"))
    assert rows(lane) == [842, 843]


def test_elements_with_a_weight_are_labels_too_and_a_serial_tells_packs_apart(lane: Lane) -> None:
    lane.show(PORK, ai3103="000620")
    lane.show(PORK, ai3103="000620", after=3)
    assert (rows(lane), asked(lane)) == ([620], True)
    lane.do("one_more")
    assert rows(lane) == [620, 620]
    other = Lane().boot()
    for serial in ("1", "2"):
        other.show(PORK, ai3103="000620", ai21=serial, after=3)
    assert rows(other) == [620, 620]


def test_goods_that_stay_on_the_scale_are_not_sold_again(lane: Lane) -> None:
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(500)
    lane.do("confirm_weight")
    lane.do("choose_without_barcode", APPLE.sku)
    for grams in (500, 501, 760):
        lane.weigh(grams)
        assert lane.seen.weigh is not None
        assert lane.seen.weigh.state == "taken"
        lane.do("confirm_weight")
    assert rows(lane) == [500]
    lane.weigh(0, ScaleState.EMPTY)
    lane.weigh(500)
    lane.do("confirm_weight")
    assert rows(lane) == [500, 500]


def test_goods_that_were_swapped_are_seen_by_the_weight_in_between(lane: Lane) -> None:
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(500)
    lane.do("confirm_weight")
    lane.weigh(30, ScaleState.MOVING)
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(500)
    lane.do("confirm_weight")
    assert rows(lane) == [500, 500]


def test_the_scale_remembers_over_shoppers_and_a_row_may_be_weighed_again(lane: Lane) -> None:
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(500)
    lane.do("confirm_weight")
    lane.do("reweigh", "1")
    lane.weigh(480)
    lane.do("confirm_weight")
    assert rows(lane) == [480]
    lane.do("start_over")
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(480)
    lane.do("confirm_weight")
    assert rows(lane) == []


def test_a_weight_from_a_code_and_from_the_scale_cost_the_same(lane: Lane) -> None:
    hold(lane)
    lane.do("choose_without_barcode", APPLE.sku)
    lane.weigh(842)
    weigh = lane.seen.weigh
    assert weigh is not None
    lane.do("confirm_weight")
    code, scale = lane.seen.cart.lines
    assert code.net == scale.net == weigh.price
