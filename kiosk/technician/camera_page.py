"""A camera as the technician looks at it: watched while the page is open, its codes named, tested, photographed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from hardware.ports.byte_watch import WatchesBytes
from hardware.ports.camera import CameraTest, CameraView, CodeCamera
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import (
    CouponCode,
    ItemCode,
    LicenceCode,
    MemberCode,
    ParkedCartCode,
    PartnerCode,
    PricedCode,
    ReceiptCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WalletCode,
    WeighedCode,
)

LONGEST_TEXT = 48  # of a code on the page; the rest is an ellipsis
_KINDS = {
    ItemCode: "item",
    PricedCode: "item",
    WeighedCode: "item",
    MemberCode: "member",
    CouponCode: "coupon",
    PartnerCode: "partner",
    VoucherCode: "voucher",
    ReceiptCode: "receipt",
    ParkedCartCode: "parked",
    LicenceCode: "licence",
    WalletCode: "payment",
    UnknownCode: "unknown",
}
# What identifies a person, or is as good as money: a technician needs to know that it was read, not what it says.
_HIDDEN = frozenset({"member", "partner", "coupon", "voucher", "receipt", "parked", "licence", "payment"})
Result = TypeVar("Result")


class Shelves(Protocol):
    """What the shop sells, by the numbers on packs."""

    def by_gtin(self, gtin: str) -> CatalogueItem | None: ...

    def by_plu(self, plu: str) -> CatalogueItem | None: ...


class Background(Protocol):
    """Slow work off the screen's thread; `done` and `failed` come back onto it."""

    def submit(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class NamedCode:
    """What a code is: item, member, partner, coupon, voucher, receipt, parked, licence, payment or unknown.

    `name` is the item's where the shop sells it. `text` is "" for what is nobody's business.
    """

    kind: str
    name: LocalText | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShownBytes:
    """What a scanner sent last: `octets` is empty when they are nobody's business, `count` is how many came."""

    device: str
    octets: bytes
    count: int


@dataclass(frozen=True, slots=True)
class NamedDecode:
    """A code that the camera took: when, what, and the milliseconds that its frame cost."""

    at: datetime
    symbology: str
    code: NamedCode
    ms: float


class CameraPage:
    """The cameras of this kiosk, one of them looked at; lives on the screen's thread.

    `pictures` is where saved frames go. `tested` and `saved` are what the last wish came to, None before it;
    `fault` says why it could not be done.
    """

    def __init__(
        self,
        cameras: Mapping[str, CodeCamera],
        shelves: Shelves,
        rules: Callable[[], ScanRules],
        background: Background,
        pictures: Path,
        now: Callable[[], datetime],
        scanners: Mapping[str, WatchesBytes] | None = None,
    ) -> None:
        self._cameras, self._shelves, self._rules = cameras, shelves, rules
        self._scanners = scanners or {}
        self._background, self._pictures, self._now = background, pictures, now
        self._chosen = ""
        self.tested: CameraTest | None = None
        self.saved: Path | None = None
        self.fault = ""
        self.testing = False

    @property
    def names(self) -> tuple[str, ...]:
        """The cameras of the settings, in their order."""
        return tuple(self._cameras)

    @property
    def chosen(self) -> str:
        """The camera that is looked at, "" where there is none."""
        return self._chosen if self._chosen in self._cameras else next(iter(self._cameras), "")

    def choose(self, name: str) -> None:
        """Look at another camera; what was found about the one before is forgotten."""
        if name in self._cameras and name != self.chosen:
            self.leave()
            self._chosen = name

    def look(self, width: int) -> CameraView | None:
        """What the camera sees now, its picture `width` pixels wide; None where there is no camera."""
        camera = self._camera()
        if camera is None:
            return None
        camera.watch()
        return camera.view(width)

    def leave(self) -> None:
        """Nobody looks any more: texts and pictures are no longer kept."""
        camera = self._camera()
        if camera is not None:
            camera.watch(0)
        for scanner in self._scanners.values():
            scanner.watch_bytes(0)
        self.tested, self.saved, self.fault = None, None, ""

    def decodes(self, view: CameraView) -> tuple[NamedDecode, ...]:
        """The codes taken last, newest first, each with what it is."""
        now = self._now()
        found = []
        for code in view.decodes:
            named = self.named(code.text, code.symbology)
            found.append(NamedDecode(now - timedelta(seconds=view.at - code.at), code.symbology, named, code.ms))
        return tuple(found)

    def named(self, text: str, symbology: str) -> NamedCode:
        """What a code is to this shop."""
        meaning = interpret(text, symbology, self._rules(), today=self._now().date())
        kind = _KINDS[type(meaning)]
        item = self._item(meaning)
        shown = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
        return NamedCode(kind, item.name if item else None, "" if kind in _HIDDEN else shown)

    def scanner_bytes(self) -> ShownBytes | None:
        """What a scanner sent last since the page is open; None when none did."""
        newest: tuple[float, str, bytes] | None = None
        for name, scanner in self._scanners.items():
            scanner.watch_bytes()
            seen = scanner.last_bytes()
            if seen is not None and (newest is None or seen.at > newest[0]):
                newest = (seen.at, name, seen.octets)
        if newest is None:
            return None
        _at, name, octets = newest
        return ShownBytes(name, b"" if self._secret(octets) else octets, len(octets))

    def set_exposure(self, milliseconds: float | None) -> None:
        """Wish for an exposure time, or None for automatic."""
        camera = self._camera()
        if camera is not None:
            camera.set_exposure(milliseconds)

    def test(self, changed: Callable[[], None]) -> None:
        """Let the camera be counted for ten seconds; `changed` is called when it is done."""
        camera = self._camera()
        if camera is None or self.testing:
            return
        self.testing, self.tested, self.saved, self.fault = True, None, None, ""

        def done(result: CameraTest) -> None:
            self.testing, self.tested = False, result
            changed()

        self._background.submit(camera.test, done, lambda fault: self._failed(fault, changed))

    def save(self, changed: Callable[[], None]) -> None:
        """Keep the last frame as a picture, named by the time; `changed` is called when it is there."""
        camera = self._camera()
        if camera is None:
            return
        file = self._pictures / f"camera-{self._now():%Y%m%d-%H%M%S}.png"
        self.saved, self.tested, self.fault = None, None, ""

        def work() -> Path:
            self._pictures.mkdir(parents=True, exist_ok=True)
            camera.save_picture(file)
            return file

        def done(kept: Path) -> None:
            self.saved = kept
            changed()

        self._background.submit(work, done, lambda fault: self._failed(fault, changed))

    def _secret(self, octets: bytes) -> bool:
        # The code may lie anywhere between prefix, identifier and suffix, so each printable run is looked at.
        runs = re.findall(r"[\x20-\x7e]+", octets.decode("latin-1"))
        readings = [reading for run in runs for reading in (run, re.sub(r"^.?\][A-Za-z]\w", "", run), run[1:])]
        return any(self.named(reading, "").kind in _HIDDEN for reading in readings if reading)

    def _failed(self, fault: Exception, changed: Callable[[], None]) -> None:
        self.testing, self.fault = False, str(fault)
        changed()

    def _camera(self) -> CodeCamera | None:
        return self._cameras.get(self.chosen)

    def _item(self, meaning: ScannedMeaning) -> CatalogueItem | None:
        if isinstance(meaning, ItemCode):
            return self._shelves.by_gtin(meaning.gtin)
        if isinstance(meaning, PricedCode | WeighedCode):
            return self._shelves.by_plu(meaning.plu) or self._shelves.by_plu(meaning.plu.lstrip("0"))
        return None
