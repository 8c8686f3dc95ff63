"""Screens are drawn without a display and without a graphics card."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"


@pytest.fixture
def warnings(qapp: QGuiApplication) -> Iterator[list[str]]:
    """What Qt complains about while a screen is shown."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)
