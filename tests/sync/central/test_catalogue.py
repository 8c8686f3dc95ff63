"""Catalogues are published as numbered, signed, immutable files, and fetched with proof (T-10)."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.catalogue import CatalogueItem, LocalText, Place
from kiosk.domain.gtin import check_digit
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Validity
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from sync.agent.central_client import CentralAway, CentralRefused
from sync.agent.pull_catalogue import CataloguePull, CatalogueRefused
from sync.central.app import Central
from sync.central.catalogue.loading import (
    pin_fault,
    put_items,
    put_members,
    put_places,
    put_promotions,
    put_recalls,
    put_restrictions,
    put_staff,
    put_templates,
)
from sync.central.catalogue.publishing import Published, publish
from sync.central.catalogue_tables import PromotionRow, RecallRow, RestrictionRow
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.stock.movements import Movement, move, publish_movements
from sync.central.tables import ShopRow
from sync.wire import catalogue_file as file
from sync.wire.catalogue import HeadRefused, SignedHead, open_head
from sync.wire.promotion import promotion_from_text
from sync.wire.rule_text import recall_from_text, restriction_from_text
from sync.wire.shop_secret import member_hash, pin_matches
from tests.fakes.enrolled_station import EnrolledStation, Enrolling

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
ADULTS = restriction_from(
    {"id": "adults", "name": {"ko": "주류"}, "goods": {"categories": ["alcohol"]}, "per_sale": 3, "together": True}
)
RECALL = recall_from({"id": "R1", "skus": ["B1"], "batches": ["L7"], "reason": {"ko": "이물"}, "lot_unknown": "stop"})


def gtin(number: int) -> str:
    body = f"0880{number:09d}"
    return body + check_digit(body)


def item(number: int, **told: object) -> CatalogueItem:
    return replace(CatalogueItem(f"B{number}", gtin(number), LocalText(f"상품 {number}"), 1000 + number), **told)  # type: ignore[arg-type]


def publish_all(central: Central, shop: str | None = None) -> list[Published]:
    return publish(central.engine, central.key, central.catalogue_folder, now=NOW, shop=shop)


class FakeSink:
    """Keeps adopted files; `refuse` makes it refuse the next one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.version, self.refuse = folder, 0, False
        self.path: Path | None = None

    def adopted_version(self) -> int:
        return self.version

    def adopt(self, path: Path, version: int) -> None:
        if self.refuse:
            raise OSError("no space")
        self.folder.mkdir(exist_ok=True)
        self.path = path.rename(self.folder / f"{version}.db")
        self.version = version

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        connection = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READONLY)
        rows = list(connection.execute(statement))
        connection.close()
        return rows


@pytest.fixture
def sink(tmp_path: Path) -> FakeSink:
    return FakeSink(tmp_path / "station")


def pulling(station: EnrolledStation, sink: FakeSink) -> CataloguePull:
    identity = station.identity
    return CataloguePull(
        station.client, sink, sink.folder / "coming", central_key=identity.central_key, shop=identity.shop
    )


@pytest.fixture
def pull(station: EnrolledStation, sink: FakeSink) -> CataloguePull:
    sink.folder.mkdir()
    return pulling(station, sink)


def test_a_whole_catalogue_comes_down(
    central: Central, station: EnrolledStation, sink: FakeSink, pull: CataloguePull
) -> None:
    items = [
        item(2, flags=frozenset({"fresh", "bag"}), member_price=900),
        item(1, age_limit=19, groups=frozenset({"g", "h"}), deposit=70),
    ]
    put_items(central.engine, items)
    promotion = NPlusM(promotion_id="P1", name=LocalText("1+1"), pool=Pool(frozenset({"B1"})), buy=1, free=1)
    with transaction(central.engine) as session:
        put_promotions(session, [promotion])
        put_restrictions(session, [ADULTS])
        put_recalls(session, [RECALL])
        put_places(session, "SS01", [Place("fridge-1", LocalText("냉장고"), 1, 2, 3, 4, "z1", ((1, 2), (3, 4)), 2)])
        put_staff(session, "SS01", "A101", "한지우", "attendant", "482917")
        put_members(session, {"2900001000017": "김*서"})
        put_templates(session, [InStoreTemplate("20", TemplateKind.PRICE)])
        move(session, [Movement("SS01", "B1", "opening", "opening", 12, NOW)])
    publish_movements(central.engine)
    assert [(x.shop, x.version, x.items, x.refused) for x in publish_all(central)] == [
        ("SS01", 1, 2, {}),
        ("SS02", 1, 2, {}),
        ("WH01", 1, 2, {}),
    ]
    assert pull.pull() == 1
    assert pull.pull() is None
    found = [file.item_from_row(row) for row in sink.rows(f"SELECT {', '.join(file.ITEM_COLUMNS)} FROM item")]  # noqa: S608
    assert found == items
    head = file.head_from_rows(dict(sink.rows("SELECT key, value FROM head")))  # type: ignore[arg-type]
    assert (head.version, head.shop, head.currency, head.published_at) == (1, "SS01", "KRW", NOW)
    assert sink.rows("SELECT value FROM head WHERE key = 'stock_position'") == [("1",)]
    assert [promotion_from_text(str(body)) for (body,) in sink.rows("SELECT body FROM promotion")] == [promotion]
    assert [restriction_from_text(str(body)) for (body,) in sink.rows("SELECT body FROM restriction")] == [ADULTS]
    assert [recall_from_text(str(body)) for (body,) in sink.rows("SELECT body FROM recall")] == [RECALL]
    assert file.stock_from_row(sink.rows("SELECT * FROM stock")[0]).on_hand == 12
    secret = station.identity.staff_secret
    assert sink.rows("SELECT hash FROM member") == [(member_hash(secret, "2900001000017"),)]
    person = file.staff_from_row(sink.rows("SELECT * FROM staff")[0])
    assert pin_matches(secret, "A101", "482917", person.check)
    assert not pin_matches(secret, "A101", "482918", person.check)
    assert not pin_matches(b"another shop's secret", "A101", "482917", person.check)
    place = file.place_from_text(*map(str, sink.rows("SELECT id, body FROM place")[0]))
    assert (place.route, place.walking_minutes) == (((1, 2), (3, 4)), 2)
    assert list((sink.folder / "coming").iterdir()) == []


def test_rows_that_may_not_be_sold_are_left_out_and_named(
    central: Central, sink: FakeSink, pull: CataloguePull
) -> None:
    wrong_digit = gtin(4)[:-1] + str((int(gtin(4)[-1]) + 1) % 10)
    items = [
        item(1, category="dairy"),
        item(2, unit_price=-5),
        item(3, member_price=99_999),
        item(4, gtin=wrong_digit),
        item(5, tax="luxury"),
        item(6, gtin=gtin(1)),
    ]
    put_items(central.engine, items)
    with transaction(central.engine) as session:
        good = PercentOff(
            promotion_id="P2", name=LocalText("10%"), pool=Pool(categories=frozenset({"dairy"})), percent=10
        )
        unknown = NPlusM(promotion_id="P1", name=LocalText("1+1"), pool=Pool(frozenset({"B1", "NONE"})), buy=1, free=1)
        elsewhere = replace(good, promotion_id="P3", validity=Validity(shops=frozenset({"SS02"})))
        put_promotions(session, [good, unknown, elsewhere])
        session.add(PromotionRow(promotion="P4", body='{"id": "P4", "kind": "percent_off", "pool": {}}'))
        session.add(RestrictionRow(restriction="X1", body='{"id": "X1", "goods": {}}'))
        session.add(RecallRow(recall="R9", body="no JSON"))
    (published,) = publish_all(central, "SS01")
    assert published.items == 1
    assert published.refused_count == 9
    for name, reason in {
        "item B2": "negative",
        "item B3": "member price",
        "item B4": "check digit",
        "item B5": "luxury",
        "item B6": "belongs to B1 already",
        "promotion P1": "unknown items NONE",
        "promotion P4": "percent: is missing",
        "restriction X1": "restricts nothing",
        "recall R9": "Expecting value",
    }.items():
        assert reason in published.refused[name]
    pull.pull()
    assert sink.rows("SELECT sku FROM item") == [("B1",)]
    assert sink.rows("SELECT id FROM promotion") == [("P2",)]


def test_every_version_has_its_own_number_and_stays(central: Central, sink: FakeSink, pull: CataloguePull) -> None:
    put_items(central.engine, [item(1)])
    publish_all(central)
    pull.pull()
    put_items(central.engine, [item(1, unit_price=500)])
    (second,) = publish_all(central, "SS01")
    assert second.version == 2
    assert pull.pull() == 2
    assert sink.rows("SELECT unit_price FROM item") == [(500,)]
    assert len(list(central.catalogue_folder.glob("*.zst"))) == 4


def test_before_anything_is_published_nothing_happens(pull: CataloguePull) -> None:
    assert pull.pull() is None


def test_an_older_version_is_refused(central: Central, sink: FakeSink, pull: CataloguePull) -> None:
    put_items(central.engine, [item(1)])
    publish_all(central)
    sink.version = 5
    with pytest.raises(CatalogueRefused, match="older than 5"):
        pull.pull()


def test_a_head_that_is_not_signed_by_central_is_refused(
    central: Central, station: EnrolledStation, sink: FakeSink
) -> None:
    put_items(central.engine, [item(1)])
    publish(central.engine, Ed25519PrivateKey.generate(), central.catalogue_folder, now=NOW)
    with pytest.raises(CatalogueRefused, match="not signed"):
        pulling(station, sink).pull()
    assert sink.version == 0


def test_a_head_of_another_shop_is_refused(central: Central, enrolling: Enrolling, sink: FakeSink) -> None:
    put_items(central.engine, [item(1)])
    publish_all(central)
    station = enrolling("SS02")
    wrong = CataloguePull(station.client, sink, sink.folder, central_key=station.identity.central_key, shop="SS01")
    with pytest.raises(CatalogueRefused, match="for shop SS02"):
        wrong.pull()


def test_a_head_that_was_changed_is_refused(central: Central, station: EnrolledStation) -> None:
    put_items(central.engine, [item(1)])
    publish_all(central)
    answer = station.client.head()
    assert answer is not None
    changed = SignedHead(head=answer[0].head | {"version": 99}, signature=answer[0].signature)
    with pytest.raises(HeadRefused):
        open_head(changed, central.key.public_key())
    assert open_head(answer[0], central.key.public_key()).version == 1
    assert station.client.head(answer[1]) is None


def test_a_file_that_is_not_what_its_head_says_is_refused(
    central: Central, sink: FakeSink, pull: CataloguePull
) -> None:
    put_items(central.engine, [item(1)])
    (published,) = publish_all(central, "SS01")
    path = central.catalogue_folder / f"{published.sha256}.zst"
    good = path.read_bytes()
    path.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    with pytest.raises(CatalogueRefused, match="not the one its head names"):
        pull.pull()
    path.write_bytes(good + b"more")
    with pytest.raises(CentralAway, match="larger"):
        pull.pull()
    path.write_bytes(good)
    assert pull.pull() == 1


def test_a_download_that_was_cut_goes_on_where_it_stopped(
    central: Central, station: EnrolledStation, sink: FakeSink, pull: CataloguePull
) -> None:
    put_items(central.engine, [item(n) for n in range(1, 500)])
    (published,) = publish_all(central, "SS01")
    path = central.catalogue_folder / f"{published.sha256}.zst"
    good = path.read_bytes()
    path.write_bytes(good[:5000])
    with pytest.raises(CentralAway, match="5000 of"):
        pull.pull()
    path.write_bytes(good)
    rest = io.BytesIO()
    assert station.client.download(published.sha256, rest, 5000, len(good)) == len(good) - 5000
    assert rest.getvalue() == good[5000:]
    assert pull.pull() == 1


def test_a_sink_that_refuses_keeps_the_old_one(central: Central, sink: FakeSink, pull: CataloguePull) -> None:
    put_items(central.engine, [item(1)])
    publish_all(central)
    sink.refuse = True
    with pytest.raises(CatalogueRefused, match="not taken into use: no space"):
        pull.pull()
    sink.refuse = False
    assert pull.pull() == 1


def test_another_shops_file_is_not_given_out(central: Central, url: str, station: EnrolledStation) -> None:
    """T-9: no station reads what belongs to another shop."""
    put_items(central.engine, [item(1)])
    published = {x.shop: x for x in publish_all(central)}
    with pytest.raises(CentralRefused) as refused:
        station.client.download(published["SS02"].sha256, io.BytesIO(), 0, 10**9)
    assert refused.value.problem.status == 404
    assert requests.get(f"{url}/v1/catalogue/files/{published['SS01'].sha256}", timeout=5).status_code == 401


def test_loading_is_all_or_nothing(central: Central) -> None:
    def broken() -> object:
        yield item(1)
        raise ValueError("the file ends here")

    with pytest.raises(ValueError, match="ends here"):
        put_items(central.engine, broken())  # type: ignore[arg-type]
    assert publish_all(central, "SS01")[0].items == 0


def test_publishing_for_an_unknown_shop_is_refused(central: Central) -> None:
    with pytest.raises(Refused, match="there is no shop 'XX'"):
        publish_all(central, "XX")


def test_a_shop_keeps_its_secret_when_it_is_loaded_again(central: Central) -> None:
    from sync.central.catalogue.loading import put_shop

    with transaction(central.engine) as session:
        before = session.get_one(ShopRow, "SS01")
        secret = before.staff_secret
        put_shop(session, file.shop_from_text("SS01", before.body))
        assert session.get_one(ShopRow, "SS01").staff_secret == secret
        assert len({row.staff_secret for row in session.query(ShopRow)}) == 3


@pytest.mark.parametrize("pin", ["12345", "123456", "654321", "111111", "abcdef", "", "１２３４５６"])
def test_an_easy_pin_is_refused(central: Central, pin: str) -> None:
    assert pin_fault(pin)
    with transaction(central.engine) as session, pytest.raises(Refused, match="PIN refused"):
        put_staff(session, "SS01", "A1", "이름", "attendant", pin)
