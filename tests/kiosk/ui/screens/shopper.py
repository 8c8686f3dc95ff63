"""The shopper's pages and sheets, each in the states that are laid out most differently."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.ui.line_list_model import Role
from tests.kiosk.ui.shopper_scenes import SHOPPER_SCENES
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.walk import Entry

Properties = Mapping[str, object]


def shown(scene: str, sheet: str = "") -> Callable[[], Properties]:
    """The properties of a screen that shows a scene; the sheet about a line is about the first one."""

    def properties() -> Properties:
        models: Any = models_showing(SHOPPER_SCENES[scene]())
        if sheet:
            lines = models.cart.lines
            models.navigator.showSheetFor(sheet, str(lines.data(lines.index(0), Role.LINE_ID)))
        return {"models": models}

    return properties


def pages(screen: str, *scenes: str, sheet: str = "") -> Entry:
    """An entry whose states are named like their scenes."""
    return Entry(f"{screen}.qml", {scene: shown(scene, sheet) for scene in scenes})


ENTRIES = (
    pages("StartingScreen", "starting"),
    pages("ClosedScreen", "closed"),
    pages("IdleScreen", "idle", "idle_terminal_away_lane"),
    pages(
        "CartScreen",
        "cart_scanned",
        "cart_empty",
        "cart_dated",
        "cart_expired",
        "notice_same_label",
        "cart_recalled",
        "cart_deposit",
        "cart_terminal_away",
    ),
    pages("ProduceScreen", "cart_list"),
    pages("MemberScreen", "cart_list", "cart_coupons"),
    pages("WeighScreen", "weigh_stable", "weigh_taken"),
    pages(
        "TenderScreen",
        "tender",
        "tender_voucher",
        "tender_points",
        "tender_points_away",
        "tender_cards",
        "tender_months",
        "tender_terminal_away",
    ),
    pages("TerminalScreen", "terminal_waiting_for_card", "terminal_words", "terminal_long_words"),
    pages("NotPaidScreen", "not_paid_declined", "not_paid_giving_back", "not_paid_checking", "not_paid_terminal_away"),
    pages("PartlyPaidScreen", "partly_paid", "partly_paid_declined", "partly_paid_receipt"),
    pages("CashReceiptScreen", "cash_receipt", "cash_receipt_wrong"),
    pages("SplitSheet", "tender"),
    pages("ParkSheet", "cart_terminal_away"),
    pages("ParkedSheet", "idle_parked", "idle_parked_here"),
    pages("DoneScreen", "done"),
    pages("OrderKeptScreen", "order_kept"),
    pages("CallingScreen", "age_late", "age_licence"),
    pages("CallingSheet", "help_called"),
    pages("BagsSheet", "cart_list", sheet="bags"),
    pages("WhySheet", "cart_list", "cart_explained", sheet="why"),
    pages("DisplaySheet", "cart_list", sheet="display"),
    pages("LanguageSheet", "cart_list", sheet="language"),
    pages("LeaveSheet", "cart_list", sheet="leave"),
    pages("StillThere", "timeout"),
)
