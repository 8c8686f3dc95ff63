"""A camera whose view is put in by hand, over a real photograph of a pack."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hardware.errors import DeviceOffline
from hardware.ports.camera import (
    CameraCondition,
    CameraSetting,
    CameraTest,
    CameraView,
    Decode,
    DecodeTimes,
    SeenCode,
    ShopCodes,
    TestVerdict,
)
from hardware.ports.scanner import ScannerEvent

PHOTO = Path(__file__).parents[2] / "resources" / "demo" / "photos" / "ean13_019.jpg"
PASSED = CameraTest(10.0, 298, 29.8, 120, 118, 3, 11.0, 34.0, TestVerdict.PASSED)


def live_view() -> CameraView:
    """A camera that reads well: one code in view, three taken."""
    series = tuple(11.0 + (second * 7 % 5) + (16.0 if second in (11, 51) else 0.0) for second in range(60))
    return CameraView(
        at=100.0,
        condition=CameraCondition.LIVE,
        width=640,
        height=480,
        rate=29.8,
        sharpness=0.82,
        light=143.0,
        region=(80, 90, 480, 330),
        codes=(SeenCode(((192, 92), (478, 96), (470, 262), (186, 258)), "EAN-13", "8801234567893", accepted=True),),
        times=DecodeTimes(11.0, 11.0, 34.0, (*series[:20], 34.0, *series[21:])),
        success=0.986,
        decodes=(
            Decode(99.8, "EAN-13", "8801234567893", 11.0),
            Decode(98.1, "EAN-13", "8801234567893", 12.0),
            Decode(92.7, "QR", "hQVDUFYwMWFhT1IAAAA", 14.0),
        ),
        exposure=CameraSetting(supported=True, automatic=True),
    )


class FakeCamera:
    """Speaks the port `CodeCamera`; notes what it was asked."""

    def __init__(self, view: CameraView | None = None, photo: Path = PHOTO) -> None:
        self.seen = view or live_view()
        self.result = PASSED
        self.asked: list[tuple[object, ...]] = []
        self.watched = 0.0
        self._photo = photo

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Nothing comes."""

    def watch(self, seconds: float = 5.0) -> None:
        """Note how long."""
        self.watched = seconds

    def view(self, width: int = 640) -> CameraView:
        """What was put in, with the photograph while somebody watches."""
        del width
        pictured = self.watched and self.seen.width
        return replace(self.seen, jpeg=self._photo.read_bytes()) if pictured else self.seen

    def set_exposure(self, milliseconds: float | None) -> None:
        """Take it."""
        self.asked.append(("exposure", milliseconds))
        self.seen = replace(self.seen, exposure=CameraSetting(True, milliseconds is None, milliseconds))

    def set_gain(self, value: float | None) -> None:
        """Note it."""
        self.asked.append(("gain", value))

    def set_focus(self, value: float | None) -> None:
        """Note it."""
        self.asked.append(("focus", value))

    def save_picture(self, file: Path) -> None:
        """Write the photograph; without a frame there is nothing to write."""
        if not self.seen.width:
            raise DeviceOffline("The camera has sent no picture yet.")
        file.write_bytes(self._photo.read_bytes())

    def test(self, seconds: float = 10.0) -> CameraTest:
        """The result that was put in."""
        self.asked.append(("test", seconds))
        return self.result

    def ask_shop(self, codes: ShopCodes) -> None:
        """Note it."""
        self.asked.append(("shop", codes))

    def close(self) -> None:
        """Nothing runs."""
