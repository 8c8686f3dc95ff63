"""What a shopper reads while staff come: about age, about a card, or about goods that are handed over."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import CallStep
from tests.kiosk.ui.scenes import calling
from tests.kiosk.ui.shown_models import models_showing


@pytest.mark.parametrize(
    ("asked", "title", "detail"),
    [
        ({}, "성인 확인이 필요해요", "직원이 신분증을 확인해요"),
        ({"1": "hand_over", "2": "age"}, "성인 확인이 필요해요", "직원이 신분증을 확인해요"),
        ({"1": "identity"}, "직원 확인이 필요해요", "직원이 신분증을 확인해요"),
        ({"1": "hand_over"}, "직원이 건네는 상품이 있어요", "직원이 확인하고 직접 건네 드려요"),
    ],
)
def test_the_call_says_what_staff_look_at(
    qapp: QGuiApplication, asked: dict[str, str], title: str, detail: str
) -> None:
    models: Any = models_showing(replace(calling(CallStep.CALLED, "age"), person_lines=asked))
    assert (models.help.title, models.help.detail) == (title, detail)
