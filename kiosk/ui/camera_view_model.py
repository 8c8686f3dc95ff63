"""The technician's camera page: the live frame with what is read in it, its figures, a test, a saved picture."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from hardware.ports.camera import CameraCondition, CameraView, PictureHint
from kiosk.checkout.snapshot import Snapshot
from kiosk.technician.camera_page import CameraPage, ShownBytes
from kiosk.ui.camera_rows import SLOW_MS, CodeRow, DecodeRow, code_row, decode_row
from kiosk.ui.camera_words import (
    bytes_note,
    bytes_text,
    condition_advice,
    condition_words,
    hint_words,
    test_words,
)
from kiosk.ui.display_text import technician_time_text
from kiosk.ui.jpeg_provider import jpeg_address
from kiosk.ui.navigator import Navigator
from kiosk.ui.row_list_model import RowListModel

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
REFRESH_MS = 100
PICTURE_WIDTH = 960
GOOD_SHARE = 0.9
DECODES = 3
# Where the driver's own sentence names what the page cannot know: the address, the other program, the refusal.
EXPLAINED = (CameraCondition.NO_DEVICE, CameraCondition.BUSY, CameraCondition.REFUSED, CameraCondition.SILENT)
tr = QCoreApplication.translate


@QmlElement
class CameraViewModel(QObject):
    """Looks at the camera ten times a second while the page is open, and not at all otherwise."""

    changed = Signal()

    def __init__(
        self,
        navigator: Navigator,
        page: CameraPage,
        now: Callable[[], datetime],
        snapshot: Snapshot,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._navigator, self._camera, self._now = navigator, page, now
        self._shown = snapshot
        self._view: CameraView | None = None
        self._bytes: ShownBytes | None = None
        self._clock = ""
        self._codes = RowListModel(CodeRow, self)
        self._decodes = RowListModel(DecodeRow, self)
        self._page = navigator.route.page
        self._looking = QTimer(self, interval=REFRESH_MS)
        self._looking.timeout.connect(self.refresh)
        navigator.changed.connect(self._follow)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        if snapshot.language != before.language and self._page == "camera":
            self.refresh()

    @Property(RowListModel, constant=True)
    def codes(self) -> RowListModel:
        return self._codes

    @Property(RowListModel, constant=True)
    def decodes(self) -> RowListModel:
        return self._decodes

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether this kiosk has a camera in its settings."""
        return bool(self._camera.names)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def names(self) -> list[str]:
        return list(self._camera.names)

    @Property(str, notify=changed)
    def chosen(self) -> str:
        return self._camera.chosen

    @Property(str, notify=changed)
    def station(self) -> str:
        return self._shown.station

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=changed)
    def jpeg(self) -> str:
        """The frame, as the address of a live picture."""
        return jpeg_address(self._view.jpeg) if self._view else ""

    @Property(float, notify=changed)
    def aspect(self) -> float:
        """Height to width of the frame."""
        view = self._view
        return view.height / view.width if view and view.width else 9 / 16

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self._view is not None and self._view.condition is CameraCondition.LIVE

    @Property(str, notify=changed)
    def condition(self) -> str:
        return condition_words(self._view.condition, self._view.age) if self._view else ""

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do now: about the camera itself, else about the picture, else about a code."""
        view = self._view
        if view is None:
            return ""
        said = condition_advice(view.condition)
        if said:
            return f"{said} ({view.reason})" if view.reason and view.condition in EXPLAINED else said
        if view.hint is not PictureHint.NONE:
            return hint_words(view.hint)
        return "" if view.codes else tr("Camera", "코드가 보이지 않아요. 상품의 바코드를 비춰 주세요")

    @Property(bool, notify=changed)
    def troubled(self) -> bool:
        """Whether the advice is about something wrong."""
        view = self._view
        return view is not None and (view.condition is not CameraCondition.LIVE or view.hint is not PictureHint.NONE)

    @Property(str, notify=changed)
    def form(self) -> str:
        """Size and rate of the frames."""
        view = self._view
        if view is None or not view.width:
            return ""
        return f"{view.width}×{view.height} · {view.rate:.1f}fps"

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def region(self) -> list[float]:
        """What is decoded, as shares of the frame: left, top, width, height; empty when it is all of it."""
        view = self._view
        if view is None or not view.width or not view.height:
            return []
        left, top, width, height = view.region
        if not width or (width, height) == (view.width, view.height):
            return []
        return [left / view.width, top / view.height, width / view.width, height / view.height]

    @Property(str, notify=changed)
    def regionText(self) -> str:
        view = self._view
        if view is None or not view.region[2]:
            return ""
        size = f"{view.region[2]}×{view.region[3]}"
        return tr("Camera", "읽는 영역 %1").replace("%1", size)

    @Property(str, notify=changed)
    def took(self) -> str:
        """Milliseconds of the last frame."""
        return f"{self._view.times.last:.0f}" if self._view and self._view.times.last else "–"

    @Property(bool, notify=changed)
    def quick(self) -> bool:
        return self._view is not None and 0 < self._view.times.median <= SLOW_MS

    @Property(str, notify=changed)
    def success(self) -> str:
        """Percent of the last minute's frames with a code that were read."""
        share = self._view.success if self._view else None
        return "–" if share is None else f"{share * 100:.1f}"

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        share = self._view.success if self._view else None
        return share is not None and share >= GOOD_SHARE

    @Property(str, notify=changed)
    def sharpness(self) -> str:
        sharp = self._view.sharpness if self._view else None
        return "–" if sharp is None else f"{sharp:.2f}"

    @Property(str, notify=changed)
    def light(self) -> str:
        return f"{self._view.light:.0f}" if self._view and self._view.width else "–"

    @Property(bool, notify=changed)
    def blurred(self) -> bool:
        return self._view is not None and self._view.hint is PictureHint.BLURRED

    @Property(bool, notify=changed)
    def badlyLit(self) -> bool:
        return self._view is not None and self._view.hint in (PictureHint.TOO_DARK, PictureHint.TOO_BRIGHT)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def series(self) -> list[float]:
        """The slowest frame of each of the last 60 seconds, in milliseconds."""
        return list(self._view.times.series) if self._view else []

    @Property(float, constant=True)
    def slowest(self) -> float:
        """The milliseconds that a frame should not exceed."""
        return SLOW_MS

    @Property(str, notify=changed)
    def timesText(self) -> str:
        if self._view is None or not self._view.times.worst:
            return ""
        said = tr("Camera", "중간 %1ms · 가장 느림 %2ms").replace("%1", f"{self._view.times.median:.0f}")
        return said.replace("%2", f"{self._view.times.worst:.0f}")

    @Property(str, notify=changed)
    def scannerBytes(self) -> str:
        """What a scanner sent last, in hexadecimal; empty before it does."""
        return bytes_text(self._bytes) if self._bytes else ""

    @Property(str, notify=changed)
    def bytesNote(self) -> str:
        """How many they are and by what they end."""
        return bytes_note(self._bytes) if self._bytes else ""

    @Property(str, notify=changed)
    def exposureText(self) -> str:
        if self._view is None or not self._view.exposure.supported:
            return tr("Camera", "노출 없음")
        setting = self._view.exposure
        if setting.automatic or setting.value is None:
            return tr("Camera", "노출 자동")
        return tr("Camera", "노출 %1ms").replace("%1", f"{setting.value:.3g}")

    @Property(bool, notify=changed)
    def exposureOffered(self) -> bool:
        return self._view is not None and self._view.exposure.supported

    @Property(bool, notify=changed)
    def testing(self) -> bool:
        return self._camera.testing

    @Property(str, notify=changed)
    def testText(self) -> str:
        """What the test button says: its name, or the seconds that it still takes."""
        if self._camera.testing and self._view is not None:
            return tr("Camera", "%1초 남음").replace("%1", str(max(1, round(self._view.testing))))
        return tr("Camera", "10초 시험")

    @Property(str, notify=changed)
    def result(self) -> str:
        """What the last test or saved picture came to."""
        if self._camera.fault:
            return self._camera.fault
        if self._camera.tested is not None:
            return test_words(self._camera.tested)
        if self._camera.saved is not None:
            return tr("Camera", "저장했어요: %1").replace("%1", str(self._camera.saved))
        return ""

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Whether the last wish came to nothing good."""
        return bool(self._camera.fault) or (self._camera.tested is not None and not self._camera.tested.passed)

    @Slot()
    def refresh(self) -> None:
        """Look at the camera anew."""
        self._clock = technician_time_text(self._now())
        self._view = self._camera.look(PICTURE_WIDTH)
        self._bytes = self._camera.scanner_bytes()
        if self._view is not None:
            seen, language = self._view, self._shown.language
            self._codes.show([code_row(code, seen, self._camera.named) for code in seen.codes])
            self._decodes.show([decode_row(decode, language) for decode in self._camera.decodes(seen)[:DECODES]])
        self.changed.emit()

    @Slot(str)
    def choose(self, name: str) -> None:
        """Look at another camera."""
        self._camera.choose(name)
        self.refresh()

    @Slot()
    def nextExposure(self) -> None:
        """Automatic, then half a frame's time less at each touch, then automatic again."""
        steps: tuple[float | None, ...] = (None, 16.0, 8.0, 4.0, 2.0)
        setting = self._view.exposure if self._view else None
        taken = None if setting is None or setting.automatic else setting.value
        place = min(range(len(steps)), key=lambda at: abs((steps[at] or 99.0) - (99.0 if taken is None else taken)))
        self._camera.set_exposure(steps[(place + 1) % len(steps)])
        self.refresh()

    @Slot()
    def save(self) -> None:
        """Keep the last frame as a picture."""
        self._camera.save(self.refresh)
        self.changed.emit()

    @Slot()
    def test(self) -> None:
        """Count frames and reads for ten seconds."""
        self._camera.test(self.refresh)
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        page, before = self._navigator.route.page, self._page
        self._page = page
        if page == before:
            return
        if page == "camera":
            self._looking.start()
            self.refresh()
        elif before == "camera":
            self._looking.stop()
            self._camera.leave()
            self._view = None
