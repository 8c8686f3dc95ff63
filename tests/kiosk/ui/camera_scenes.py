"""Moments of the technician's camera page."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from hardware.ports.byte_watch import SeenBytes, WatchesBytes
from hardware.ports.camera import (
    CameraCondition,
    CameraSetting,
    CameraView,
    CodeCamera,
    DecodeTimes,
    PictureHint,
    SeenCode,
)
from kiosk.checkout.snapshot import StaffView
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.scanned_code import ScanRules
from kiosk.technician.camera_page import Background, CameraPage
from tests.fakes.code_camera import FakeCamera, live_view
from tests.fakes.demo_aisle import AtOnce
from tests.fakes.demo_shop import by_name, items
from tests.kiosk.ui.scenes import NOON, closed
from tests.kiosk.ui.shown_models import models_showing

BANANA = by_name("통통 바나나우유")
NOTHING = CameraView(at=100.0, condition=CameraCondition.OPENING)


class DemoPacks:
    """The demo shop's items by the numbers on packs."""

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        """The item; the number in the photographs is banana milk here."""
        if gtin == "08801234567893":
            return BANANA
        return next((item for item in items().values() if item.gtin == gtin), None)

    def by_plu(self, plu: str) -> CatalogueItem | None:
        """The item."""
        return next((item for item in items().values() if item.plu == plu), None)


class ShownScanner:
    """A scanner that has read banana milk."""

    def watch_bytes(self, seconds: float = 5.0) -> None:
        """Somebody looks."""

    def last_bytes(self) -> SeenBytes | None:
        """What it sent."""
        return SeenBytes(b"8801234567893\r\n", 99.0)


def camera_page(
    cameras: Mapping[str, CodeCamera],
    background: Background | None = None,
    pictures: Path | None = None,
    scanners: Mapping[str, WatchesBytes] | None = None,
) -> CameraPage:
    """The use case over these cameras."""
    folder = pictures or Path(gettempdir()) / "baro-camera-page"
    return CameraPage(cameras, DemoPacks(), ScanRules, background or AtOnce(), folder, lambda: NOON, scanners)


def camera(view: CameraView | None = None, *, names: tuple[str, ...] = ("camera",), tested: bool = False) -> Any:
    """The page over a camera that shows this."""
    cameras: dict[str, CodeCamera] = {name: FakeCamera(view) for name in names}
    technician = replace(closed(), staff=StaffView(True, "문태오", "technician"))
    models: Any = models_showing(technician, camera=camera_page(cameras, scanners={"scanner": ShownScanner()}))
    models.navigator.open("devices")
    models.navigator.open("camera")
    if tested:
        models.camera.test()
    return models


def without_code() -> CameraView:
    """Nothing in view for a minute."""
    return replace(live_view(), codes=(), decodes=(), success=None, sharpness=None, times=DecodeTimes(4.0, 4.0, 6.0))


STATES: dict[str, tuple[str, Callable[[], Any]]] = {
    "camera": ("CameraScreen", camera),
    "camera_tested": ("CameraScreen", lambda: camera(tested=True)),
    "camera_missed": (
        "CameraScreen",
        lambda: camera(
            replace(live_view(), codes=(SeenCode(live_view().codes[0].quad),), success=0.41, hint=PictureHint.BLURRED)
        ),
    ),
    "camera_dark": ("CameraScreen", lambda: camera(replace(live_view(), light=21.0, hint=PictureHint.TOO_DARK))),
    "camera_bright": ("CameraScreen", lambda: camera(replace(live_view(), light=241.0, hint=PictureHint.TOO_BRIGHT))),
    "camera_empty": ("CameraScreen", lambda: camera(without_code())),
    "camera_frozen": (
        "CameraScreen",
        lambda: camera(replace(live_view(), condition=CameraCondition.FROZEN, age=4.2, exposure=CameraSetting())),
    ),
    "camera_busy": (
        "CameraScreen",
        lambda: camera(replace(NOTHING, condition=CameraCondition.BUSY, reason="/dev/video0")),
    ),
    "camera_away": (
        "CameraScreen",
        lambda: camera(replace(NOTHING, condition=CameraCondition.NO_DEVICE, reason="/dev/video0")),
    ),
    "camera_opening": ("CameraScreen", lambda: camera(NOTHING)),
    "camera_two": ("CameraScreen", lambda: camera(names=("top", "side"))),
    "camera_none": ("CameraScreen", lambda: camera(names=())),
}


def walked(*names: str) -> dict[str, Callable[[], dict[str, object]]]:
    """States for the accessibility walk."""
    return {name: (lambda make=STATES[name][1]: {"models": make()}) for name in names}  # type: ignore[misc]
