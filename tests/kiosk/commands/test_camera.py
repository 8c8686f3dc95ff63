"""`baro camera`: cameras listed, looked through and photographed, and why one cannot be."""

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.ports.camera import CameraCondition, CameraView, SeenCode
from hardware.simulators.camera import CameraSimulator
from kiosk.commands import camera
from kiosk.commands.camera_overlay import drawn, figures_line
from tests.fakes.baro_command import Baro

PHOTOS = Path(__file__).resolve().parents[3] / "resources" / "demo" / "photos"


@pytest.fixture
def simulated() -> Iterator[CameraSimulator]:
    made = CameraSimulator()
    made.start()
    yield made
    made.stop()


def test_the_figures_of_a_camera_on_the_network(baro: Baro, simulated: CameraSimulator) -> None:
    simulated.show(str(PHOTOS / "ean13_028.jpg"))
    said = baro("camera", simulated.address, "--seconds", "2", "--json")
    assert said.code in (0, 1), said.err  # a busy machine may be too slow for it
    figures = said.json
    assert (figures["width"], figures["height"], figures["condition"]) == (1280, 720, "live")
    assert figures["codes"] == [{"symbology": "EAN-13", "text": "4901780188352"}]
    assert 0 < figures["frames_read"] <= figures["frames_with_code"] <= figures["frames"]
    assert 0 < figures["decode_ms"]["median"] <= figures["decode_ms"]["worst"]
    assert 0.3 < figures["sharpness"] <= 1
    assert figures["pictures"] == []


def test_a_folder_is_looked_through_and_pictures_are_saved_with_what_was_read(baro: Baro, tmp_path: Path) -> None:
    said = baro(
        "camera",
        str(PHOTOS),
        "--preview",
        "--offscreen",
        "--seconds",
        "2",
        "--pictures",
        "2",
        "--folder",
        str(tmp_path),
    )
    assert "read EAN-13" in said.out, said.err
    first = cv2.imread(str(tmp_path / "camera-01.png"))
    assert first is not None
    assert first.shape[1] == 640
    assert sorted(file.name for file in tmp_path.iterdir()) == ["camera-01.png", "camera-02.png"]


def test_without_a_display_a_preview_saves_pictures(
    baro: Baro, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    baro("camera", str(PHOTOS), "--preview", "--seconds", "1", "--pictures", "1", "--folder", str(tmp_path), "--json")
    assert [file.name for file in tmp_path.iterdir()] == ["camera-01.png"]


def test_a_payment_code_is_counted_and_not_shown(baro: Baro, tmp_path: Path) -> None:
    import segno

    secret = "hQVDUFYwMWEaTwegAAAAVVVVUAtQcm9kdWN0IHB0"
    segno.make(secret, micro=False).save(str(tmp_path / "pay.png"), scale=8)
    said = baro("camera", str(tmp_path / "pay.png"), "--seconds", "1", "--json")
    assert said.json["codes"] == [{"symbology": "QR", "text": "(payment code)"}]
    assert secret not in said.out + said.err


def test_a_covered_lens_is_a_no_with_the_reason(baro: Baro, simulated: CameraSimulator) -> None:
    simulated.black()
    said = baro("camera", simulated.address, "--seconds", "1")
    assert said.code == 1
    assert "black" in said.out
    assert "is the lens covered" in said.out


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("no-such-thing.jpg", "There is no camera, film, picture or folder"),
        ("/dev/video250", "There is no camera at /dev/video250"),
        ("http://shop:secret@127.0.0.1:9/x.mjpg", "does not answer"),
    ],
)
def test_a_camera_that_is_not_there(baro: Baro, address: str, reason: str) -> None:
    said = baro("camera", address)
    assert said.code == 4
    assert reason in said.err
    assert "secret" not in said.out + said.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([], "name a camera"),
        (["0", "--option", "exposure"], "KEY=VALUE"),
        (["0", "--option", "exposure=bright"], "exposure is"),
        (["0", "--option", "brightness=3"], "no option brightness"),
        (["0", "--option", "region=1,2,3"], "a region is left,top,width,height"),
        (["0", "--option", "acceptance=lax"], "one of strict, standard, eager"),
        (["0", "--seconds", "61"], "60 seconds"),
        (["0", "--pictures", "-1"], "pictures"),
    ],
)
def test_a_wrong_command_line(baro: Baro, words: list[str], reason: str) -> None:
    said = baro("camera", *words)
    assert said.code == 2
    assert reason in said.err


def test_the_list_of_cameras_is_one_of_devices(baro: Baro) -> None:
    said = baro("camera", "--list", "--json")
    assert said.code == 0
    assert all(set(device) == {"address", "name", "trouble"} for device in said.json)


def test_a_listed_camera_is_named_with_its_trouble(baro: Baro, monkeypatch: pytest.MonkeyPatch) -> None:
    from hardware.transports import camera_device

    found = [camera_device.VideoDevice(Path("/dev/video0"), "Barcode Camera", "is used by another program: end it.")]
    monkeypatch.setattr(camera_device, "video_devices", lambda: found)
    said = baro("camera", "--list")
    assert said.out == "/dev/video0  Barcode Camera - is used by another program: end it.\n"
    assert json.loads(baro("camera", "--list", "--json").out)[0]["name"] == "Barcode Camera"


def seen(**more: object) -> CameraView:
    _done, jpeg = cv2.imencode(".jpg", np.full((180, 320, 3), 90, np.uint8))
    quad = ((200, 100), (400, 100), (400, 200), (200, 200))
    there: dict[str, object] = {
        "width": 640,
        "height": 360,
        "region": (64, 36, 512, 288),
        "codes": (SeenCode(quad, "EAN-13", "4901780188352", accepted=True),),
        "jpeg": jpeg.tobytes(),
    }
    return CameraView(0.0, CameraCondition.LIVE, **(there | more))  # type: ignore[arg-type]


def test_what_was_taken_is_outlined_where_it_lies_in_the_small_picture() -> None:
    picture = drawn(seen())
    assert picture is not None
    outline, inside, area = picture[100, 150], picture[75, 150], picture[18, 40]
    assert outline[1] > 180  # mint
    assert abs(int(inside[1]) - 90) < 10
    assert area[1] > 150


def test_hostile_text_is_drawn_harmlessly_and_no_picture_is_none() -> None:
    quad = ((0, 0), (600, 0), (600, 300), (0, 300))
    hostile = SeenCode(quad, "QR", "\x1b[2J\u202e" + "A" * 5000)
    assert drawn(seen(codes=(hostile,))) is not None
    assert drawn(seen(jpeg=b"")) is None
    assert drawn(seen(jpeg=b"no picture")) is None


def test_the_line_of_figures_says_what_is_wrong() -> None:
    assert "sharpness -" in figures_line(seen())
    assert figures_line(CameraView(0.0, CameraCondition.FROZEN, age=3.2)) == "FROZEN 3.2 s"


def test_a_preview_window_shows_the_picture_and_closes_by_itself(
    simulated: CameraSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.commands import camera_window
    from kiosk.commands.camera_window import CameraWindow

    shown: list[tuple[int, int]] = []

    class Watched(CameraWindow):
        def _look_again(self) -> None:
            super()._look_again()
            if self._image is not None:
                shown.append((self._image.width(), self._image.height()))

    monkeypatch.setattr(camera_window, "CameraWindow", Watched)
    monkeypatch.setattr(camera, "_has_display", lambda: True)
    chosen = Namespace(
        list=False, address=simulated.address, preview=True, offscreen=False, seconds=1.5, pictures=0, folder=Path("."),
        option=[], json=False,
    )  # fmt: skip
    assert camera.run(chosen) == 0
    assert (1280, 720) in shown
