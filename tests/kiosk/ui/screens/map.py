"""The states in which the map is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("MapSheet.qml", walked("map"))
