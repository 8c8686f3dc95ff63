"""The states in which the search page is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry(
    "SearchScreen.qml", walked("search_before", "search_firsts", "search_none", "search_similar", "search_offline")
)
