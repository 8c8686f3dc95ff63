"""Gift vouchers: made and signed by central, proven by stations, what went wrong found in the books."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.database.station_identity import CentralSeal
from kiosk.domain.voucher import signed_voucher_of
from sync.central.app import Central
from sync.central.central_key import public_bytes
from sync.central.check import check_books
from sync.central.coupons.book import CouponsRefused
from sync.central.coupons.vouchers import make_vouchers
from sync.central.database.engine import transaction
from sync.central.sales.books import put_attempt, put_sale
from sync.wire.sale import AttemptDocument, SaleDocument, TenderDocument

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
UNTIL = date(2027, 12, 31)


def counted(length: int) -> bytes:
    return bytes(range(length))


def sale(number: int, station: str, *tenders: TenderDocument) -> SaleDocument:
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
        total=sum(tender.amount for tender in tenders),
        lines=(),
        taxes=(),
        tenders=tenders,
        link_token=f"t{number}",
    )


def attempt(name: str, state: str, charged: int, at: datetime = NOW, tender: str = "voucher") -> AttemptDocument:
    return AttemptDocument(
        attempt=name,
        sale="s1",
        service_id="",
        amount=charged,
        currency="KRW",
        state=state,
        at=at,
        charged=charged,
        tender=tender,
    )


def test_each_voucher_is_signed_and_proven_without_central(central: Central) -> None:
    [text] = make_vouchers(central.key, 10000, "KRW", 1, UNTIL, counted)
    code = signed_voucher_of(text)
    assert code is not None
    assert (code.amount, code.currency, code.expires_on) == (10000, "KRW", UNTIL)
    seal = CentralSeal(public_bytes(central.key))
    assert seal.genuine(code.signed, code.signature)
    assert not seal.genuine(code.signed.replace("10000", "90000"), code.signature)


@pytest.mark.parametrize(
    ("amount", "currency", "count"), [(0, "KRW", 1), (1, "XXX", 1), (1, "KRW", 0), (1, "KRW", 100_001)]
)
def test_vouchers_that_cannot_be_made_are_refused(central: Central, amount: int, currency: str, count: int) -> None:
    with pytest.raises(CouponsRefused):
        make_vouchers(central.key, amount, currency, count, UNTIL, counted)


def test_a_sale_of_a_voucher_and_a_card_agrees_with_its_attempts(central: Central) -> None:
    """I-1 and I-2 hold for every tender of a sale."""
    tenders = (
        TenderDocument(kind="voucher", amount=3000, attempt="a1", approval_code="V1"),
        TenderDocument(kind="card", amount=1800, attempt="a2"),
    )
    with transaction(central.engine) as session:
        put_sale(session, sale(1, "SS01-01", *tenders), shop="SS01", sequence=3)
        put_attempt(session, attempt("a1", "approved", 3000), station="SS01-01", shop="SS01", sequence=1)
        assert {"I-1", "I-2"} <= {x.invariant for x in check_books(session)}
        put_attempt(session, attempt("a2", "approved", 1800, tender="card"), station="SS01-01", shop="SS01", sequence=2)
        assert not {"I-1", "I-2"} & {x.invariant for x in check_books(session)}


def test_a_voucher_that_two_stations_took_is_found_in_the_books(central: Central) -> None:
    with transaction(central.engine) as session:
        for number, station in ((1, "SS01-01"), (2, "SS01-02")):
            tender = TenderDocument(kind="voucher", amount=3000, attempt=f"a{number}", approval_code="V1")
            put_sale(session, sale(number, station, tender), shop="SS01", sequence=1)
        [double] = [x for x in check_books(session) if x.invariant == "voucher"]
    assert double.what == "voucher V1 paid the sales SS01-01/s1, SS01-02/s2"


def test_a_part_that_nobody_completed_or_gave_back_is_found_after_an_hour(central: Central) -> None:
    with transaction(central.engine) as session:
        now = datetime.now(UTC)
        put_attempt(session, attempt("a1", "taken", 3000, now), station="SS01-01", shop="SS01", sequence=1)
        assert [x for x in check_books(session) if x.invariant == "I-1"] == []
        late = attempt("a2", "taken", 1000, now - timedelta(hours=2))
        put_attempt(session, late, station="SS01-01", shop="SS01", sequence=2)
        [left] = [x for x in check_books(session) if x.invariant == "I-1"]
    assert "attempt a2 took 1000" in left.what
