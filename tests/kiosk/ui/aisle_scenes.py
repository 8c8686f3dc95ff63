"""Moments of the aisle, staff and device pages to look at and to walk: real items, no till behind them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kiosk.checkout.snapshot import Snapshot, StaffRequest, StaffView
from kiosk.domain.sale_check import Finding, Reason, Remedy
from kiosk.technician.device_checks import DeviceChecks
from kiosk.technician.device_overview import DeviceOverview
from tests.fakes.demo_aisle import WhenTold
from tests.fakes.demo_shop import by_name
from tests.kiosk.ui.evidence_scenes import BACK_AGAIN, LATE_ANSWER, LOST_ANSWER, MISMATCH, UNPROVEN
from tests.kiosk.ui.scenes import HEALTHY, NOON, cart_list, closed, idle
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.terminal_check_scenes import TERMINAL_STATES

DRIPPER = "B21001"
BANANA_MILK = "B01001"


def offline(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, health=replace(HEALTHY, online=False, offline_since=NOON - timedelta(minutes=4)))


def searching(keys: str = "", snapshot: Snapshot | None = None) -> Any:
    models: Any = models_showing(snapshot or cart_list())
    models.navigator.open("search")
    for key in keys:
        models.aisle.typed("space" if key == " " else key)
    return models


def searched(keys: str) -> Any:
    models: Any = searching(keys)
    models.aisle.typed("search")
    return models


def waiting_for_results() -> Any:
    models: Any = models_showing(cart_list(), background=WhenTold())
    models.navigator.open("search")
    models.aisle.typed("ㄷ")
    return models


def category(name: str = "kitchen") -> Any:
    models: Any = searching()
    models.aisle.chooseCategory(name)
    return models


def product(sku: str = DRIPPER, snapshot: Snapshot | None = None) -> Any:
    models: Any = searching(snapshot=snapshot)
    models.aisle.open(sku)
    return models


def fulfilment(chosen: str = "", sku: str = DRIPPER, snapshot: Snapshot | None = None) -> Any:
    models: Any = product(sku, snapshot)
    models.product.chooseWay()
    if chosen:
        models.product.choose(chosen)
    return models


def on_map(sku: str = DRIPPER) -> Any:
    models: Any = product(sku)
    models.product.showMap()
    return models


def signing_in(pressed: str = "", **staff: object) -> Any:
    shown = StaffView(signed_in=False, **staff) if staff else None  # type: ignore[arg-type]
    models: Any = models_showing(replace(idle(), staff=shown))
    models.navigator.open("sign_in")
    for digit in pressed:
        models.staff.press(digit)
    return models


def found(reason: Reason, remedy: Remedy = Remedy.REFUSE, **facts: object) -> Finding:
    return replace(Finding(line_id="1", sku="", reason=reason, remedy=remedy), **facts)  # type: ignore[arg-type]


BEER = StaffRequest(
    "R1",
    "age",
    12.0,
    by_name("한강 라거"),
    born_before="2007-12-31",
    taken_by="한지우",
    finding=found(Reason.AGE, Remedy.PERSON, limit=19),
)
CALL = StaffRequest("R3", "help", 30.0)
UNKNOWN = StaffRequest("R4", "unknown_item", 40.0, evidence=(("gtin", "08801234567893"),))

BOX, MILK_PACK = by_name("제육볶음 도시락"), by_name("푸른목장 우유 900")
EXPIRED = StaffRequest(
    "R5",
    "expired",
    50.0,
    BOX,
    evidence=(("until", "2026-11-21 18:00"), ("batch", "B7")),
    finding=found(Reason.EXPIRED),
)
PAST_BEST = StaffRequest(
    "R6",
    "past_best",
    60.0,
    MILK_PACK,
    evidence=(("best_before", "2026-11-01"),),
    finding=found(Reason.BEST_BEFORE, Remedy.WARN),
)
NOTICE = "식약처 회수 공고 2026-117 (이물 혼입)"
RECALLED = StaffRequest(
    "R9",
    "blocked_item",
    10.0,
    MILK_PACK,
    evidence=(("until", "2026-11-28"), ("batch", "L2411"), ("basis", NOTICE), ("place", "냉장 3번")),
    finding=found(Reason.RECALLED, basis=NOTICE),
)
PACK_CHECK = StaffRequest(
    "R10",
    "pack_check",
    15.0,
    by_name("통통 바나나우유"),
    evidence=(("basis", NOTICE), ("rule", "2026-117")),
    finding=found(Reason.LOT_UNKNOWN, Remedy.STAFF),
)
HANDED_OVER = StaffRequest(
    "R11", "age", 20.0, BOX, evidence=(("identity", "asked"), ("hand_over", "asked"), ("basis", "약사법 제44조의4"))
)
OLD_LIST = StaffRequest(
    "R12",
    "list_old",
    30.0,
    evidence=(("list_as_of", "2026-11-18 09:12"),),
    finding=found(Reason.LIST_OLD),
)
DISPUTED = StaffRequest("R7", "price", 70.0, MILK_PACK)
LABEL = StaffRequest("R8", "label", 80.0, MILK_PACK, evidence=(("shelf_price", "2500"), ("till_price", "2980")))
LICENCE = replace(BEER, evidence=(("licence", "shown"),), taken_by="")


def approvals(*requests: StaffRequest, role: str = "supervisor", problem: str = "", needed: str = "") -> Any:
    person = {"attendant": "한지우", "supervisor": "서다은", "technician": "문태오"}[role]
    staff = StaffView(True, person, role, requests, problem=problem, needed_role=needed)
    models: Any = models_showing(replace(idle(), staff=staff))
    models.navigator.open("approvals")
    return models


def lowering_price(typed: str = "", *, problem: str = "", needed: str = "") -> Any:
    """The sheet where staff type a lower price, over the staff list."""
    staff = StaffView(True, "한지우", "attendant", (DISPUTED,), problem=problem, needed_role=needed)
    models: Any = models_showing(replace(cart_list(), staff=staff))
    models.navigator.open("approvals")
    models.staff.price.begin(DISPUTED.request_id)
    for digit in typed:
        models.staff.price.press(digit)
    return models


def taking_up(typed: str = "", problem: str = "") -> Any:
    """The sheet where staff type the number of a cart, over the staff list."""
    staff = StaffView(True, "한지우", "attendant", (), problem=problem)
    models: Any = models_showing(replace(idle(), staff=staff))
    models.navigator.open("approvals")
    models.staff.takeUp.begin()
    for digit in typed:
        models.staff.takeUp.press(digit)
    return models


def overview() -> DeviceOverview:
    devices = DeviceOverview(lambda: NOON)
    for name, kind, driver, address in (
        ("scanner", "scanner", "serial", "/dev/ttyACM0"),
        ("camera", "camera", "camera", "/dev/video0"),
        ("scale", "scale", "8217", "/dev/ttyUSB0"),
        ("printer", "printer", "escpos-tcp", "192.168.10.31:9100"),
        ("terminal", "terminal", "nexo", "192.168.10.21:8443"),
    ):
        devices.add(name, kind, driver, address)
        devices.changed(name, True)
    devices.measured("camera", (("frames_per_second", "29.8"), ("decode_ms", "11")))
    devices.measured("printer", (("paper", "near_end"),), problem="용지가 곧 떨어져요")
    devices.measured("terminal", (("round_trip_ms", "112"),))
    devices.changed("scale", False, "no such port")
    for _ in range(12):
        devices.event("scanner")
    return devices


def devices(tested: str = "", *, none: bool = False) -> Any:
    known = DeviceOverview(lambda: NOON) if none else overview()
    checks = DeviceChecks(known, {}, lambda: 0.0)
    staff = StaffView(True, "문태오", "technician")
    models: Any = models_showing(replace(closed(), staff=staff), overview=known, checks=checks)
    models.navigator.open("devices")
    if tested == "all":
        models.devices.testAll()
    elif tested:
        models.devices.test(tested)
    return models


STATES: dict[str, tuple[str, Callable[[], Any]]] = {
    "search_before": ("SearchScreen", searching),
    "search_firsts": ("SearchScreen", lambda: searching("ㄷㄹㅍ")),
    "search_typed": ("SearchScreen", lambda: searched("ㄷㅡㄹㅣㅍㅓ")),
    "search_none": ("SearchScreen", lambda: searching("ㅁㄴㅇㄹㅎㅁㄴㅇ")),
    "search_similar": ("SearchScreen", lambda: searching("ㄷㅡㄹㅣㅍㅓㅋㅋㅋ")),
    "search_loading": ("SearchScreen", waiting_for_results),
    "search_category": ("SearchScreen", category),
    "search_offline": ("SearchScreen", lambda: searching("ㄷㅡㄹㅣㅂ", offline(cart_list()))),
    "product": ("ProductScreen", product),
    "product_plain": ("ProductScreen", lambda: product(BANANA_MILK)),
    "product_offline": ("ProductScreen", lambda: product(snapshot=offline(cart_list()))),
    "product_age": ("ProductScreen", lambda: product(by_name("한강 라거").sku)),
    "fulfilment": ("FulfilmentScreen", fulfilment),
    "fulfilment_ship": ("FulfilmentScreen", lambda: fulfilment("ship")),
    "fulfilment_here": ("FulfilmentScreen", lambda: fulfilment("carry_out")),
    "fulfilment_offline": ("FulfilmentScreen", lambda: fulfilment(snapshot=offline(cart_list()))),
    "map": ("MapSheet", on_map),
    "sign_in": ("SignInScreen", lambda: signing_in("123")),
    "sign_in_wrong": ("SignInScreen", lambda: signing_in(problem="wrong_pin", tries_left=3)),
    "sign_in_locked": ("SignInScreen", lambda: signing_in(problem="locked", locked_seconds=47)),
    "sign_in_checking": ("SignInScreen", lambda: signing_in(checking=True)),
    "approvals_none": ("ApprovalsScreen", approvals),
    "approvals": ("ApprovalsScreen", lambda: approvals(LOST_ANSWER, BEER, CALL)),
    "approvals_dates": ("ApprovalsScreen", lambda: approvals(LICENCE, EXPIRED, PAST_BEST, role="attendant")),
    "approvals_money": ("ApprovalsScreen", lambda: approvals(UNPROVEN)),
    "approvals_keep": ("ApprovalsScreen", lambda: approvals(MISMATCH, BACK_AGAIN)),
    "approvals_late": ("ApprovalsScreen", lambda: approvals(LATE_ANSWER, LOST_ANSWER)),
    "approvals_attendant": ("ApprovalsScreen", lambda: approvals(LOST_ANSWER, UNKNOWN, role="attendant")),
    "approvals_price": ("ApprovalsScreen", lambda: approvals(DISPUTED, LABEL, role="attendant")),
    "approvals_recall": (
        "ApprovalsScreen",
        lambda: approvals(PACK_CHECK, RECALLED, role="attendant"),
    ),
    "approvals_rules": ("ApprovalsScreen", lambda: approvals(HANDED_OVER, OLD_LIST, role="attendant")),
    "price_empty": ("PriceSheet", lowering_price),
    "price_typed": ("PriceSheet", lambda: lowering_price("2500")),
    "price_not_allowed": (
        "PriceSheet",
        lambda: lowering_price("500", problem="not_allowed", needed="supervisor"),
    ),
    "take_up": ("TakeUpSheet", taking_up),
    "take_up_typed": ("TakeUpSheet", lambda: taking_up("301")),
    "take_up_unknown": ("TakeUpSheet", lambda: taking_up("302", "no_such_cart")),
    "approvals_technician": ("ApprovalsScreen", lambda: approvals(role="technician")),
    "devices": ("DevicesScreen", devices),
    "devices_testing": ("DevicesScreen", lambda: devices("all")),
    "devices_none": ("DevicesScreen", lambda: devices(none=True)),
    **TERMINAL_STATES,
}


def in_language(models: Any, language: str) -> None:
    """Go on showing the same moment, in another language."""
    models.show(replace(models.session._shown, language=language))


def walked(*names: str) -> dict[str, Callable[[], dict[str, object]]]:
    """States of a screen for the accessibility walk."""
    return {name: (lambda make=STATES[name][1]: {"models": make()}) for name in names}  # type: ignore[misc]
