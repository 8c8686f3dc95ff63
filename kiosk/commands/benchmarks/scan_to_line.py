"""From the bytes of a code to the changed cart, with a million items, beside the bare look-up."""

import base64
import os
import random
import shutil
import sqlite3  # noqa: TID251 (the named baseline; it opens a copy, never a file of the shop)
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter_ns
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.commands.benchmarks.figure import Figure, percentile
from kiosk.domain.cart import Cart
from kiosk.domain.checkout_state import Stage
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM, PercentOff, Pool
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.tax import TaxRules

if TYPE_CHECKING:
    from kiosk.database.catalogue_reader import CatalogueReader

ITEMS = 1_000_000
SEED = 7
FRAME_US = 1_000_000 / 60
KEPT = Path("var/bench")
LINES = 10


def measure(*, long: bool) -> list[Figure]:
    """Look-up, look-up to priced cart of ten lines, and bytes to view model; each call follows a bare look-up."""
    catalogue = _catalogue()
    calls = 20_000 if long else 3_000
    chance = random.Random(SEED)  # noqa: S311 (codes to look up, no secret)
    from kiosk.database.catalogue_reader import CatalogueReader
    from kiosk.database.lookup_benchmark import synthetic_gtin

    gtins = [synthetic_gtin(chance.randint(1, ITEMS)) for _ in range(calls + LINES)]
    raw = _bare_look_up(catalogue)
    reader = CatalogueReader(catalogue)
    book = _book(reader, gtins)
    names = ("look-up of an item", "look-up to priced cart of 10 lines", "bytes of a code to the changed cart model")
    looked = _in_pairs(raw, reader.uncached_by_gtin, gtins[:calls])
    priced = _in_pairs(raw, _pricing(reader, book, gtins[calls:]), gtins[:calls])
    with _till(catalogue) as scan:
        shown = _in_pairs(raw, scan.scan, gtins[: calls // 2], scan.undo)
    reader.close()
    figures = []
    for name, (ours, bare) in zip(names, (looked, priced, shown), strict=True):
        for share in (0.5, 0.99):
            figures.append(_figure(name, share, ours, bare))
    return figures


def _figure(name: str, share: float, ours: list[float], bare: list[float]) -> Figure:
    value, baseline = percentile(ours, share), percentile(bare, share)
    data_part = name.startswith("look-up to")
    target = (10.0, "ratio") if data_part and share == 0.5 else (FRAME_US, "value") if data_part else (None, "ratio")
    label = f"{name}, p{share * 100:.0f}"
    return Figure(label, value, "us", "sqlite3 prepared look-up", baseline, *target)


def _in_pairs(
    bare: Callable[[str], object],
    ours: Callable[[str], object],
    codes: list[str],
    after: Callable[[], object] = lambda: None,
) -> tuple[list[float], list[float]]:
    """Microseconds of each way, code by code in turns; `after` is not measured."""
    mine: list[float] = []
    theirs: list[float] = []
    for place, code in enumerate(codes):
        for way, kept in ((bare, theirs), (ours, mine)) if place % 2 else ((ours, mine), (bare, theirs)):
            begun = perf_counter_ns()
            way(code)
            kept.append((perf_counter_ns() - begun) / 1000)
        after()
    return mine, theirs


def _catalogue() -> Path:
    """The million items, made once and kept."""
    from kiosk.database.lookup_benchmark import build_catalogue
    from sync.wire.catalogue_file import FORMAT

    path = KEPT / f"catalogue-{ITEMS}-{SEED}-format{FORMAT}.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".making")
        build_catalogue(making, ITEMS, SEED)
        os.replace(making, path)
    return path


def _bare_look_up(path: Path) -> Callable[[str], object]:
    from sync.wire.catalogue_file import ITEM_BY_GTIN

    connection = sqlite3.connect(f"file:{path.resolve()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA mmap_size=268435456")
    return lambda gtin: connection.execute(ITEM_BY_GTIN, (gtin,)).fetchone()


def _book(reader: "CatalogueReader", gtins: list[str]) -> PromotionBook:
    """A promotion of each kind, live for a third of the ten lines."""
    held = [item for item in (reader.by_gtin(gtin) for gtin in gtins[-LINES:]) if item]
    name = held[0].name
    return PromotionBook(
        [
            NPlusM(promotion_id="B1", name=name, pool=Pool(skus=frozenset({held[0].sku})), buy=1, free=1),
            NPlusM(promotion_id="B2", name=name, pool=Pool(skus=frozenset({held[1].sku, held[2].sku})), buy=2, free=1),
            PercentOff(promotion_id="B3", name=name, pool=Pool(skus=frozenset({held[3].sku})), percent=20),
        ]
    )


def _pricing(reader: "CatalogueReader", book: PromotionBook, held: list[str]) -> Callable[[str], object]:
    at = datetime.now(ZoneInfo("Asia/Seoul"))
    cart = Cart()
    for gtin in held[: LINES - 1]:
        item = reader.by_gtin(gtin)
        if item is not None:
            cart.add(item, quantity=2)
    rates = reader.head().tax_rates

    def scan(gtin: str) -> object:
        item = reader.uncached_by_gtin(gtin)
        if item is None:
            return None
        line = cart.add(item)
        priced = price_cart(cart.lines, book, PricingContext(at=at, shop="B", tax=TaxRules(rates=rates)))
        cart.lines.remove(line)
        return priced

    return scan


class _till:  # noqa: N801 (reads as a word at its place)
    """A whole till without devices on its own files: bytes in, view model out."""

    def __init__(self, catalogue: Path) -> None:
        self._catalogue = catalogue

    def __enter__(self) -> "_till":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtGui import QGuiApplication

        from hardware.codecs.barcode_line import BarcodeLines
        from kiosk.bootstrap.kiosk_program import build_kiosk
        from kiosk.bootstrap.station import identity_folder
        from kiosk.settings import Settings, StationSection
        from kiosk.ui.cart_view_model import CartViewModel
        from kiosk.ui.session_thread import BackgroundWork, SessionThread
        from kiosk.ui.shown_places import ShownPlaces
        from sync.wire.enrolment import EnrolmentAnswer
        from sync.wire.remote_settings import TillSection

        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        secret = base64.b64encode(bytes(32)).decode()
        identity_folder(folder).keep(
            EnrolmentAnswer(
                station="BENCH-1",
                shop="BENCH",
                lane="1",
                central_key=secret,
                staff_secret=secret,
                receipt_base_url="https://r.example",
            )
        )
        shutil.copyfile(self._catalogue, folder / "catalogue.db")
        self._application = QGuiApplication.instance() or QGuiApplication(["bench"])
        thread = SessionThread()
        self._background = BackgroundWork(thread.post)
        settings = Settings(station=StationSection(folder=folder), till=TillSection(duplicate_read_ms=0))
        self._program = build_kiosk(settings, thread.post, self._background)
        session = self._program.session
        session.ready()
        ends = perf_counter_ns() + 10_000_000_000
        while session.snapshot.stage is Stage.STARTING and perf_counter_ns() < ends:
            self._application.processEvents()
            session.tick()
        self._model = CartViewModel(session, ShownPlaces(self._program.station.catalogue))
        session.subscribe(self._model.show)
        self._codec = BarcodeLines()
        session.begin()
        return self

    def scan(self, gtin: str) -> None:
        """The bytes of an EAN-13 as a serial scanner sends them."""
        from hardware.codecs.barcode_line import LineCode
        from hardware.ports.scanner import CodeRead

        for event in self._codec.feed(gtin[1:].encode() + b"\r"):
            if isinstance(event, LineCode):
                self._program.session.scan(CodeRead(event.text, event.symbology, "bench", 0.0))

    def undo(self) -> None:
        """Keep the cart at ten lines, and let the disk catch up."""
        lines = self._program.session.snapshot.cart.lines
        if len(lines) >= LINES:
            self._program.session.remove_line(lines[0].line.line_id)
        # A shopper never scans faster than the disk keeps the cart; this loop would.
        while self._program.station.writer.waiting:
            self._application.processEvents()
        self._application.processEvents()

    def __exit__(self, *_: object) -> None:
        self._program.close()
        self._background.close()
        self._folder.cleanup()
