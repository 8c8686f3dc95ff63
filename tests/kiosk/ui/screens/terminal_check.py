"""The states in which the technician's terminal page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

# Those that are laid out most differently; the others differ in a word.
CHECKS = (
    "terminal_check",
    "terminal_check_asking",
    "terminal_check_old",
    "terminal_check_untried",
    "terminal_check_none",
)
ENTRIES = (
    Entry("TerminalCheckScreen.qml", walked(*CHECKS), staff=True),
    Entry("TryTerminalSheet.qml", walked("try_terminal"), staff=True),
)
