"""The window on the real Main.qml: pages by name, sheets over them, and what belongs to every page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.checkout.snapshot import CallStep, Snapshot, TakenView
from kiosk.ui.kiosk_window import KioskWindow
from kiosk.ui.panel import REFERENCE_PANEL
from tests.fakes.till import FakeTill
from tests.kiosk.ui.scenes import calling, starting
from tests.kiosk.ui.shopper_scenes import SHOPPER_SCENES
from tests.kiosk.ui.shown_models import models_showing

SETTLED = 120
GUARD = 450  # money controls take no touch for 400 ms after they appear


@dataclass
class Shown:
    """The window with a till behind it that only notes what is asked."""

    kiosk: KioskWindow
    till: FakeTill
    models: Any  # a KioskModels; mypy sees PySide's Property instead of what it gives

    def scene(self, name: str) -> None:
        self.moment(SHOPPER_SCENES[name]())

    def moment(self, snapshot: Snapshot) -> None:
        self.till.become(snapshot)
        self.models.show(snapshot)
        QTest.qWait(SETTLED)

    def items(self) -> Iterator[QQuickItem]:
        waiting = [self.kiosk.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting.extend(item.childItems())

    def find(self, name: str) -> QQuickItem | None:
        return next((item for item in self.items() if item.objectName() == name), None)

    def tap(self, name: str) -> None:
        item = self.find(name)
        assert item is not None, f"nothing is called {name}"
        QTest.mouseClick(
            self.kiosk.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            item.mapToScene(item.boundingRect().center()).toPoint(),
        )
        QTest.qWait(SETTLED)

    def asked(self) -> list[tuple[object, ...]]:
        return [command for command in self.till.asked if command != ("touch",)]


@pytest.fixture
def shown(qapp: QGuiApplication) -> Iterator[Shown]:
    kiosk = KioskWindow(REFERENCE_PANEL)
    kiosk.stage.show(reduced_motion=True)
    till = FakeTill(starting())
    models = models_showing(till.snapshot, till)
    kiosk.show_models(models, lambda: None)
    yield Shown(kiosk, till, models)
    kiosk.close()
    kiosk.stage.reset()


def test_the_starting_page_needs_no_models(qapp: QGuiApplication) -> None:
    kiosk = KioskWindow(REFERENCE_PANEL)
    try:
        QTest.qWait(SETTLED)
        first = [item.property("text") for item in Shown(kiosk, None, None).items()]  # type: ignore[arg-type]
        assert [text for text in first if text] == ["바로"], "the first frame shows the name and waits for nothing"
        kiosk.load_pages()
        kiosk.starting("devices")
        QTest.qWait(SETTLED)
        assert kiosk.window.title() == "Baro"
        texts = [str(item.property("text")) for item in Shown(kiosk, None, None).items()]  # type: ignore[arg-type]
        assert "기기를 확인하고 있어요" in texts
    finally:
        kiosk.close()


@pytest.mark.parametrize(
    ("scene", "name", "asked"),
    [
        ("idle", "start", ("begin",)),
        ("idle", "help", ("call_staff", "help")),
        ("idle", "lang_en", ("set_language", "en")),
        ("idle_resume", "resume", ("resume",)),
        ("idle_terminal_away", "help", ("call_staff", "help")),
        ("idle_scanner_away", "callFirst", ("call_staff", "help")),
        ("cart_list", "primary", ("pay",)),
        ("cart_scanned", "nudgeDismiss", ("dismiss_nudge",)),
        ("notice_removed", "toastUndo", ("undo",)),
        ("weigh_stable", "weighConfirm", ("confirm_weight",)),
        ("weigh_stable", "cancelWeigh", ("cancel_weight",)),
        ("weigh_fault", "primaryStaff", ("call_staff", "scale")),
        ("tender", "payCard", ("choose_tender", "card")),
        ("tender", "addBag_B23002", ("add_bag", "B23002", 1)),
        ("tender", "back", ("back",)),
        ("tender_cards", "card_card:bc", ("choose_card", "card:bc")),
        ("partly_paid", "payCard", ("choose_tender", "card")),
        ("partly_paid", "giveBack", ("give_back",)),
        ("cash_receipt", "refuseReceipt", ("cash_receipt", "none")),
        ("cash_receipt", "back", ("cash_receipt", "back")),
        ("partly_paid_receipt", "changeReceipt", ("cash_receipt", "change")),
        ("partly_paid_timeout", "end", ("give_back",)),
        ("terminal_waiting_for_card", "cancelPayment", ("cancel_payment",)),
        ("terminal_waiting_for_card", "moreTime", ("more_time",)),
        ("not_paid_declined", "retryPayment", ("pay",)),
        ("not_paid_declined", "backToCart", ("back",)),
        ("not_paid_review", "primary", ("call_staff", "payment")),
        ("done", "finish", ("finish",)),
        ("done", "printReceipt", ("print_receipt",)),
        ("done", "moreTime", ("more_time",)),
        ("order_kept", "finish", ("finish",)),
        ("timeout", "longTime", ("set_long_time", True)),
        ("help_called", "cancelCall", ("cancel_call",)),
        ("age_called", "continue", ("back",)),
        ("age_late", "leaveOut", ("leave_item_out",)),
    ],
)
def test_a_tap_reaches_the_till(shown: Shown, scene: str, name: str, asked: tuple[object, ...]) -> None:
    shown.scene(scene)
    QTest.qWait(GUARD)
    shown.till.asked.clear()
    shown.tap(name)
    assert [command[: len(asked)] for command in shown.asked()] == [asked]
    assert ("touch",) in shown.till.asked


@pytest.mark.parametrize("step", ["checking", "review"])
def test_an_unknown_result_offers_no_second_try(shown: Shown, step: str) -> None:
    """I-9: nobody pays twice because the answer was lost."""
    shown.scene(f"not_paid_{step}")
    assert shown.find("retryPayment") is None
    assert shown.find("backToCart") is None


@pytest.mark.parametrize("step", ["authorising", "remove_card", "cancelling"])
def test_nothing_can_be_cancelled_once_it_is_late(shown: Shown, step: str) -> None:
    shown.scene(f"terminal_{step}")
    assert shown.find("cancelPayment") is None
    assert shown.find("moreTime") is None


def test_an_amount_is_divided_over_cards(shown: Shown) -> None:
    shown.scene("tender")
    rest = shown.till.snapshot.to_pay
    shown.tap("split")
    assert shown.models.navigator.sheet == "split"
    QTest.qWait(GUARD)
    shown.tap("share_3")
    assert shown.asked() == [("choose_tender", "card", rest // 3)]
    paid = replace(SHOPPER_SCENES["partly_paid"](), to_pay=rest - rest // 3)
    shown.moment(replace(paid, taken=(TakenView("card", rest // 3, "BC", "4518"),)))
    QTest.qWait(GUARD)
    shown.tap("paySame")
    assert shown.asked()[-1] == ("choose_tender", "card", rest // 3)


def test_what_was_paid_is_shown_with_what_is_left(shown: Shown) -> None:
    shown.scene("partly_paid_declined")
    texts = [str(item.property("text")) for item in shown.items()]
    assert "낸 금액 · 상품권" in texts
    assert "10,000원" in texts
    assert shown.find("refused") is not None
    assert shown.find("back") is None, "the cart stays as it is until the money is settled"
    assert shown.find("startOver") is None
    shown.scene("partly_paid")
    assert shown.find("refused") is None


def test_with_a_named_card_the_amount_is_not_divided(shown: Shown) -> None:
    shown.scene("tender")
    assert shown.find("split") is not None
    shown.scene("tender_cards")
    assert shown.find("split") is None


def test_a_tender_that_does_not_answer_says_why_and_takes_no_touch(shown: Shown) -> None:
    shown.scene("tender_paper_out")
    tile = shown.find("payCard")
    assert tile is not None
    assert (tile.isEnabled(), tile.property("reason")) == (False, "카드 단말기의 종이가 떨어졌어요")
    QTest.qWait(GUARD)
    shown.tap("payCard")
    assert not [asked for asked in shown.till.asked if asked[0] == "choose_tender"]
    assert shown.find("primary") is not None


@pytest.mark.parametrize("scene", ["cart_terminal_away", "tender_terminal_away", "not_paid_terminal_away"])
def test_a_cart_is_sent_to_a_staffed_lane_once_that_is_confirmed(shown: Shown, scene: str) -> None:
    shown.scene(scene)
    QTest.qWait(GUARD)
    way = {"cart": "bannerAction", "tender": "primary", "not": "sendCart"}[scene.partition("_")[0]]
    shown.tap(way)
    assert shown.models.navigator.sheet == "park"
    assert ("park_cart",) not in shown.till.asked
    QTest.qWait(GUARD)
    shown.tap("getNumber")
    assert shown.till.asked.count(("park_cart",)) == 1


def test_the_number_of_a_cart_lies_over_the_idle_page_until_it_was_read(shown: Shown) -> None:
    shown.scene("idle_parked")
    number = shown.find("parkedNumber")
    assert number is not None
    assert number.property("text") == "301"
    shown.models.lanes.understood()
    QTest.qWait(SETTLED)
    assert shown.find("parkedNumber") is None
    shown.scene("idle")
    shown.scene("idle_parked")
    assert shown.find("parkedNumber") is not None


def test_months_are_chosen_before_the_card(shown: Shown) -> None:
    shown.scene("tender")
    assert shown.find("months") is None
    shown.scene("tender_months")
    assert shown.find("months_6") is None
    shown.tap("moreMonths")
    QTest.qWait(SETTLED)
    assert shown.find("months_6") is not None
    shown.tap("months_3")
    assert ("choose_months", 3) in shown.till.asked


def test_nobody_can_stop_what_the_card_company_is_asked(shown: Shown) -> None:
    for step in ("authorising", "please_wait", "remove_card", "cancelling"):
        shown.scene(f"terminal_{step}")
        assert shown.find("cancelPayment") is None, step
    for step in ("waiting_for_card", "card_unreadable", "code_shown", "pin_entry"):
        shown.scene(f"terminal_{step}")
        assert shown.find("cancelPayment") is not None, step


def test_another_way_is_chosen_only_once_nothing_was_charged(shown: Shown) -> None:
    shown.scene("terminal_waiting_for_card")
    QTest.qWait(GUARD)
    shown.tap("otherWay")
    assert shown.till.asked.count(("cancel_payment",)) == 1
    shown.scene("terminal_cancelling")
    assert ("pay",) not in shown.till.asked
    shown.scene("not_paid_aborted")
    assert shown.till.asked.count(("pay",)) == 1
    shown.scene("not_paid_aborted")
    assert shown.till.asked.count(("pay",)) == 1


@pytest.mark.parametrize("end", ["not_paid_checking", "not_paid_declined", "terminal_completing"])
def test_another_way_is_forgotten_where_it_ended_otherwise(shown: Shown, end: str) -> None:
    shown.scene("terminal_waiting_for_card")
    shown.models.payment.otherWay()
    shown.scene(end)
    shown.scene("not_paid_aborted")
    assert ("pay",) not in shown.till.asked


def test_a_code_shown_while_paying_is_answered_at_the_terminal(shown: Shown) -> None:
    shown.scene("terminal_code_notice")
    notice = shown.find("notice")
    assert notice is not None
    assert "단말기에 보여 주세요" in str(notice.property("detail"))


def test_while_nothing_is_known_there_is_no_second_try(shown: Shown) -> None:
    for scene in ("not_paid_checking", "not_paid_review", "not_paid_giving_back"):
        shown.scene(scene)
        assert shown.find("retryPayment") is None, scene
        assert shown.find("primary") is not None, scene


@pytest.mark.parametrize(
    ("name", "page"), [("noBarcode", "produce"), ("member", "member"), ("bags", "cart"), ("search", "search")]
)
def test_the_tools_of_the_cart(shown: Shown, name: str, page: str) -> None:
    shown.scene("cart_list")
    shown.tap(name)
    assert shown.models.navigator.page == page
    assert shown.models.navigator.sheet == ("bags" if name == "bags" else "")


def test_a_bag_is_one_tap_and_produce_three(shown: Shown) -> None:
    shown.scene("cart_list")
    shown.tap("noBarcode")
    shown.tap(first_produce(shown))
    assert shown.asked()[-1][0] == "choose_without_barcode"
    shown.scene("weigh_stable")
    QTest.qWait(GUARD)
    shown.tap("weighConfirm")
    assert shown.asked()[-1] == ("confirm_weight",)


def first_produce(shown: Shown) -> str:
    return min(item.objectName() for item in shown.items() if item.objectName().startswith("produce_"))


def test_consonants_narrow_the_produce(shown: Shown) -> None:
    shown.scene("cart_list")
    shown.tap("noBarcode")
    shown.tap("key_ㅅ")
    assert shown.models.produce.query == "ㅅ"
    shown.tap("keyErase")
    assert shown.models.produce.query == ""


def test_start_over_asks_once(shown: Shown) -> None:
    """U-3."""
    shown.scene("cart_list")
    shown.till.asked.clear()
    shown.tap("startOver")
    assert shown.models.navigator.sheet == "leave"
    assert shown.asked() == []
    shown.tap("continue")
    assert shown.models.navigator.sheet == ""
    QTest.qWait(GUARD)
    shown.tap("startOver")
    QTest.qWait(GUARD)
    shown.tap("end")
    assert shown.asked() == [("start_over",)]


@pytest.mark.parametrize("sheet", ["language", "display"])
def test_sheets_of_the_utility_bar(shown: Shown, sheet: str) -> None:
    shown.scene("cart_list")
    shown.tap(sheet)
    assert shown.models.navigator.sheet == sheet
    shown.tap("sheetClose")
    assert shown.models.navigator.sheet == ""


def test_the_call_sheet_comes_back_with_news(shown: Shown) -> None:
    shown.scene("help_called")
    shown.tap("continue")
    assert shown.find("cancelCall") is None
    assert shown.models.help.called
    shown.moment(calling(CallStep.TAKEN))
    assert shown.find("cancelCall") is not None


def test_still_there_keeps_the_cart(shown: Shown) -> None:
    """E-2: going on is one touch; leaving a filled cart asks first."""
    shown.scene("timeout")
    shown.till.asked.clear()
    shown.tap("continue")
    assert ("touch",) in shown.till.asked
    QTest.qWait(GUARD)
    shown.tap("end")
    assert shown.models.navigator.sheet == "leave"
    assert shown.asked() == []


def test_staff_hold_the_upper_right_corner(shown: Shown) -> None:
    shown.scene("idle")
    corner = QPoint(REFERENCE_PANEL.width_px - 20, 20)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(shown.kiosk.window, button, none, corner)
    QTest.qWait(SETTLED)
    assert shown.models.navigator.page == "idle"
    QTest.mousePress(shown.kiosk.window, button, none, corner)
    QTest.qWait(3200)
    QTest.mouseRelease(shown.kiosk.window, button, none, corner)
    assert shown.models.navigator.page == "sign_in"


def test_the_focus_goes_to_new_content_and_stays_in_a_sheet(shown: Shown) -> None:
    """C-4: keys alone reach every control, a sheet is not left by them."""
    shown.scene("cart_list")
    shown.models.navigator.showSheet("leave")
    QTest.qWait(SETTLED)
    seen = set()
    for _ in range(6):
        QTest.keyClick(shown.kiosk.window, Qt.Key.Key_Down)
        focused = shown.kiosk.window.activeFocusItem()
        assert focused is not None
        seen.add(focused.objectName())
    assert seen == {"sheetClose", "continue", "end"}
    QTest.keyClick(shown.kiosk.window, Qt.Key.Key_Escape)
    assert shown.models.navigator.sheet == ""


def test_pages_of_every_stage_load(shown: Shown) -> None:
    for scene in SHOPPER_SCENES:
        shown.till.become(SHOPPER_SCENES[scene]())
        shown.models.show(shown.till.snapshot)
        QTest.qWait(20)
        assert shown.find("help") is not None or shown.models.navigator.page == "starting", scene
