"""Language and display settings: text size, contrast, low reach, calm, sound; back to the start at session end."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.checkout_state import Stage
from kiosk.ui.display_text import LANGUAGES
from kiosk.ui.theme import ThemeSettings

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
STEPS = (1.0, 1.25, 1.5, 2.0)


@QmlElement
class DisplayViewModel(QObject):
    """How the screen looks now; each change applies at once."""

    changed = Signal()

    def __init__(
        self,
        till: TillCommands,
        show_settings: Callable[..., ThemeSettings],
        reset_settings: Callable[[], ThemeSettings],
        set_volume: Callable[[float], None],
        volume: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._till = till
        self._show = show_settings
        self._reset = reset_settings
        self._set_volume = set_volume
        self._first_volume = volume
        self._volume = volume
        self._settings = reset_settings()
        self._stage = Stage.STARTING

    def show(self, snapshot: Snapshot) -> None:
        """Follow the session: its language, and everything back to the start when it ended."""
        ended = snapshot.stage is Stage.IDLE and self._stage not in {Stage.IDLE, Stage.STARTING}
        self._stage = snapshot.stage
        if ended:
            self.reset()
        if snapshot.language != self._settings.language:
            self._change(language=snapshot.language)

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._settings.language

    @Property(float, notify=changed)
    def textScale(self) -> float:
        return self._settings.text_scale

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._settings.high_contrast

    @Property(bool, notify=changed)
    def lowReach(self) -> bool:
        return self._settings.low_reach

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:
        return self._settings.reduced_motion

    @Property(float, notify=changed)
    def volume(self) -> float:
        return self._volume

    @Slot(str)
    def setLanguage(self, language: str) -> None:
        """Speak this language from now on; the cart is kept."""
        if language in LANGUAGES:
            self._till.set_language(language)

    @Slot(float)
    def setTextScale(self, scale: float) -> None:
        """Text in one of the four sizes."""
        if scale in STEPS:
            self._change(text_scale=scale)

    @Slot(bool)
    def setHighContrast(self, on: bool) -> None:
        """White on black, or back."""
        self._change(high_contrast=on)

    @Slot(bool)
    def setLowReach(self, on: bool) -> None:
        """Every control in the lowest part of the screen, or back."""
        self._change(low_reach=on)

    @Slot(bool)
    def setReducedMotion(self, on: bool) -> None:
        """No movement, or back."""
        self._change(reduced_motion=on)

    @Slot(float)
    def setVolume(self, volume: float) -> None:
        """Loudness, 0 to 1."""
        self._volume = max(0.0, min(1.0, volume))
        self._set_volume(self._volume)
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Everything as at the start of a session."""
        self._settings = self._reset()
        self._volume = self._first_volume
        self._set_volume(self._volume)
        self.changed.emit()

    def _change(self, **changes: object) -> None:
        self._settings = self._show(**changes)
        self.changed.emit()
