"""The states in which the choice of how to receive is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("FulfilmentScreen.qml", walked("fulfilment", "fulfilment_ship", "fulfilment_offline"))
