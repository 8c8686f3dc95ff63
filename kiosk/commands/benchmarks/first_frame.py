"""From process start to the first frame on the window, beside a bare PySide6 QML window."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from kiosk.commands.benchmarks.figure import Figure, percentile
from kiosk.commands.command_line import CommandFailed

ROOT = Path(__file__).parents[3]
TARGET = 1.5

BARE = """
import os, sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
application = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(b'''import QtQuick
Window { width: 1080; height: 1920; visible: true; Rectangle { anchors.fill: parent } }''')
engine.rootObjects()[0].frameSwapped.connect(lambda: (print('shown', flush=True), os._exit(0)))
application.exec()
"""
KIOSK = """
import os, sys
from main import main
import kiosk.bootstrap.run_window as run_window

class UntilShown(run_window.RunningKiosk):
    def _prepare(self):
        print('shown', flush=True)
        os._exit(0)

run_window.RunningKiosk = UntilShown
sys.exit(main(['kiosk', '--settings', sys.argv[1], '--windowed']))
"""


def measure(*, long: bool) -> list[Figure]:
    """Milliseconds to the first frame, both ways in turns, each in a process of its own."""
    rounds = 21 if long else 7
    settings = ROOT / "var" / "bench" / "first-frame.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("[panel]\nwidth = 1080\nheight = 1920\nfull_screen = false\n", "utf-8")
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(rounds + 1):  # the first of each warms the disk's cache
        bare.append(_until_shown(BARE))
        ours.append(_until_shown(KIOSK, str(settings)))
    return [
        Figure(
            f"first frame, p{share * 100:.0f}",
            percentile(ours[1:], share),
            "ms",
            "bare PySide6 QML window",
            percentile(bare[1:], share),
            TARGET if share == 0.5 else None,
        )
        for share in (0.5, 0.9)
    ]


def _until_shown(script: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QUICK_BACKEND": "software", "PYTHONPATH": str(ROOT)}
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = perf_counter()
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", script, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = child.stdout.readline() if child.stdout else ""
    taken = (perf_counter() - begun) * 1000
    _rest, faults = child.communicate(timeout=30)
    if "shown" not in said:
        raise CommandFailed(f"a window was not shown: {faults[-400:]}")
    return taken
