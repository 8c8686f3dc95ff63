"""Keeps what a keyboard-wedge scanner types away from the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class KeyFilter(QObject):
    """Hands keys to a keyboard-wedge scanner first; only what a person typed goes on to the window."""

    def __init__(self, take: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True (eaten) for every character key; what the scanner lets through was never a field's business."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        character = "\r" if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else event.text()
        if not character or (not character.isprintable() and character not in "\r\n\t\x1d"):
            return super().eventFilter(watched, event)
        # The kiosk has its own keyboard: typed text goes nowhere, keys that move the focus still do.
        return self._take(character) == "" or character.isprintable()
