"""Own sales lower the stock at once; what central counted later takes their place (3.7)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.station_stock import StationStock
from kiosk.domain.catalogue import StockCount
from sync.agent.pull_stock import StockSink
from sync.wire.stock import StockChange
from tests.fakes.catalogue_files import COUNTED, write_catalogue
from tests.fakes.station import START, TestStation

EARLIER = COUNTED - timedelta(hours=1)


@pytest.fixture
def stock(station: TestStation) -> Iterator[StationStock]:
    opened = StationStock(station.database, station.writer, catalogue_position=lambda: 50)
    yield opened
    opened.close()


def sell(unit: UnitOfWork) -> None:
    unit.lower_stock("B01001", 2, START)
    unit.lower_stock("B01001", 1, EARLIER)
    unit.lower_stock("B02001", 9, START)
    unit.append("sale.completed", {})


def test_sales_count_until_central_knows_them(station: TestStation, stock: StationStock) -> None:
    assert stock.sold_since("B01001", COUNTED) == 0
    station.do(sell)
    assert stock.sold_since("B01001", COUNTED) == 3  # central knows of none, whatever the clock said
    station.writer.run(lambda unit: unit.acknowledge(1))
    assert stock.sold_since("B01001", COUNTED) == 2
    assert stock.sold_since("B01001", START) == 0
    assert stock.sold_since("unknown", COUNTED) == 0


def test_a_sale_that_was_not_stored_lowers_nothing(station: TestStation, stock: StationStock) -> None:
    def fail(unit: UnitOfWork) -> None:
        sell(unit)
        raise LookupError

    with pytest.raises(LookupError):
        station.do(fail)
    assert stock.sold_since("B01001", COUNTED) == 0


def change(position: int, on_hand: int, shop: str = "SH1") -> StockChange:
    return StockChange(position=position, shop=shop, sku="B01001", on_hand=on_hand, counted_at=START)


def test_changes_and_their_position_are_stored_together(stock: StationStock) -> None:
    sink: StockSink = stock
    assert sink.stock_position() == 50  # where the catalogue's own counts end
    sink.take_stock([change(60, 9), change(61, 8), change(62, 300, "WH")], 62)
    assert sink.stock_position() == 62
    assert stock.newer_counts("B01001", 50) == [StockCount("SH1", 8, START), StockCount("WH", 300, START)]
    assert stock.newer_counts("B01001", 61) == [StockCount("WH", 300, START)]
    sink.take_stock([change(55, 1)], 62)
    assert stock.newer_counts("B01001", 50)[0].on_hand == 8  # an older change does not come back
    sink.take_stock([], 70)
    assert sink.stock_position() == 70


def test_the_till_sees_the_newest_count_less_its_own_sales(station: TestStation, stock: StationStock) -> None:
    path = write_catalogue(station.folder / "catalogue.db", stock_position=50)
    reader = CatalogueReader(path, sold_since=stock.sold_since, newer_counts=stock.newer_counts)
    assert [count.on_hand for count in reader.stock("B01001")] == [12, 400]
    station.do(sell)
    assert [count.on_hand for count in reader.stock("B01001")] == [9, 400]
    stock.take_stock([change(51, 20, "WH"), change(40, 99)], 51)
    assert [count.on_hand for count in reader.stock("B01001")] == [9, 20]
    reader.close()
