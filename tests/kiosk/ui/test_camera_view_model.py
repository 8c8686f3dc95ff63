"""The camera page: what it shows of a view, when it looks, and what its buttons ask."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from hardware.ports.camera import CameraCondition, CameraSetting, CameraView, PictureHint, Refusal, TestVerdict
from kiosk.technician.camera_page import ShownBytes
from kiosk.ui.camera_words import bytes_note, bytes_text
from tests.fakes.code_camera import PASSED, FakeCamera, live_view
from tests.kiosk.ui.camera_scenes import NOTHING, camera, camera_page, without_code
from tests.kiosk.ui.scenes import closed
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations and timers need an application."""


def over(view: CameraView) -> tuple[Any, FakeCamera]:
    """The opened page and its camera."""
    source = FakeCamera(view)
    models: Any = models_showing(closed(), camera=camera_page({"camera": source}))
    models.navigator.open("camera")
    return models.camera, source


def test_a_live_camera_shows_its_figures() -> None:
    page = camera().camera
    assert (page.condition, page.live, page.advice, page.troubled) == ("실시간", True, "", False)
    assert (page.form, page.took, page.success, page.sharpness, page.light) == (
        "640×480 · 29.8fps",
        "11",
        "98.6",
        "0.82",
        "143",
    )
    assert (page.quick, page.reading, page.timesText) == (True, True, "중간 11ms · 가장 느림 34ms")
    assert page.regionText == "읽는 영역 480×330"
    assert page.region == pytest.approx([0.125, 0.1875, 0.75, 0.6875])
    assert len(page.series) == 60
    assert len(page.jpeg) > 1000


def test_a_code_in_view_is_framed_in_shares_of_the_frame() -> None:
    (code,) = camera().camera.codes.rows
    assert code.label == "EAN-13 8801234567893"
    assert code.corners == pytest.approx(
        [192 / 640, 92 / 480, 478 / 640, 96 / 480, 470 / 640, 262 / 480, 186 / 640, 258 / 480]
    )
    assert code.fine


def test_taken_codes_are_named_and_payment_codes_hidden() -> None:
    rows = camera().camera.decodes.rows
    assert [row.title for row in rows] == ["통통 바나나우유 240mL", "통통 바나나우유 240mL", "결제 코드"]
    assert rows[0].at == "18:11:59.800"
    assert rows[2].text == "내용은 보여 주지 않아요"
    assert [row.slow for row in rows] == [False, False, False]


@pytest.mark.parametrize("condition", CameraCondition)
def test_every_condition_has_words_and_advice(condition: CameraCondition) -> None:
    page, _source = over(replace(live_view(), condition=condition, age=4.2, reason="/dev/video0"))
    assert page.condition
    assert page.live is (condition is CameraCondition.LIVE)
    assert bool(page.advice) is (condition is not CameraCondition.LIVE)
    if condition is CameraCondition.FROZEN:
        assert page.condition == "멈춤 4초"


@pytest.mark.parametrize(
    ("hint", "blurred", "lit"),
    [(PictureHint.TOO_DARK, False, True), (PictureHint.TOO_BRIGHT, False, True), (PictureHint.BLURRED, True, False)],
)
def test_a_bad_picture_says_what_to_do(hint: PictureHint, blurred: bool, lit: bool) -> None:
    page, _source = over(replace(live_view(), hint=hint))
    assert page.advice
    assert (page.troubled, page.blurred, page.badlyLit) == (True, blurred, lit)


def test_no_code_in_view_asks_for_one_and_claims_no_rate() -> None:
    page, _source = over(without_code())
    assert page.advice.startswith("코드가 보이지 않아요")
    assert (page.success, page.sharpness, page.reading, page.troubled) == ("–", "–", False, False)


def test_before_the_first_frame_nothing_is_claimed() -> None:
    page, _source = over(NOTHING)
    assert (page.form, page.took, page.light, page.timesText, page.region, page.regionText) == (
        "",
        "–",
        "–",
        "",
        [],
        "",
    )
    assert page.aspect == 9 / 16


def test_it_looks_only_while_the_page_is_open() -> None:
    models = camera()
    source = models.camera._camera._cameras["camera"]
    assert models.camera._looking.isActive()
    assert source.watched > 0
    models.navigator.back()
    assert not models.camera._looking.isActive()
    assert source.watched == 0
    assert models.navigator.page == "devices"


def test_the_technician_stays_in_while_going_between_pages() -> None:
    models = camera()
    till = models.devices._till
    models.navigator.back()
    models.navigator.open("camera")
    assert till.asked == [("technician_enter",)]
    models.devices.leave()
    assert till.asked[1:] == [("technician_leave",), ("staff_sign_out",)]
    assert models.navigator.page == "closed"


def test_exposure_goes_through_its_steps_and_back_to_automatic() -> None:
    page, source = over(live_view())
    said = [page.exposureText]
    for _ in range(5):
        page.nextExposure()
        said.append(page.exposureText)
    assert said == ["노출 자동", "노출 16ms", "노출 8ms", "노출 4ms", "노출 2ms", "노출 자동"]
    assert [value for _what, value in source.asked] == [16.0, 8.0, 4.0, 2.0, None]


def test_exposure_is_not_offered_where_there_is_none() -> None:
    page, _source = over(replace(live_view(), exposure=CameraSetting()))
    assert (page.exposureOffered, page.exposureText) == (False, "노출 없음")


@pytest.mark.parametrize("verdict", TestVerdict)
def test_every_verdict_of_a_test_has_words(verdict: TestVerdict) -> None:
    page, source = over(live_view())
    source.result = replace(PASSED, verdict=verdict)
    page.test()
    assert page.result.endswith("(298장 · 1초에 29.8장 · 가장 느림 34ms)")
    assert page.failed is (verdict is not TestVerdict.PASSED)
    assert page.testText == "10초 시험"


def test_a_saved_picture_is_named() -> None:
    page, _source = over(live_view())
    page.save()
    assert page.result.startswith("저장했어요: ")
    assert page.result.endswith("camera-20261121-181200.png")
    assert not page.failed


def test_a_wish_that_failed_says_why() -> None:
    page, _source = over(NOTHING)
    page.save()
    assert page.result == "The camera has sent no picture yet."
    assert page.failed


def test_several_cameras_can_be_looked_at_in_turn() -> None:
    page = camera(names=("top", "side")).camera
    assert (page.names, page.chosen) == (["top", "side"], "top")
    page.choose("side")
    assert page.chosen == "side"


def test_a_kiosk_without_a_camera_says_so() -> None:
    page = camera(names=()).camera
    assert (page.offered, page.condition, page.advice, page.form) == (False, "", "", "")


def test_the_scanner_s_bytes_are_shown_with_their_end() -> None:
    page = camera().camera
    assert page.scannerBytes == "38 38 30 31 32 33 34 35 36 37 38 39 33 0D 0A"
    assert page.bytesNote == "15바이트 · CR LF"


def test_without_a_scanner_there_are_no_bytes() -> None:
    page, _source = over(live_view())
    assert (page.scannerBytes, page.bytesNote) == ("", "")


@pytest.mark.parametrize(
    ("octets", "text", "note"),
    [
        (b"", "내용은 보여 주지 않아요", "40바이트"),
        (b"A" * 40 + b"\n", "… " + "41 " * 23 + "0A", "41바이트 · LF"),
        (b"\x02AB\x03", "02 41 42 03", "4바이트 · ETX"),
        (b"AB", "41 42", "2바이트"),
    ],
)
def test_bytes_in_words(octets: bytes, text: str, note: str) -> None:
    shown = ShownBytes("scanner", octets, len(octets) or 40)
    assert (bytes_text(shown), bytes_note(shown)) == (text, note)


@pytest.mark.parametrize("refusal", Refusal)
def test_a_code_that_does_not_count_says_why(refusal: Refusal) -> None:
    view = live_view()
    page, _source = over(replace(view, codes=(replace(view.codes[0], accepted=False, refused=refusal),)))
    (code,) = page.codes.rows
    assert code.label.startswith("EAN-13 8801234567893 · ")
    assert not code.fine
