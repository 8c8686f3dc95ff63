"""Central prices every upload again by the catalogue it names, lists what differs, and changes no sale (I-13)."""

import argparse
import html
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from alembic import command
from alembic.config import Config
from sqlalchemy import delete

from kiosk.checkout.pricing_document import pricing_document
from kiosk.checkout.sale_document import finished_sale, kept_order_document, pending_sale, sale_document
from kiosk.commands.central import declare
from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.fees import SHIPPING, deposit_fees
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext, Used
from kiosk.domain.promotion_rows import promotion_from
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.sale import Tender
from kiosk.domain.scanned_meaning import CouponSource
from kiosk.domain.tax import TaxRules
from sync.central import migrations
from sync.central.app import Central
from sync.central.catalogue.loading import put_items, put_promotions, put_recalls, put_restrictions
from sync.central.catalogue.publishing import file_path, publish
from sync.central.catalogue_tables import CatalogueVersionRow, ItemRow
from sync.central.check import check_books
from sync.central.database.engine import migrate, transaction
from sync.central.posting import post_waiting
from sync.central.prices.checking import check_again, check_waiting, prices_report
from sync.central.prices.published import PublishedCatalogues
from sync.central.settings import CentralSettings
from sync.central.tables import EntryRow, PriceCheckRow, SaleRow
from sync.wire.moment import utc_now
from tests.builders import SEOUL, item
from tests.fakes.operators import bearer
from tests.fakes.station_journal import TOKEN, FakeJournal

BEGUN = datetime(2026, 11, 21, 19, 58, tzinfo=SEOUL)  # a Saturday
PAID = BEGUN + timedelta(minutes=3)
KOREA = TaxRules(rates={"standard": "10", "exempt": "0", "zero": "0"})
MILK = item(1, "우유", 2800, member_price=2500, category="dairy")
COLA = item(2, "콜라", 1500, deposit=100)
APPLE = item(3, "사과", 4990, tax="exempt", sold_by=SoldBy.KG, gtin="", plu="4011")
BEER = item(4, "맥주", 3000, age_limit=19, category="alcohol")
ITEMS = (MILK, COLA, APPLE, BEER)
PROMOTIONS: tuple[dict[str, Any], ...] = (
    {"id": "P1", "kind": "n_plus_m", "pool": {"skus": ["S2"]}, "buy": 1, "free": 1},
    {"id": "P2", "kind": "percent_off", "pool": {"categories": ["dairy"]}, "percent": 10, "hours": ["18:00", "20:00"]},
    {"id": "P3", "kind": "threshold", "pool": {}, "at_least": 5000, "amount": 500, "coupon": "C1"},
    {"id": "P4", "kind": "tender_discount", "tender": "card:blue", "percent": 5},
    {"id": "P5", "kind": "amount_off", "pool": {"skus": ["S4"]}, "amount": 300, "member_limit": 1},
)
RULES = tuple(promotion_from(row) for row in PROMOTIONS)


@dataclass
class Shop:
    """A central with one shop, and a till in it that sells by a version it has."""

    central: Central
    journal: FakeJournal
    number: int = 0

    def publish(
        self, items: Sequence[CatalogueItem] = ITEMS, rules: Sequence[Any] = RULES, at: datetime = BEGUN
    ) -> int:
        put_items(self.central.engine, items)
        with transaction(self.central.engine) as session:
            put_promotions(session, rules)
        folder = self.central.catalogue_folder
        (made,) = publish(self.central.engine, self.central.key, folder, now=at - timedelta(hours=1), shop="SS01")
        assert made.refused == {}
        return made.version

    def sell(
        self,
        *lines: LineItem,
        version: int = 1,
        rules: Sequence[Any] = RULES,
        coupons: Sequence[PresentedCoupon] = (),
        fees: Sequence[Fee] | None = None,
        **circumstances: Any,
    ) -> dict[str, Any]:
        """What the till would upload for this cart."""
        self.number += 1
        context = PricingContext(
            at=BEGUN, shop="SS01", tax=KOREA, coupons=frozenset(c.coupon for c in coupons), **circumstances
        )
        due = deposit_fees(lines) if fees is None else fees
        priced = price_cart(numbered(lines), rules, context, due)
        pending = pending_sale(
            sale_id=f"sale-{self.number}",
            catalogue_version=version,
            language="ko",
            member="2900001" if context.member else "",
            charged=priced,
            to_order=PricedCart("KRW", (), 0, 0, (), 0, ()),
            pricing=pricing_document(context, priced, coupons),
            link_token=f"{TOKEN}{self.number}",
            new_id=lambda: "order",
        )
        sale = finished_sale(
            pending,
            receipt_number=self.number,
            station=self.journal.station,
            shop="SS01",
            completed_at=PAID,
            tenders=(Tender("card", priced.total, f"attempt-{self.number}"),),
        )
        return sale_document(pending, sale, "").model_dump(mode="json")

    def upload(self, body: dict[str, Any], kind: str = "sale.completed") -> list[str]:
        """Post it, price it again; answers every difference, or why it could not be checked."""
        self.post(body, kind)
        return self.checked()

    def post(self, body: dict[str, Any], kind: str = "sale.completed") -> None:
        entry = self.journal.append(kind, body, PAID)
        with transaction(self.central.engine) as session:
            session.add(
                EntryRow(
                    station=entry.station,
                    sequence=entry.sequence,
                    shop="SS01",
                    at=entry.at,
                    kind=entry.kind,
                    body=entry.model_dump_json(include={"body"})[8:-1],
                    at_text=entry.at.isoformat(),
                    previous=entry.previous,
                    hash=entry.hash,
                    received_at=utc_now(),
                )
            )
        assert post_waiting(self.central.engine, now=utc_now()).parked == 0

    def checked(self) -> list[str]:
        with PublishedCatalogues(self.central.catalogue_folder) as catalogues:
            assert check_waiting(self.central.engine, catalogues, now=utc_now(), time_zone="Asia/Seoul")
        with transaction(self.central.engine) as session:
            last = len(self.journal.entries)
            told = [x for x in prices_report(session) if x["sequence"] == last]
            state = session.get_one(PriceCheckRow, (self.journal.station, last)).state
        if not told:
            assert state == "same"
            return []
        assert told[0]["state"] == state
        return [one["what"] for one in told[0]["differences"]] or [told[0]["reason"]]


def numbered(lines: Sequence[LineItem]) -> list[LineItem]:
    return [replace(line, line_id=str(number)) for number, line in enumerate(lines, 1)]


def row(one: CatalogueItem, quantity: int = 1, **more: Any) -> LineItem:
    return LineItem("", one, quantity, **more)


@pytest.fixture
def shop(central: Central) -> Shop:
    return Shop(central, FakeJournal("SS01-01"))


def test_a_sale_that_is_right_is_found_right_whatever_it_depends_on(shop: Shop) -> None:
    shop.publish()
    coupon = PresentedCoupon("C1", CouponSource.SIGNED, serial="7Q2M")
    carts: list[tuple[list[LineItem], dict[str, Any]]] = [
        ([row(MILK, 2), row(COLA, 3), row(APPLE, grams=842)], {}),
        ([row(MILK, 3)], {"member": True}),
        ([row(BEER, 2, approved_by="A1")], {"member": True, "uses": {"P5": Used(1, 0)}}),
        ([row(COLA, 4), row(MILK)], {"coupons": [coupon], "tender": "card:blue"}),
        ([row(MILK, override=PriceOverride(1900, "damaged", "A1")), row(COLA)], {}),
        ([row(COLA, fixed_price=990), row(APPLE, fixed_price=3210)], {}),
        ([row(MILK, serials=("S1",))], {"partners": frozenset({"telco"})}),
    ]
    for lines, circumstances in carts:
        assert shop.upload(shop.sell(*lines, **circumstances)) == []


def test_what_differs_is_listed_with_both_sides_and_the_sale_stays(shop: Shop) -> None:
    shop.publish()
    body = shop.sell(row(MILK, 2), row(COLA))
    dearer = body | {"total": body["total"] + 560, "discount": 0, "pricing": body["pricing"] | {"used": []}}
    dearer["lines"][0] |= {"net": 5600, "discounts": []}
    dearer["tenders"][0]["amount"] = dearer["total"]
    told = shop.upload(dearer)
    assert told[0] == f"charged {body['total'] + 560}, expected {body['total']}"
    assert "line 1 (S1): net 5600, expected 5040" in told
    assert "line 1 (S1): P2 took off 0, expected 560" in told
    assert "P2: applied 0 times for 0, expected 2 times for 560" in told
    with transaction(shop.central.engine) as session:
        assert session.query(SaleRow).one().total == body["total"] + 560


def test_taxes_and_deposits_are_compared_too(shop: Shop) -> None:
    shop.publish()
    body = shop.sell(row(COLA), row(APPLE, grams=500))
    wrong_tax = body | {"taxes": [{"kind": "standard", "rate": "10", "net": 1300, "tax": 200}, body["taxes"][1]]}
    assert shop.upload(wrong_tax) == ["standard 10%: net and tax 1300 and 200, expected 1364 and 136"]
    unpaid = shop.sell(row(COLA), fees=())
    assert shop.upload(unpaid)[0] == "deposit: charged 0, expected 100"


def test_a_version_that_is_no_longer_there_says_so(shop: Shop) -> None:
    shop.publish()
    body = shop.sell(row(MILK), version=7)
    assert shop.upload(body) == ["catalogue version 7 was never published for SS01"]
    with transaction(shop.central.engine) as session:
        (path,) = [file_path(shop.central.catalogue_folder, x["sha256"]) for x in heads(session)]
    packed = path.read_bytes()
    path.unlink()
    (reason,) = shop.upload(shop.sell(row(MILK)))
    assert reason == f"the file of catalogue version 1 of SS01 is no longer there ({path.name})"
    path.write_bytes(packed[:100])
    (reason,) = shop.upload(shop.sell(row(MILK)))
    assert "the file of catalogue version 1 of SS01 cannot be read" in reason
    path.write_bytes(packed)
    with transaction(shop.central.engine) as session:
        assert check_again(session, station=shop.journal.station) == 3
    assert shop.checked() == []


def heads(session: Any) -> list[dict[str, Any]]:
    return [row.signed_head["head"] for row in session.query(CatalogueVersionRow)]


def test_a_price_that_the_open_cart_kept_is_right_when_a_version_of_that_time_had_it(shop: Shop) -> None:
    """A price never rises inside an open cart: the line has the lower one, of whichever version."""
    shop.publish()
    cheaper = replace(MILK, unit_price=2600)
    shop.publish([cheaper, *ITEMS[1:]])
    shop.publish([replace(MILK, unit_price=2700), *ITEMS[1:]])
    for version in (1, 2, 3):
        assert shop.upload(shop.sell(row(cheaper), row(COLA), version=version)) == []
    (told,) = shop.upload(shop.sell(row(replace(MILK, unit_price=1234)), version=3))
    assert told == "line 1 (S1): price 1234, the catalogue says 2700, and no other of that time"
    (told,) = shop.upload(shop.sell(row(replace(MILK, member_price=1000)), version=1, member=True))
    assert told == "line 1 (S1): member price 1000, the catalogue says 2500, and no other of that time"


def test_an_item_that_was_taken_out_is_found_in_the_version_that_had_it(shop: Shop) -> None:
    shop.publish()
    with transaction(shop.central.engine) as session:
        session.execute(_without_cola())
    shop.publish([MILK], RULES[1:])
    assert shop.upload(shop.sell(row(COLA), version=2, rules=RULES[1:])) == []
    stranger = item(9, "없는 것", 700)
    told = shop.upload(shop.sell(row(stranger), version=2, rules=RULES[1:]))
    assert told == ["line 1 (S9): in no catalogue of that time"]


def _without_cola() -> Any:
    return delete(ItemRow).where(ItemRow.sku == "S2")


def test_a_document_of_an_older_station_is_priced_by_what_it_says(shop: Shop) -> None:
    shop.publish()
    old = shop.sell(row(COLA, 2)) | {"pricing": None}
    for line in old["lines"]:
        del line["listed"], line["listed_member"]
    assert shop.upload(old) == []
    # Completed after eight in the evening, when the promotion had ended; begun before. Nobody can tell.
    late = shop.sell(row(MILK)) | {"pricing": None}
    (reason,) = shop.upload(late)
    assert "does not tell what prices depend on; by what is known charged 2520, expected 2800" in reason


def test_orders_that_were_kept_unpaid_are_priced_again_too(shop: Shop) -> None:
    shop.publish()
    lines = numbered([row(MILK, 2, fulfilment=SHIP), row(COLA, fulfilment=SHIP)])
    context = PricingContext(at=BEGUN, shop="SS01", tax=KOREA, member=True)
    priced = price_cart(lines, RULES, context, (*deposit_fees(lines), Fee(SHIPPING, 3000)))
    pending = pending_sale(
        sale_id="sale-1",
        catalogue_version=1,
        language="ko",
        member="2900001",
        charged=PricedCart("KRW", (), 0, 0, (), 0, ()),
        to_order=priced,
        to_order_pricing=pricing_document(context, priced),
        link_token=TOKEN,
        new_id=lambda: "A-1",
    )
    body = kept_order_document(pending, shop.journal.station, "SS01", PAID).model_dump(mode="json")
    assert shop.upload(body, "order.kept") == []
    body["orders"][0]["lines"][0]["net"] += 100
    body["orders"][0]["total"] += 100
    body["orders"][0]["order"] = "A-2"
    told = shop.upload(body, "order.kept")
    assert told == [f"charged {priced.total + 100}, expected {priced.total}", "line 1 (S1): net 4600, expected 4500"]


def test_what_should_not_have_been_sold_is_listed_beside_the_prices(shop: Shop) -> None:
    with transaction(shop.central.engine) as session:
        put_restrictions(
            session, [restriction_from({"id": "few", "goods": {"skus": ["S2"]}, "per_sale": 2, "name": {"ko": "콜라"}})]
        )
    shop.publish()
    assert shop.upload(shop.sell(row(BEER, approved_by="A1"))) == []
    (told,) = shop.upload(shop.sell(row(BEER)))
    assert told == "line 1 (S4): age by catalogue version 1"
    (told,) = shop.upload(shop.sell(row(COLA, 3)))
    assert told == "line 1 (S2): per_sale (few) by catalogue version 1"
    with transaction(shop.central.engine) as session:
        put_recalls(session, [recall_from({"id": "R1", "skus": ["S1"], "batches": ["L7"], "reason": {"ko": "이물"}})])
    shop.publish()
    sold = row(MILK, lot=Lot(batch="L7"))
    (told,) = shop.upload(shop.sell(sold, version=2))
    assert told == "line 1 (S1): recalled (R1) by catalogue version 2"
    (told,) = shop.upload(shop.sell(sold, version=1))
    assert told.startswith("line 1 (S1): recalled (R1) by version 2, published 2026-11-21T")
    assert told.endswith("newer than the one that the sale names")
    assert shop.upload(shop.sell(row(MILK, lot=Lot(batch="L8")), version=2)) == []
    with transaction(shop.central.engine) as session:
        put_recalls(session, [])
    shop.publish()  # the recall was lifted: the till sold by the newest version, its prices are those of the second
    assert shop.upload(shop.sell(sold, version=2)) == []


def test_a_sale_in_another_currency_or_without_a_rate_is_a_difference(shop: Shop) -> None:
    shop.publish()
    body = shop.sell(row(MILK)) | {"currency": "USD"}
    assert shop.upload(body) == ["the sale is in USD, its catalogue in KRW"]
    body = shop.sell(row(MILK))
    body["lines"][0]["tax"] = "luxury"
    assert "there is no rate for the tax kind 'luxury'" in shop.upload(body)[0]


def test_an_upload_that_breaks_pricing_is_noted_and_those_behind_it_are_checked(shop: Shop) -> None:
    shop.publish()
    body = shop.sell(row(MILK))
    body["lines"][0] |= {"override": {"unit_price": -1, "reason": "x", "person": "A1"}}
    (reason,) = shop.upload(body)
    assert reason.startswith("ValueError: a price is never below zero")
    assert shop.upload(shop.sell(row(MILK))) == []


def test_published_catalogues_leave_nothing_behind(shop: Shop) -> None:
    shop.publish()
    folder = shop.central.catalogue_folder
    before = sorted(folder.iterdir())
    with PublishedCatalogues(folder) as catalogues, transaction(shop.central.engine) as session:
        known = catalogues.version(session, "SS01", 1)
        assert known.item("S1") == MILK
        assert catalogues.version(session, "SS01", 1) is known
        assert catalogues.newest(session, "SS01", PAID.astimezone(UTC)) == 1
        assert sorted(folder.iterdir()) == before  # not even while they are in use
        assert known.shop() is not None


def test_operators_find_it_in_the_check_of_the_books_on_the_console_and_at_the_command_line(
    shop: Shop, url: str, settings: CentralSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.publish()
    body = shop.sell(row(COLA, 2))
    dearer = body | {"total": body["total"] + 1}
    dearer["lines"][0]["net"] += 1
    dearer["lines"][0]["gross"] += 1
    dearer["tenders"][0]["amount"] += 1
    shop.post(dearer)
    told = f"charged {body['total'] + 1}, expected {body['total']}"

    def differences() -> list[str]:
        with transaction(shop.central.engine) as session:
            return [one.what for one in check_books(session) if one.invariant == "I-13"]

    give_up = time.monotonic() + 30  # the running central prices it again on its own
    while not differences() and time.monotonic() < give_up:
        time.sleep(0.1)
    assert differences() == [f"sale sale-1: {told}"]
    page = html.unescape(requests.get(f"{url}/console", headers=bearer(shop.central), timeout=5).text)
    assert told in page
    parser = argparse.ArgumentParser()
    declare(parser)
    where = ["--folder", str(settings.folder), "--database", settings.database_url, "--json"]
    chosen = parser.parse_args(["prices", "--again", *where])
    assert chosen.run(chosen) == 1
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["sale"], listed["state"], listed["catalogue_version"]) == ("sale-1", "different", 1)
    assert listed["differences"][0] == {
        "kind": "total",
        "place": "",
        "charged": body["total"] + 1,
        "expected": body["total"],
        "what": told,
    }
    chosen = parser.parse_args(["prices", "--station", "nowhere", *where])
    assert chosen.run(chosen) == 0


def test_sales_of_before_wait_for_it_once_the_schema_knows_it(shop: Shop) -> None:
    shop.publish()
    assert shop.upload(shop.sell(row(MILK))) == []
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])))
    with shop.central.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0003")
        connection.commit()
    migrate(shop.central.engine)
    with transaction(shop.central.engine) as session:
        assert session.query(PriceCheckRow).one().state == "waiting"
    assert shop.checked() == []
