"""The states in which the technician's terminal page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.terminal_check_scenes import TERMINAL_STATES
from tests.kiosk.ui.walk import Entry

CHECKS = [name for name in TERMINAL_STATES if name.startswith("terminal_check")]
ENTRIES = (
    Entry("TerminalCheckScreen.qml", walked(*CHECKS), staff=True),
    Entry("TryTerminalSheet.qml", walked("try_terminal"), staff=True),
)
