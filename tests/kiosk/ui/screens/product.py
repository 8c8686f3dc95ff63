"""The states in which the product page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("ProductScreen.qml", walked("product", "product_plain", "product_offline"))
