"""The states in which the technician's camera page is walked."""

from tests.kiosk.ui.camera_scenes import walked
from tests.kiosk.ui.walk import Entry

ENTRY = Entry(
    "CameraScreen.qml",
    walked("camera", "camera_tested", "camera_missed", "camera_frozen", "camera_busy", "camera_two", "camera_none"),
    staff=True,
)
