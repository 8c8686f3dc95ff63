"""The states in which the technician's terminal page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.terminal_check_scenes import TERMINAL_STATES
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("TerminalCheckScreen.qml", walked(*TERMINAL_STATES), staff=True)
