"""The states in which what waits for staff is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRIES = (
    Entry(
        "ApprovalsScreen.qml",
        walked(
            "approvals",
            "approvals_none",
            "approvals_money",
            "approvals_keep",
            "approvals_late",
            "approvals_attendant",
            "approvals_dates",
            "approvals_price",
            "approvals_recall",
            "approvals_rules",
            "approvals_technician",
        ),
        staff=True,
    ),
    Entry("TakeUpSheet.qml", walked("take_up", "take_up_typed", "take_up_unknown"), staff=True),
    Entry("PriceSheet.qml", walked("price_empty", "price_typed", "price_not_allowed"), staff=True),
)
