"""Keeps what a scanner types away from the window, and gives a person's keys back to it."""

import time
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QWindow
from shiboken6 import isValid

from hardware.codecs.us_keyboard import FIRST_WINDOW_CODE, UsKeyboard
from hardware.codecs.wedge_keys import KeyVerdict

_LATE = 0.03  # seconds; a timer that comes later than this shows that the window was busy
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyTaker(Protocol):
    """A keyboard-wedge scanner, as the window sees it."""

    @property
    def fastest(self) -> float: ...

    def key(self, character: str, at: float) -> KeyVerdict: ...

    def expire(self, at: float) -> KeyVerdict: ...


@dataclass(frozen=True, slots=True)
class _Held:
    window: QObject
    event: QKeyEvent
    character: str

    @property
    def acts(self) -> bool:
        """Whether the key does something besides writing a letter: Enter, Escape, arrows, F1, Ctrl+..."""
        text = self.event.text()
        return not text.isprintable() or not text.strip() or bool(self.event.modifiers() & _COMMANDS)


class KeyFilter(QObject):
    """Holds every key for a moment until it is known whose it is.

    What was scanned is dropped whole. A person's key goes on to the window, later by at most the pause that
    tells a person from a scanner. Of keys that followed each other faster and were no code, letters go on
    and acting keys do not, so that no bar code can press a button. Keys are read by their number and timed
    by the window system: neither the machine's layout nor a busy window changes a code.
    """

    def __init__(self, scanner: KeyTaker, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scanner = scanner
        self._keyboard = UsKeyboard()
        self._held: list[_Held] = []
        self._dropped: set[int] = set()  # keys that are still down and whose release nobody may see
        self._last = float("-inf")
        self._fast = False
        self._replaying = False
        self._due = 0.0
        self._waited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._expired)
        application.installEventFilter(self)

    def end(self) -> None:
        """Let keys go where they go without it; what is held is dropped."""
        self._timer.stop()
        self._held.clear()
        self._application.removeEventFilter(self)
        del self._scanner  # the kiosk behind it goes before Qt gets round to this object
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True (eaten) for every key that comes from outside; those of persons are sent anew."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
        if self._replaying or event.type() not in keys or not isinstance(watched, QWindow):
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.ShortcutOverride:
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._pressed(watched, event)
        else:
            self._let_go(watched, event)
        return True

    def _pressed(self, window: QObject, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        at = _seconds(event)
        if at - self._last > self._scanner.fastest:
            self._expire(at)
        elif event.key() not in _MODIFIERS:
            self._fast = self._fast or any(held.event.key() not in _MODIFIERS for held in self._held)
        self._last = at
        self._take(_Held(window, event.clone(), self._character(event, down=True)), at)
        self._restart()

    def _let_go(self, window: QObject, event: QKeyEvent) -> None:
        character = self._character(event, down=False)
        key = event.key()
        if key in self._dropped:
            self._dropped.discard(key)
            if character:  # the scanner ended Alt with digits: the character counts when Alt is let go
                self._take(_Held(window, event.clone(), character), self._last)
            return
        if self._held or character:
            self._take(_Held(window, event.clone(), character), self._last)
        else:
            self._send(window, event.clone())

    def _take(self, held: _Held, at: float) -> None:
        # What the scanner lets through waits too: only the pause behind it shows that a person pressed it.
        self._held.append(held)
        if self._scanner.key(held.character, at).scanned is not None:
            self._drop()

    def _expire(self, at: float) -> None:
        verdict = self._scanner.expire(at)
        if verdict.scanned is not None:
            self._drop()
        else:
            self._release()

    @Slot()
    def _expired(self) -> None:
        if time.monotonic() - self._due > _LATE and not self._waited:
            # The window was busy: keys that were pressed meanwhile are handed out first.
            self._waited = True
            self._timer.start(round(self._scanner.fastest * 1000))
            return
        self._expire(self._last + 2 * self._scanner.fastest)

    def _restart(self) -> None:
        if not self._held:
            self._timer.stop()
            return
        self._waited = False
        pause = self._scanner.fastest + 0.005
        self._due = time.monotonic() + pause
        self._timer.start(round(pause * 1000))

    def _drop(self) -> None:
        for held in self._held:
            self._forget(held.event)
        self._held.clear()
        self._fast = False

    def _release(self) -> None:
        going, fast = self._held, self._fast
        self._held, self._fast = [], False
        for held in going:
            if fast and held.acts and held.event.key() not in _MODIFIERS:
                self._forget(held.event)
            else:
                self._send(held.window, held.event)

    def _forget(self, event: QKeyEvent) -> None:
        if event.type() is QEvent.Type.KeyPress:
            self._dropped.add(event.key())
        else:
            self._dropped.discard(event.key())

    def _send(self, window: QObject, event: QKeyEvent) -> None:
        if not isValid(window):
            return  # it was closed meanwhile
        self._replaying = True
        try:
            QCoreApplication.sendEvent(window, event)
        finally:
            self._replaying = False

    def _character(self, event: QKeyEvent, *, down: bool) -> str:
        code = event.nativeScanCode() - FIRST_WINDOW_CODE
        if code > 0:
            return self._keyboard.key(code, down)
        if not down:
            return ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "\r"
        return event.text()


def _seconds(event: QKeyEvent) -> float:
    # What has no time of its own, such as a key that a program sends, was pressed now.
    return event.timestamp() / 1000 if event.timestamp() else time.monotonic()
