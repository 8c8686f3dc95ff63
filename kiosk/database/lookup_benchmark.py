"""Measure look-ups on a catalogue of any size, in turns with the bare prepared statement."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw

from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.open_catalogue import open_file
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, LocalText, SoldBy
from sync.wire import catalogue_file

_FIRST = ("통통", "바로", "하늘", "산들", "초록", "햇살", "우리", "고소한", "달콤한", "시원한", "매콤한", "부드러운")
_SECOND = ("바나나", "딸기", "초코", "보리", "현미", "사과", "감자", "고구마", "김치", "참치", "치즈", "옥수수", "녹차")
_THIRD = ("우유", "과자", "라면", "음료", "주스", "빵", "만두", "두부", "커피", "사탕", "국수", "소스", "비누", "세제")
_ENGLISH = ("Milk", "Snack", "Noodles", "Drink", "Juice", "Bread", "Dumplings", "Tofu", "Coffee", "Candy", "Soap")


@dataclass(frozen=True, slots=True)
class LookupFigures:
    """Microseconds a look-up; `raw` is the bare prepared statement on the same file in the same run."""

    name: str
    p50: float
    p99: float
    raw_p50: float
    raw_p99: float

    @property
    def ratio(self) -> float:
        """How much more than the bare statement, at p50."""
        return self.p50 / self.raw_p50


def synthetic_gtin(number: int) -> str:
    """The 14-digit GTIN of the synthetic item `number` (from 1), with its check digit, prefix 880."""
    body = f"0880{number:09d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


def synthetic_items(count: int, seed: int = 1) -> Iterator[CatalogueItem]:
    """`count` items with Korean and English names, the same for the same seed, GTINs in mixed order."""
    chance = random.Random(seed)  # noqa: S311  # synthetic shelves, no secret
    numbers = list(range(1, count + 1))
    chance.shuffle(numbers)
    for rank, number in enumerate(numbers, 1):
        ko = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}{chance.choice(_THIRD)} {number % 997}g"
        yield CatalogueItem(
            sku=f"X{number:07d}",
            gtin=synthetic_gtin(number),
            name=LocalText(ko, f"{chance.choice(_ENGLISH)} {number % 997} g"),
            unit_price=chance.randrange(5, 400) * 100,
            tax="standard" if number % 5 else "exempt",
            sold_by=SoldBy.EACH,
            maker=f"제조사{number % 311}",
            brand=f"브랜드{number % 997}",
            category=f"c{number % 40}",
            net_content=str(number % 997),
            unit="g",
            place=f"a-{number % 30}",
            picture=f"X{number:07d}.svg",
            flags=frozenset() if rank % 50 else frozenset({"promo"}),
        )


def build_catalogue(path: Path, count: int, seed: int = 1) -> None:
    """Write a file of `count` synthetic items for look-ups: whole but for the search index, a million in seconds.

    For searches, central's own `write_snapshot` with `synthetic_items` makes the same file with its index.
    """
    path.unlink(missing_ok=True)
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA page_size={catalogue_file.PAGE_SIZE}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF")
    connection.execute(f"PRAGMA application_id={catalogue_file.APPLICATION_ID}; PRAGMA cache_size=-65536")
    connection.execute(catalogue_file.DDL)
    marks = ", ".join("?" * (len(catalogue_file.ITEM_COLUMNS) + 1))
    rows = ((rank, *catalogue_file.item_row(item)) for rank, item in enumerate(synthetic_items(count, seed), 1))
    with connection:
        head = CatalogueHead(1, "SH1", "KRW", datetime(2026, 1, 1, tzinfo=UTC), {"standard": "10", "exempt": "0"})
        connection.executemany("INSERT INTO head VALUES (?, ?)", catalogue_file.head_rows(head))
        connection.executemany(f"INSERT INTO item VALUES ({marks})", rows)  # noqa: S608  # question marks only
        connection.execute(catalogue_file.INDEXES)
    connection.close()


def measure_lookups(path: Path, gtins: Sequence[str], *, hot: int = 2_000, rounds: int = 7) -> list[LookupFigures]:
    """Look-ups of `hot` codes again and again, and of all `gtins`, each in turns with the bare statement.

    "uncached" is the reader's own path with the item made anew each time; the reader otherwise keeps the items of
    the last look-ups as objects.
    """
    connection = open_file(path)
    cursor = connection.cursor()
    reader = CatalogueReader(path)
    statement = catalogue_file.ITEM_BY_GTIN

    def bare(gtin: str) -> object:
        return cursor.execute(statement, (int(gtin),)).fetchall()

    figures = []
    chance = random.Random(7)  # noqa: S311  # an order of questions, no secret
    hot_codes = list(gtins[:hot])
    some = [chance.choice(gtins) for _ in range(len(hot_codes) * 5)]
    uncached = reader.uncached_by_gtin
    for name, codes, way in (
        ("hot", hot_codes, reader.by_gtin),
        ("hot, uncached", hot_codes, uncached),
        ("uniform", some, reader.by_gtin),
    ):
        raw_times: list[int] = []
        own_times: list[int] = []
        for _ in range(rounds):
            chance.shuffle(codes)
            _time(bare, codes, raw_times)
            _time(way, codes, own_times)
        figures.append(LookupFigures(name, *_percentiles(own_times), *_percentiles(raw_times)))
    reader.close()
    connection.close()
    return figures


def measure_searches(path: Path, queries: Sequence[str], *, rounds: int = 3, limit: int = 50) -> dict[str, float]:
    """Milliseconds each query takes at the median of `rounds`, the first answers included."""
    reader = CatalogueReader(path)
    told = {}
    for query in queries:
        times = []
        for _ in range(rounds):
            began = time.perf_counter_ns()
            reader.search(query, limit)
            times.append(time.perf_counter_ns() - began)
        told[query] = sorted(times)[rounds // 2] / 1e6
    reader.close()
    return told


def _time(look_up: Callable[[str], object], codes: Sequence[str], times: list[int]) -> None:
    clock = time.perf_counter_ns
    for code in codes:
        began = clock()
        look_up(code)
        times.append(clock() - began)


def _percentiles(times: list[int]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2] / 1000, ordered[len(ordered) * 99 // 100] / 1000
