"""What every test runs under: no display, the renderer that needs no graphics card."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application's own class: whichever test comes first makes one, and all others take it."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication
