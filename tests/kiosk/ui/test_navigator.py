"""The navigator tells QML only of changes."""

from pytestqt.qtbot import QtBot

from kiosk.ui.navigator import Navigator


def test_a_page_that_is_not_allowed_changes_nothing(qtbot: QtBot) -> None:
    navigator = Navigator()
    with qtbot.assertNotEmitted(navigator.changed):
        navigator.open("search")
    assert navigator.property("page") == "starting"


def test_staff_may_sign_in_while_the_kiosk_starts(qtbot: QtBot) -> None:
    navigator = Navigator()
    with qtbot.waitSignal(navigator.changed):
        navigator.open("sign_in")
    assert navigator.property("page") == "sign_in"
    navigator.showSheet("language")
    assert navigator.property("sheet") == "language"
    navigator.back()
    navigator.back()
    assert navigator.property("page") == "starting"
