"""The technician's look at a camera: watched only while looked at, codes named, credentials hidden."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from hardware.ports.byte_watch import SeenBytes
from hardware.ports.camera import CameraView, Decode
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.scanned_code import ScanRules
from kiosk.domain.scanned_meaning import ScannedMeaning
from kiosk.technician import camera_page
from kiosk.technician.camera_page import LONGEST_TEXT, CameraPage, NamedCode, ShownBytes
from tests.fakes.code_camera import PASSED, FakeCamera, live_view
from tests.fakes.demo_aisle import AtOnce

NOW = datetime(2026, 11, 21, 9, 12, 40, 218000, tzinfo=UTC)
MILK = CatalogueItem("SKU1", "08801234567893", LocalText("우유", "Milk"), 1500)
MELON = CatalogueItem("SKU2", "", LocalText("멜론"), 9000, plu="4050")
RULES = ScanRules((InStoreTemplate("21", TemplateKind.PRICE), InStoreTemplate("29", TemplateKind.MEMBER)))


class Packs:
    """Two items."""

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        """Milk."""
        return MILK if gtin == MILK.gtin else None

    def by_plu(self, plu: str) -> CatalogueItem | None:
        """Melon."""
        return MELON if plu == MELON.plu else None


@dataclass
class Later:
    """Background work that is done when told."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Keep it."""
        del failed
        self.waiting.append(lambda: done(work()))


class Scanner:
    """A scanner that sent these bytes."""

    def __init__(self, octets: bytes = b"", at: float = 1.0) -> None:
        self.octets, self.at = octets, at
        self.watched = 0.0

    def watch_bytes(self, seconds: float = 5.0) -> None:
        """Note how long."""
        self.watched = seconds

    def last_bytes(self) -> SeenBytes | None:
        """What was put in."""
        return SeenBytes(self.octets, self.at) if self.octets else None


@dataclass
class Bench:
    """A page over one camera."""

    tmp_path: Path
    camera: FakeCamera = field(default_factory=FakeCamera)
    background: Any = field(default_factory=AtOnce)
    told: int = 0

    def __post_init__(self) -> None:
        cameras = {"top": self.camera, "side": FakeCamera()}
        self.page = CameraPage(cameras, Packs(), lambda: RULES, self.background, self.tmp_path / "kept", lambda: NOW)

    def changed(self) -> None:
        self.told += 1


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.parametrize(
    ("text", "symbology", "named"),
    [
        ("8801234567893", "EAN-13", NamedCode("item", MILK.name, "8801234567893")),
        ("8809876543213", "EAN-13", NamedCode("item", None, "8809876543213")),
        ("2104050012346", "EAN-13", NamedCode("item", MELON.name, "2104050012346")),
        ("2912345678906", "EAN-13", NamedCode("member")),
        ("hQVDUFYwMWFhT1IAAAA", "QR", NamedCode("payment")),
        (f"BC1.spring.7Q2M4XK9.20261231.{'x' * 86}", "QR", NamedCode("coupon")),
        ("hello", "QR", NamedCode("unknown", None, "hello")),
    ],
)
def test_a_code_is_named_and_a_credential_is_not_repeated(
    bench: Bench, text: str, symbology: str, named: NamedCode
) -> None:
    assert bench.page.named(text, symbology) == named


def test_every_meaning_of_a_code_has_its_kind() -> None:
    assert set(camera_page._KINDS) == set(get_args(ScannedMeaning))


def test_a_long_text_is_cut(bench: Bench) -> None:
    shown = bench.page.named("x" * 300, "QR").text
    assert len(shown) == LONGEST_TEXT
    assert shown.endswith("…")


def test_decodes_carry_the_time_of_day(bench: Bench) -> None:
    view = replace(live_view(), at=100.0, decodes=(Decode(98.5, "EAN-13", "8801234567893", 12.0),))
    (decode,) = bench.page.decodes(view)
    assert decode.at == NOW - timedelta(seconds=1.5)
    assert (decode.symbology, decode.ms, decode.code.kind) == ("EAN-13", 12.0, "item")


def test_the_camera_is_watched_while_it_is_looked_at_and_not_after(bench: Bench) -> None:
    view = bench.page.look(320)
    assert isinstance(view, CameraView)
    assert view.jpeg
    assert bench.camera.watched > 0
    bench.page.leave()
    assert bench.camera.watched == 0


def test_a_kiosk_without_a_camera_has_nothing_to_look_at(tmp_path: Path) -> None:
    page = CameraPage({}, Packs(), lambda: RULES, AtOnce(), tmp_path, lambda: NOW)
    assert (page.names, page.chosen, page.look(320)) == ((), "", None)
    page.test(lambda: None)
    page.save(lambda: None)
    page.set_exposure(8.0)
    page.leave()
    assert (page.testing, page.tested, page.saved, page.fault) == (False, None, None, "")


def test_another_camera_begins_anew(bench: Bench) -> None:
    bench.page.look(320)
    bench.page.test(bench.changed)
    bench.page.choose("side")
    assert (bench.page.chosen, bench.page.tested, bench.camera.watched) == ("side", None, 0)
    bench.page.choose("no such camera")
    assert bench.page.chosen == "side"


def test_a_test_runs_once_and_tells_its_end(tmp_path: Path) -> None:
    bench = Bench(tmp_path, background=Later())
    bench.page.test(bench.changed)
    bench.page.test(bench.changed)
    assert (bench.page.testing, len(bench.background.waiting)) == (True, 1)
    bench.background.waiting[0]()
    assert (bench.page.testing, bench.page.tested, bench.told) == (False, PASSED, 1)


def test_a_saved_picture_is_named_by_the_time(bench: Bench) -> None:
    bench.page.save(bench.changed)
    assert bench.page.saved == bench.tmp_path / "kept" / "camera-20261121-091240.png"
    assert bench.page.saved.is_file()


def test_a_picture_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    bench = Bench(tmp_path, FakeCamera(replace(live_view(), width=0)))
    bench.page.save(bench.changed)
    assert (bench.page.saved, bench.page.fault, bench.told) == (None, "The camera has sent no picture yet.", 1)


def test_a_folder_that_cannot_be_made_says_why(bench: Bench) -> None:
    (bench.tmp_path / "kept").write_text("a file")
    bench.page.save(bench.changed)
    assert "kept" in bench.page.fault
    assert bench.page.saved is None


def test_exposure_is_passed_on(bench: Bench) -> None:
    bench.page.set_exposure(8.0)
    bench.page.set_exposure(None)
    assert bench.camera.asked == [("exposure", 8.0), ("exposure", None)]


def over(*scanners: Scanner) -> CameraPage:
    named = {f"scanner{place}": scanner for place, scanner in enumerate(scanners)}
    return CameraPage({}, Packs(), lambda: RULES, AtOnce(), Path(), lambda: NOW, named)


def test_the_bytes_of_the_scanner_that_spoke_last_are_shown() -> None:
    page = over(Scanner(b"8801234567893\r\n", 1.0), Scanner(b"8809876543213\r", 2.0), Scanner())
    assert page.scanner_bytes() == ShownBytes("scanner1", b"8809876543213\r", 14)


@pytest.mark.parametrize(
    "octets",
    [
        b"hQVDUFYwMWFhT1IAAAA\r",
        b"2912345678906\r\n",
        b"]Q1hQVDUFYwMWFhT1IAAAA\r",
        b"\x022912345678906\r",
        b"F2912345678906\r",
    ],
)
def test_bytes_of_a_credential_are_counted_and_not_shown(octets: bytes) -> None:
    assert over(Scanner(octets)).scanner_bytes() == ShownBytes("scanner0", b"", len(octets))


def test_no_scanner_spoke() -> None:
    assert over(Scanner()).scanner_bytes() is None


def test_leaving_the_page_forgets_the_bytes() -> None:
    scanner = Scanner(b"8801234567893\r")
    page = over(scanner)
    page.scanner_bytes()
    assert scanner.watched > 0
    page.leave()
    assert scanner.watched == 0
