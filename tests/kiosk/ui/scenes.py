"""Moments of a session to show on a screen: real items, real prices, no till behind them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.snapshot import (
    BenefitView,
    CallStep,
    CallView,
    HealthView,
    LineRules,
    NowItem,
    ResumeView,
    Snapshot,
    TimeoutView,
    WeighView,
)
from kiosk.domain.cart import SHELF_PRICE, Cart, PriceOverride
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fees import fees_of
from kiosk.domain.fulfilment import SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import AmountOff, FixedPrice, Pool, Validity
from kiosk.domain.tax import TaxRules, tax_on_top
from tests.fakes.demo_shop import by_name, items, promotions

NOON = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))
PICK_UP = Fulfilment(FulfilmentKind.PICK_UP, "SP01")
HEALTHY = HealthView(
    online=True,
    offline_since=None,
    terminal="ready",
    printer="ok",
    scanner="ok",
    scale="ok",
    camera="ok",
    waiting_uploads=0,
)


def priced(cart: Cart, *, member: bool = False, fees: tuple[Fee, ...] = ()) -> PricedCart:
    return price_cart(
        cart.lines,
        promotions(),
        PricingContext(at=NOON, shop="SS01", member=member, tax=TaxRules(rates={"standard": "10", "exempt": "0"})),
        fees,
    )


def full_cart() -> Cart:
    cart = Cart()
    cart.add(by_name("맑은 탄산수 레몬"), quantity=2)
    cart.add(by_name("청송 사과"), grams=842)
    cart.add(by_name("푸른목장 우유 900"))
    cart.add(by_name("얼큰 사골라면 컵"), quantity=2)
    cart.add(by_name("통통 바나나우유"))
    return cart


def moment(stage: Stage, cart: PricedCart | None = None, **fields: object) -> Snapshot:
    shown = cart or priced(Cart())
    pieces = sum(line.line.quantity for line in shown.lines)
    fees = shown.fees
    given: dict[str, object] = {
        "to_pay": shown.total,
        "fees": fees,
        "tax_added": tax_on_top(shown),
        "tenders": ("card",),
        "nudge": None,
        "station": "SS01-3",
        **fields,
    }
    return Snapshot(1, stage, shown, pieces, "", HEALTHY, **given)  # type: ignore[arg-type]


def starting() -> Snapshot:
    return moment(Stage.STARTING, starting_step="devices")


def idle() -> Snapshot:
    return moment(Stage.IDLE)


def idle_offline() -> Snapshot:
    return replace(idle(), health=replace(HEALTHY, online=False, offline_since=NOON))


def idle_scanner_away() -> Snapshot:
    return replace(idle(), health=replace(HEALTHY, scanner="away", camera="away"))


def idle_resume() -> Snapshot:
    return replace(idle(), resume=ResumeView(NOON, 5))


def closed() -> Snapshot:
    return replace(moment(Stage.CLOSED), health=replace(HEALTHY, closed_reason="staff"))


def cart_empty() -> Snapshot:
    return moment(Stage.SHOPPING)


def cart_scanned() -> Snapshot:
    shown = priced(full_cart())
    return moment(Stage.SHOPPING, shown, now_item=NowItem(shown.lines[-1], 99, 1), nudge=shown.nudge)


def cart_list() -> Snapshot:
    return moment(Stage.SHOPPING, priced(full_cart()))


def cart_member() -> Snapshot:
    return replace(moment(Stage.SHOPPING, priced(full_cart(), member=True)), member="2900000000017")


def cart_coupons() -> Snapshot:
    """A coupon that counts, one that waits for a sum, and a telco's card; the first was just shown."""
    milk = by_name("푸른목장 우유 900")
    benefits = (
        BenefitView(
            "coupon",
            "milk",
            LocalText("우유 1,000원 쿠폰", "1,000 won off milk", "牛乳1,000ウォン引き", "牛奶减1000韩元"),
            1000,
            milk,
        ),
        BenefitView(
            "coupon",
            "ten",
            LocalText(
                "3만원 이상 3,000원 쿠폰", "3,000 won off from 30,000", "3万ウォン以上3,000ウォン引き", "满3万减3000"
            ),
            0,
            None,
            11_710,
        ),
        BenefitView(
            "partner",
            "telco",
            LocalText("통신사 멤버십", "Telco membership", "通信会社メンバーシップ", "电信会员"),
            900,
        ),
    )
    notice = Notice(NoticeKind.COUPON_READY, milk, 1000, 99, 1, name=benefits[0].name)
    return replace(cart_list(), benefits=benefits, notice=notice)


def cart_explained() -> Snapshot:
    """Everything that a row's price can be made of: staff's price, promotions, within reach and just over."""
    cart = Cart()
    ramen = by_name("얼큰 사골라면 컵")
    row = cart.add(ramen, quantity=2)
    cart.override_price(row.line_id, PriceOverride(1300, SHELF_PRICE, "A1"))
    pool = Pool(skus=frozenset({ramen.sku}))
    coupon = AmountOff(promotion_id="C1", name=LocalText("라면 쿠폰"), coupon="c1", pool=pool, amount=200, limit=1)
    three = FixedPrice(promotion_id="F1", name=LocalText("골라 담기"), pool=pool, count=3, price=3300)
    week = replace(
        coupon,
        promotion_id="E1",
        coupon="",
        name=LocalText("주말 특가"),
        validity=Validity(ends=NOON - timedelta(days=1)),
    )
    context = PricingContext(at=NOON, shop="SS01", coupons=frozenset({"c1"}), tax=TaxRules(rates={"standard": "10"}))
    shown = price_cart(cart.lines, (coupon, three), context)
    return moment(Stage.SHOPPING, shown, rules={row.line_id: LineRules((coupon,), (three,), (week,))})


def cart_offline() -> Snapshot:
    return replace(cart_list(), health=replace(HEALTHY, online=False, offline_since=NOON))


def cart_member_found() -> Snapshot:
    """The member's price came late: the old total and the new one."""
    shown = cart_member()
    return replace(shown, notice=Notice(NoticeKind.MEMBER_APPLIED, None, 1500, 99, 1))


def cart_age() -> Snapshot:
    cart = full_cart()
    line = cart.add(next_age_item())
    return moment(Stage.SHOPPING, priced(cart), needs_age_check=True, person_lines={line.line_id: "age"})


def next_age_item() -> CatalogueItem:
    return next(item for item in items().values() if item.age_limit)


def cart_notice(kind: NoticeKind) -> Snapshot:
    opens = NOON.replace(hour=18, tzinfo=None)
    notice = Notice(kind, by_name("푸른목장 우유 900"), 1700, 99, 1, count=2, opens=opens)
    return replace(cart_list(), notice=notice, can_undo=kind is NoticeKind.REMOVED)


def cart_thirty_rows() -> Snapshot:
    cart = Cart()
    for item in [item for item in items().values() if item.sold_by.value == "each" and not item.age_limit][:30]:
        cart.add(item)
    return moment(Stage.SHOPPING, priced(cart))


def mixed_cart() -> Cart:
    cart = full_cart()
    cart.add(by_name("드립포트"), fulfilment=PICK_UP)
    cart.add(by_name("백자 드리퍼"), fulfilment=SHIP)
    return cart


def cart_dated() -> Snapshot:
    """Two lots of one lunch box, and the next one's EAN was just shown."""
    cart = full_cart()
    box = by_name("제육볶음 도시락")
    cart.add(box, lot=Lot(NOON.date(), time(22, 0)), serials=("1",))
    cart.add(box, quantity=2, lot=Lot(NOON.date() + timedelta(days=1)))
    return moment(Stage.SHOPPING, priced(cart), notice=Notice(NoticeKind.CODE_WANTED, box, 0, 99, 1))


def cart_expired() -> Snapshot:
    """Three items ran out of time in the cart."""
    return replace(cart_list(), notice=Notice(NoticeKind.EXPIRED, by_name("제육볶음 도시락"), 0, 99, 1, more=2))


def cart_recalled() -> Snapshot:
    """A recall came while its packs were in the cart, with another item's."""
    notice = Notice(NoticeKind.STOPPED_NOW, by_name("통통 바나나우유"), 0, 99, 1, more=1)
    return replace(cart_list(), notice=notice)


def cart_mixed() -> Snapshot:
    return moment(Stage.SHOPPING, priced(mixed_cart(), fees=(Fee("shipping", 3000),)))


def cart_deposit() -> Snapshot:
    """Bottles with a deposit, a shipment and a member's saving: every line that can stand under the total."""
    cart = mixed_cart()
    cart.add(by_name("달빛 소주 360"), quantity=6)
    cart.add(by_name("종량제봉투 20L"))
    shown = priced(cart, member=True, fees=(*fees_of(cart.lines, ()), Fee("shipping", 3000)))
    return replace(moment(Stage.SHOPPING, shown), member="2900000000017")


def weigh(state: str) -> Snapshot:
    item = by_name("청송 사과")
    grams = 842 if state in {"stable", "moving", "taken"} else 0
    return moment(
        Stage.WEIGHING, priced(full_cart()), weigh=WeighView(item, state, grams, grams * item.unit_price // 1000)
    )


def timeout() -> Snapshot:
    return replace(cart_list(), timeout=TimeoutView(24, 30))


def calling(step: CallStep, reason: str = "help", elapsed: int = 14) -> Snapshot:
    item = next_age_item() if reason == "age" else None
    stage = Stage.AGE_CHECK if reason == "age" else Stage.SHOPPING
    return replace(cart_list(), stage=stage, call=CallView("C1", reason, step, 0, elapsed, item))


def age_licence() -> Snapshot:
    """A licence was shown to the scanner while staff are on the way."""
    return replace(calling(CallStep.CALLED, "age"), notice=Notice(NoticeKind.LICENCE_SHOWN, None, 0, 99, 1))


CART_SCENES: dict[str, Callable[[], Snapshot]] = {
    "starting": starting,
    "idle": idle,
    "idle_offline": idle_offline,
    "idle_scanner_away": idle_scanner_away,
    "idle_resume": idle_resume,
    "closed": closed,
    "cart_empty": cart_empty,
    "cart_scanned": cart_scanned,
    "cart_list": cart_list,
    "cart_member": cart_member,
    "cart_coupons": cart_coupons,
    "cart_explained": cart_explained,
    "cart_offline": cart_offline,
    "cart_member_found": cart_member_found,
    "cart_age": cart_age,
    "cart_thirty_rows": cart_thirty_rows,
    "cart_mixed": cart_mixed,
    "cart_deposit": cart_deposit,
    **{f"notice_{kind.value}": (lambda kind=kind: cart_notice(kind)) for kind in NoticeKind},  # type: ignore[misc]
    **{
        f"weigh_{s}": (lambda s=s: weigh(s))  # type: ignore[misc]
        for s in ("empty", "moving", "stable", "taken", "over", "under", "fault", "gone")
    },
    "timeout": timeout,
    "help_called": lambda: calling(CallStep.CALLED),
    "help_taken": lambda: calling(CallStep.TAKEN),
    "help_late": lambda: calling(CallStep.LATE, elapsed=131),
    "age_called": lambda: calling(CallStep.CALLED, "age"),
    "age_late": lambda: calling(CallStep.LATE, "age", 131),
    "age_no_staff": lambda: calling(CallStep.NO_STAFF, "age"),
    "cart_dated": cart_dated,
    "cart_expired": cart_expired,
    "cart_recalled": cart_recalled,
    "age_licence": age_licence,
}
