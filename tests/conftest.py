"""What every test runs under: no display, the renderer that needs no graphics card."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application's own class: whichever test comes first makes one, and all others take it."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(scope="module", autouse=True)
def qt_objects_end_on_the_main_thread() -> Iterator[None]:
    """Qt's objects in circles are collected here: left to chance, a thread of a later module may do it and crash."""
    yield
    if "PySide6.QtCore" in sys.modules:
        gc.collect()
