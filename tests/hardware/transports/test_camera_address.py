"""What is shown of a camera's address."""

import pytest

from hardware.transports.camera_address import without_secrets


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("rtsp://shop:secret@cam/1", "rtsp://cam/1"),
        ("rtsp://shop:sec@ret/too@cam/1", "rtsp://cam/1"),
        ("http://cam/video?user=shop&pwd=secret", "http://cam/video?..."),
        ("http://cam/stream.mjpg", "http://cam/stream.mjpg"),
        ("photos/what?.jpg", "photos/what?.jpg"),
    ],
)
def test_user_password_and_query_are_not_shown(address: str, shown: str) -> None:
    assert without_secrets(address) == shown
