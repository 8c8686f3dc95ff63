"""Coupons as promotions know them, and what a QR code of the shop's own says."""

from datetime import date

import pytest

from kiosk.domain.cart import Cart, CartError
from kiosk.domain.coupon import PresentedCoupon, PresentedPartner, presented, signed_coupon_of, unsigned_coupon
from kiosk.domain.qr_profile import ProfileKind, QrProfile
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import CouponCode, CouponSource, PartnerCode

UNTIL = date(2026, 12, 31)
SIGNED = unsigned_coupon("spring", "7Q2M4XK9", UNTIL)
SIGNATURE = "A-_" + "x" * 83


def test_a_signed_coupon_says_which_it_is_until_when_and_what_is_signed() -> None:
    assert SIGNED == "BC1.spring.7Q2M4XK9.20261231"
    code = signed_coupon_of(f"{SIGNED}.{SIGNATURE}")
    assert code == CouponCode(
        "spring",
        CouponSource.SIGNED,
        expires_on=UNTIL,
        serial="7Q2M4XK9",
        signed=SIGNED,
        signature=SIGNATURE,
    )
    assert interpret(f"{SIGNED}.{SIGNATURE}", "QR", ScanRules()) == code
    assert code is not None
    assert presented(code) == PresentedCoupon("spring", CouponSource.SIGNED, "7Q2M4XK9", UNTIL)


@pytest.mark.parametrize(
    "text",
    [
        SIGNED,
        f"{SIGNED}.{SIGNATURE}x",
        f"{SIGNED}.{SIGNATURE[1:]}",
        f"x{SIGNED}.{SIGNATURE}",
        f"BC1.spring.7Q2M4XK9.20261331.{SIGNATURE}",
        f"BC1.spring.short.20261231.{SIGNATURE}",
        f"BC1.spr ing.7Q2M4XK9.20261231.{SIGNATURE}",
        f"BC2.spring.7Q2M4XK9.20261231.{SIGNATURE}",
        "",
    ],
)
def test_anything_else_is_no_signed_coupon(text: str) -> None:
    assert signed_coupon_of(text) is None


@pytest.mark.parametrize("coupon", ["", "a b", "x" * 41, "쿠폰", "a.b"])
def test_a_coupon_that_fits_into_no_code_is_refused(coupon: str) -> None:
    with pytest.raises(ValueError, match="cannot be in a QR code"):
        unsigned_coupon(coupon, "7Q2M4XK9", UNTIL)


def test_a_global_coupon_number_is_thirteen_digits_and_a_serial() -> None:
    code = CouponCode("9781234567890123", CouponSource.GCN)
    assert presented(code) == PresentedCoupon("9781234567890", CouponSource.GCN, "123")
    assert presented(CouponCode("9781234567890", CouponSource.GCN)).serial == ""


def test_a_manufacturers_coupon_keeps_the_value_its_promotion_is_made_from() -> None:
    coupon = presented(CouponCode("106141416543213150110120", CouponSource.NORTH_AMERICA))
    assert (coupon.coupon, coupon.value) == ("8110.106141416543213150110120", "106141416543213150110120")


def test_a_partners_card_is_known_by_its_profile() -> None:
    profile = QrProfile("telco", ProfileKind.PARTNER, r"7(?P<number>\d{15})", frozenset({"Code 128"}))
    found = interpret("7123456789012345", "Code 128", ScanRules(profiles=(profile,)))
    assert found == PartnerCode("telco", "123456789012345")


def test_a_cart_holds_one_coupon_of_a_kind_and_one_card_of_a_partner() -> None:
    cart = Cart()
    first = PresentedCoupon("C1", CouponSource.SIGNED, "11111111")
    cart.present(first)
    with pytest.raises(CartError, match="already"):
        cart.present(PresentedCoupon("C1", CouponSource.SIGNED, "22222222"))
    assert (cart.coupons, cart.revision) == ((first,), 1)
    cart.withdraw("C2")
    cart.withdraw("C1")
    assert (cart.coupons, cart.revision) == ((), 3)
    cart.present_partner(PresentedPartner("telco", "1"))
    cart.present_partner(PresentedPartner("card", "2"))
    cart.present_partner(PresentedPartner("telco", "3"))
    assert [card.number for card in cart.partners] == ["2", "3"]
    cart.withdraw_partner("card")
    assert [card.partner for card in cart.partners] == ["telco"]
