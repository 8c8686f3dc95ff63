"""The states in which the PIN pad is walked."""

from tests.kiosk.ui.aisle_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry("SignInScreen.qml", walked("sign_in", "sign_in_wrong"), staff=True)
