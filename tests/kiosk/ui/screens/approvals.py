"""The states in which what waits for staff is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry(
    "ApprovalsScreen.qml",
    walked("approvals", "approvals_none", "approvals_attendant", "approvals_dates", "approvals_technician"),
    staff=True,
)
