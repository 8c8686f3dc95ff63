"""D6: reached from the device's card, asks by itself, and says in words what the driver told."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from hardware.ports.payment_terminal import HealthReport, TerminalHealth
from hardware.ports.terminal_extras import EXTRAS
from kiosk.domain.sale import AttemptState
from kiosk.technician.terminal_page import Condition, abilities_of
from kiosk.ui.terminal_words import ability_words, condition_words, extra_words, result_words
from tests.fakes.asked_terminal import ToldTerminal
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import devices, in_language
from tests.kiosk.ui.scenes import closed
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.terminal_check_scenes import CAN, FRONT, READY, checking, page


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def test_the_card_of_the_terminal_opens_its_page() -> None:
    models: Any = devices()
    models.devices.look("terminal")
    assert models.navigator.page == "terminal_check"
    models.navigator.back()
    assert models.navigator.page == "devices"


def test_it_asks_when_it_opens_and_again_when_told_to() -> None:
    terminal = ToldTerminal(CAN, READY)
    models: Any = models_showing(closed(), terminal=page(terminal))
    assert terminal.asked == 0
    models.navigator.open("terminal_check")
    assert (terminal.asked, models.terminal.title, models.terminal.roundTrip) == (1, "결제를 받을 수 있어요", "112")
    models.terminal.ask()
    assert terminal.asked == 2
    models.navigator.open("devices")
    models.navigator.open("camera")
    assert terminal.asked == 2


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_words_and_a_way_on(condition: Condition) -> None:
    title, advice = condition_words(condition)
    assert title
    assert advice or condition in (Condition.OK, Condition.ASKING)


def test_the_drivers_words_stand_below_ours() -> None:
    report = HealthReport(TerminalHealth.WRONG_CERTIFICATE, "The certificate ended.")
    shown = checking(report).terminal
    assert (shown.tone, shown.title) == ("bad", "이 단말기를 믿을 수 없어요")
    assert shown.message == "The certificate ended."
    assert shown.roundTrip == "–"


def test_every_name_of_the_port_has_words() -> None:
    assert all(extra_words(name) != name for name in EXTRAS)
    assert all(ability_words(name) != name for name, _ in abilities_of(CAN))
    assert all(result_words(state.value) != state.value for state in AttemptState)
    assert extra_words("vendor_extra") == "vendor_extra"


def test_what_it_cannot_do_is_said_too() -> None:
    rows = {row["text"]: row["able"] for row in checking(READY, FRONT).terminal.abilities}
    assert rows["카드 없이 취소"] is False
    assert rows["할부 2, 3, 4, 5, 6, 10, 12개월"] is True
    assert rows["코드 읽기"] is True


def test_a_result_names_its_numbers_and_no_card() -> None:
    rows = checking(READY).terminal.results
    assert rows[0] == {
        "at": "11-21 18:12:00",
        "words": "승인",
        "tone": "good",
        "amount": "19,290원",
        "codes": "3000412 · 30128846",
    }
    assert [row["tone"] for row in rows] == ["good", "off", "good", "warn", "off"]
    assert "9411" not in str(rows)


def test_it_speaks_the_language_that_is_chosen() -> None:
    models: Any = checking(READY)
    in_language(models, "en")
    assert models.terminal.results[0]["amount"] == "₩19,290"


def test_a_real_card_is_charged_only_after_the_question() -> None:
    till = FakeTill(checking(READY).terminal._shown)
    models: Any = models_showing(till.snapshot, till, terminal=page(ToldTerminal(CAN, READY)))
    models.navigator.open("devices")
    models.navigator.open("terminal_check")
    assert (models.terminal.trialOffered, models.terminal.trialAmount) == (True, "100원")
    models.navigator.showSheet("try_terminal")
    assert ("technician_try_terminal",) not in till.asked
    models.terminal.tryIt()
    assert ("technician_try_terminal",) in till.asked
    assert models.navigator.sheet == ""


def test_while_an_attempt_is_settled_none_is_tried() -> None:
    shown = checking(READY, at_till="settling").terminal
    assert (shown.trialOffered, shown.settling) == (False, True)
    away = checking(READY, at_till="away").terminal
    assert (away.trialOffered, away.settling) == (False, False)
