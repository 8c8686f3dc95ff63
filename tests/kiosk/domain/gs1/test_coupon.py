"""North American coupons: parts, and which part is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.coupon import CouponError, PurchaseRequirement, read_coupon, read_positive_offer


def test_all_parts_of_a_coupon() -> None:
    coupon = read_coupon("106141410222223100110222111101231023456721104561045678991201")
    assert (coupon.company_prefix, coupon.offer, coupon.save_value) == ("0614141", "022222", 100)
    assert coupon.requirements == (
        PurchaseRequirement(1, 0, "222", "0614141"),
        PurchaseRequirement(1, 0, "123", "0234567"),
        PurchaseRequirement(1, 0, "456", "0456789"),
    )
    assert (coupon.save_code, coupon.applies_to, coupon.store_coupon, coupon.not_multiplied) == (1, 2, False, True)


def test_dates_serial_and_retailer() -> None:
    coupon = read_coupon(
        "0123456" + "123456" + "11" + "11" + "0123" + "3261231" + "4260101" + "50123456" + "61" + "1234567"
    )
    assert (coupon.expires, coupon.starts, coupon.serial, coupon.retailer) == ("261231", "260101", "123456", "1234567")


def test_the_modern_coupon() -> None:
    offer = read_positive_offer("001234561234560123456")
    assert (offer.funder, offer.offer, offer.serial) == ("123456", "123456", "123456")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "ends inside the length of the company prefix"),
        ("9", "the length of the company prefix is one of 0, 1"),
        ("0123", "ends inside the company prefix"),
        ("01234561234561111012335006064500607", "expiration"),
        ("012345612345611110123" + "3261231" + "4270101", "before the start date"),
        ("012345612345611110123" + "8", "left over"),
        ("0123456123456111105a3", "digits only"),
        ("012345612345611115123", "code of the first purchase requirement"),
    ],
)
def test_the_wrong_part_is_named(text: str, why: str) -> None:
    with pytest.raises(CouponError, match=why):
        read_coupon(text)


@given(st.text("0123456789", max_size=70))
def test_any_digits_are_a_coupon_or_not(text: str) -> None:
    for read in (read_coupon, read_positive_offer):
        told = ""
        try:
            read(text)
        except CouponError as fault:
            told = str(fault)
        assert len(text) < 6 or text not in told
