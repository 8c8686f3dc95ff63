"""Coupons of single use: made and signed by central, proven by stations, doubles found in the books."""

from datetime import UTC, date, datetime

import pytest

from kiosk.database.station_identity import CentralSeal
from kiosk.domain.catalogue import LocalText
from kiosk.domain.coupon import signed_coupon_of
from kiosk.domain.promotion import AmountOff, Pool, Promotion
from sync.central.app import Central
from sync.central.catalogue.loading import put_promotions
from sync.central.central_key import public_bytes
from sync.central.check import check_books
from sync.central.coupons.book import CouponsRefused, coupon_of, make_coupons, put_coupon_uses
from sync.central.database.engine import transaction
from sync.wire.sale import CouponDocument, PricingDocument, SaleDocument

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
UNTIL = date(2026, 12, 31)
SPRING = AmountOff(promotion_id="P1", name=LocalText("봄"), coupon="spring", pool=Pool(), amount=500)


class Counting:
    """Bytes in their order, where a real central takes random ones."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, length: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(length, "big")


def sale(number: int, station: str, *coupons: CouponDocument) -> SaleDocument:
    return SaleDocument(
        sale=f"s{number}",
        receipt_number=number,
        station=station,
        shop="SS01",
        catalogue_version=1,
        completed_at=NOW,
        currency="KRW",
        language="ko",
        gross=0,
        discount=0,
        total=0,
        lines=(),
        taxes=(),
        tenders=(),
        link_token=f"t{number}",
        pricing=PricingDocument(at=NOW, coupons=coupons),
    )


def loaded(central: Central, *promotions: Promotion) -> None:
    with transaction(central.engine) as session:
        put_promotions(session, promotions)


def test_each_coupon_is_signed_has_its_own_serial_and_is_proven_without_central(central: Central) -> None:
    loaded(central, SPRING)
    with transaction(central.engine) as session:
        assert coupon_of(session, "P1") == "spring"
    made = make_coupons(central.key, "spring", 3, UNTIL, Counting())
    codes = [signed_coupon_of(text) for text in made]
    assert len({code.serial for code in codes if code}) == 3
    seal = CentralSeal(public_bytes(central.key))
    for code in codes:
        assert code is not None
        assert (code.number, code.expires_on) == ("spring", UNTIL)
        assert seal.genuine(code.signed, code.signature)
        assert not seal.genuine(code.signed.replace("20261231", "20271231"), code.signature)


@pytest.mark.parametrize(("promotion", "why"), [("P2", "needs no coupon"), ("P9", "no promotion 'P9'")])
def test_a_promotion_that_takes_no_coupon_gets_none(central: Central, promotion: str, why: str) -> None:
    loaded(central, AmountOff(promotion_id="P2", name=LocalText("늘"), pool=Pool(), amount=500))
    with transaction(central.engine) as session, pytest.raises(CouponsRefused, match=why):
        coupon_of(session, promotion)


@pytest.mark.parametrize(("coupon", "count"), [("spring", 0), ("spring", 100_001), ("봄", 1)])
def test_coupons_that_cannot_be_made_are_refused(central: Central, coupon: str, count: int) -> None:
    with pytest.raises(CouponsRefused):
        make_coupons(central.key, coupon, count, UNTIL, Counting())


def test_a_coupon_that_two_stations_took_while_offline_is_found_in_the_books(central: Central) -> None:
    one, other = CouponDocument(coupon="spring", serial="A"), CouponDocument(coupon="spring", serial="B")
    plain = CouponDocument(coupon="leaflet")
    with transaction(central.engine) as session:
        put_coupon_uses(session, sale(1, "SS01-01", one, plain))
        put_coupon_uses(session, sale(1, "SS01-01", one, plain))
        put_coupon_uses(session, sale(2, "SS01-02", other, plain))
        assert [x for x in check_books(session) if x.invariant == "coupon"] == []
        put_coupon_uses(session, sale(3, "SS01-02", one))
        [double] = [x for x in check_books(session) if x.invariant == "coupon"]
    assert double.what == "coupon spring with serial A was used by the sales SS01-01/s1, SS01-02/s3"
