"""The states in which the technician's page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("DevicesScreen.qml", walked("devices", "devices_none"), staff=True)
