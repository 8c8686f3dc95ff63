"""Whatever shopper, staff, devices and time do in any order: nothing raises, the books hold (I-1, I-5, I-9)."""

import logging
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hardware.ports.scale import ScaleState
from hardware.ports.scanner import CodeMissed, CodeRefused, CodesDiffer
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.checkout_state import TABLE, Stage
from kiosk.domain.coupon import unsigned_coupon
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.promotion import AmountOff, PercentOff, Pool, TenderDiscount
from kiosk.domain.recall import Recall, RecallKind
from kiosk.domain.restriction import Restriction
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.sale_check import CheckContext, SaleRules, check_cart
from tests.fakes.lane import APPLE, BAG, BEER, CHAIR, COLA, GIMBAP, ITEMS, MEMBER_CODE, MILK, PORK, Killed, Lane
from tests.fakes.payment_terminal import PLANS

SIMPLE = (
    "begin", "start_over", "resume", "undo", "confirm_weight", "cancel_weight", "dismiss_nudge", "dismiss_notice",
    "pay", "pay", "back", "cancel_payment", "give_back", "more_time", "finish", "print_receipt", "cancel_call",
    "leave_item_out", "one_more", "staff_sign_out",
    "technician_enter", "technician_leave", "open", "touch", "catalogue_changed",
)  # fmt: skip
OFFERS = (
    AmountOff(promotion_id="coupon", name=LocalText("쿠폰"), coupon="C1", pool=Pool(), amount=700, limit=1),
    PercentOff(
        promotion_id="daily", name=LocalText("하루"), pool=Pool(skus=frozenset({COLA.sku})), percent=50, day_limit=2
    ),
    PercentOff(promotion_id="telco", name=LocalText("통신사"), partner="telco", pool=Pool(), percent=5),
)
SIGNED = tuple(
    f"{unsigned_coupon(coupon, serial, date(2027, 12, 31))}.{letter * 86}"
    for coupon, serial, letter in (
        ("C1", "AAAAAAAA", "G"),
        ("C1", "BBBBBBBB", "G"),
        ("C1", "AAAAAAAA", "x"),
        ("C2", "CCCCCCCC", "G"),
    )
)
UNREADABLE = (CodeMissed("cam", 1), CodeRefused("too long", "hand", 1, True), CodesDiffer("cam", 1))
LOT = Recall(
    recall_id="lot",
    kind=RecallKind.RECALL,
    reason=LocalText("이물"),
    gtins=frozenset({MILK.gtin, PORK.gtin}),
    batches=frozenset({"B7"}),
)
RECALLS = ((), (LOT,), (replace(LOT, batches=frozenset(), skus=frozenset({APPLE.sku})),))
RULES = (
    {"id": "few", "goods": {"skus": [MILK.sku, COLA.sku, APPLE.sku]}, "per_sale": 2, "together": True},
    {"id": "late", "goods": {"skus": [COLA.sku]}, "hours": [{"from": "10:03", "to": "10:00"}]},
    {"id": "hand", "goods": {"skus": [COLA.sku, MILK.sku]}, "hand_over": True, "best_before": "stop"},
    {"id": "grown", "goods": {"skus": [PORK.sku]}, "age": {"years": 19}},
    {"id": "list", "goods": {"skus": [APPLE.sku]}, "recall_list": {"hours": 0, "then": "staff"}},
)
NAMED_CARDS = tuple(
    TenderDiscount(promotion_id=tender, name=LocalText(tender), tender=tender, percent=10)
    for tender in ("card:bc", "card:blue")
)
NEIGHBOURS: dict[Stage, set[Stage]] = {}
for (_from, _), _to in TABLE.items():
    NEIGHBOURS.setdefault(_from, set()).add(_to)


class Faults(logging.Handler):
    """Collects what the session hid from its callers."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.found.append(self.format(record))


class AnyShop(RuleBasedStateMachine):
    """A lane in the hands of chance."""

    def __init__(self) -> None:
        super().__init__()
        self.faults = Faults()
        logging.getLogger("baro.till").addHandler(self.faults)
        settings = SessionSettings(attended=True, voucher_most=50_000, cash_receipt="designated")
        self.lane = Lane(seed=1, settings=settings)
        self.lane.catalogue.offers = (*self.lane.catalogue.offers, *OFFERS, *NAMED_CARDS)
        self.lane.boot()
        self.published: list[tuple[datetime, tuple[Restriction, ...], tuple[Recall, ...]]] = []

    def teardown(self) -> None:
        """When all calms down, every attempt comes to its end."""
        lane = self.lane
        lane.terminal.reachable = True
        lane.writer.failures.clear()
        lane.terminal.reversal_plans.clear()
        lane.run()
        if lane.stage() in (Stage.PAYING, Stage.CANCELLING):
            lane.terminal.tap("approve")
        lane.run()
        lane.pass_time(400, step=5)
        lane.check_books()
        self.check_dates()
        self.check_benefits()
        self.check_rules()
        logging.getLogger("baro.till").removeHandler(self.faults)
        assert not self.faults.found, self.faults.found

    def check_benefits(self) -> None:
        """Each coupon of single use belongs to a sale that it made cheaper, and the day's limit was kept."""
        shelf = self.lane.store.shelf
        for (coupon, _), sale_id in shelf.coupons.items():
            sale, _ = shelf.sales[sale_id]
            assert any(x.promotion_id == "coupon" for line in sale.cart.lines for x in line.discounts), coupon
        days = {day for _, _, day, _ in shelf.uses}
        for day in days:
            assert sum(count for name, _, when, count in shelf.uses if (name, when) == ("daily", day)) <= 2

    def check_dates(self) -> None:
        """Nothing was expired when its payment began, and no dated food was sold without its date."""
        shelf = self.lane.store.shelf
        began = {attempt.sale_id: attempt.started_at for attempt in shelf.attempts.values()}
        for sale, _ in shelf.sales.values():
            for line in (priced.line for priced in sale.cart.lines):
                assert not line.lot.expired(began.get(sale.sale_id, sale.completed_at)), line
                assert line.lot.dated or line.item.sku != GIMBAP.sku, line

    def check_rules(self) -> None:
        """Nothing was against a sale by the rules that the till had when a payment for it began."""
        shelf, catalogue = self.lane.store.shelf, self.lane.catalogue
        for attempt in shelf.attempts.values():
            if attempt.sale_id not in shelf.sales:
                continue
            known = [one for one in self.published if one[0] < attempt.started_at]
            if not known:
                continue
            _, rules, recalls = known[-1]
            sale, _ = shelf.sales[attempt.sale_id]
            lines = [replace(x.line, item=catalogue.items[x.line.item.sku]) for x in sale.cart.lines]
            # The age of the list is the link's matter: here it is what let the sale begin.
            context = CheckContext(at=attempt.started_at, shop="here", list_as_of=attempt.started_at)
            found = check_cart(lines, SaleRules(rules, recalls), context)
            assert not [one for one in found if one.blocks or one.remedy.value == "person"], found

    @rule(
        chosen=st.sets(st.sampled_from(range(len(RULES))), max_size=2),
        recalls=st.sampled_from(RECALLS),
        told=st.booleans(),
    )
    def publish(self, chosen: set[int], recalls: tuple[Recall, ...], told: bool) -> None:
        lane = self.lane
        lane.catalogue.rules = tuple(restriction_from(RULES[place]) for place in sorted(chosen))
        lane.catalogue.recalled = recalls
        lane.catalogue.version += 1
        self.published.append((lane.clock.now(), lane.catalogue.rules, recalls))
        if told:
            lane.do("catalogue_changed")

    @rule(
        chosen=st.sets(st.sampled_from(range(len(RULES))), max_size=2),
        recalls=st.sampled_from(RECALLS),
        told=st.booleans(),
        late=st.booleans(),
    )
    def published_while_somebody_buys(
        self, chosen: set[int], recalls: tuple[Recall, ...], told: bool, late: bool
    ) -> None:
        """The steps in which a rule may come too late, which chance alone seldom puts in a row."""
        lane = self.lane
        lane.show(MILK, ai10="B7", after=3)
        lane.show_ean(COLA, after=3)
        if late:
            lane.do("pay")
        self.publish(chosen, recalls, told)
        lane.clock.seconds += 1
        lane.terminal.plans.clear()
        lane.pay_by_card()

    @rule(item=st.sampled_from(ITEMS))
    def scan(self, item: Any) -> None:
        self.lane.scan(item if item.gtin else "9999999999999")

    @rule(code=st.sampled_from([MEMBER_CODE, "hQVDUFYwMTEyMzQ1", "garbage", "", "2700011045007", "2800011012500"]))
    def scan_odd(self, code: str) -> None:
        self.lane.scan(code, symbology="QR" if code.startswith("h") else "EAN-13")

    @rule(code=st.sampled_from([*SIGNED, "TELCO:5550123456"]))
    def coupon(self, code: str) -> None:
        self.lane.scan(code, symbology="QR")

    @rule(coupon=st.booleans())
    def without(self, coupon: bool) -> None:
        self.lane.do("remove_coupon" if coupon else "remove_partner", "C1" if coupon else "telco")

    @rule(off=st.integers(-1, 3000), reason=st.sampled_from(["shelf_price", "damaged", "because"]))
    def lower_price(self, off: int, reason: str) -> None:
        lane = self.lane
        lines = lane.seen.cart.lines
        if lines:
            lane.do("call_staff", "price", lines[-1].line.item.sku)
            lane.sign_in("111111")
            staff = lane.seen.staff
            for request in staff.requests if staff else ():
                lane.do("staff_lower_price", request.request_id, lines[-1].unit_price - off, reason)
            lane.do("staff_sign_out")

    @rule(
        item=st.sampled_from([MILK, COLA, GIMBAP, PORK, BEER]),
        showing=st.integers(0, 3),
        more=st.sampled_from(
            [
                {},
                {"ai17": "261120"},
                {"ai17": "261130", "ai10": "B7"},
                {"ai7003": "2611211002"},
                {"ai7003": "2611211002", "ai21": "1"},
                {"ai21": "2"},
                {"ai3103": "000500"},
                {"ai3920": "4500"},
            ]
        ),
    )
    def show(self, item: CatalogueItem, showing: int, more: dict[str, Any]) -> None:
        self.lane.show(item, showing=showing, after=0.5, **more)

    @rule(item=st.sampled_from([MILK, COLA, GIMBAP, PORK, BEER]), showing=st.integers(0, 3))
    def show_ean(self, item: CatalogueItem, showing: int) -> None:
        self.lane.show_ean(item, showing=showing, after=0.5)

    @rule(event=st.sampled_from(UNREADABLE))
    def unreadable(self, event: CodeMissed | CodeRefused | CodesDiffer) -> None:
        self.lane.session.scan(event)
        self.lane.run()

    @rule(command=st.sampled_from(SIMPLE))
    def simple(self, command: str) -> None:
        self.lane.do(command)

    @rule(command=st.sampled_from(SIMPLE), count=st.integers(0, 5))
    def simple_half_way(self, command: str, count: int) -> None:
        getattr(self.lane.session, command)()
        for _ in range(count):
            self.lane.step()

    @rule(line=st.integers(1, 9), quantity=st.integers(-1, 120))
    def edit(self, line: int, quantity: int) -> None:
        self.lane.do("set_quantity", str(line), quantity)
        if quantity % 3 == 0:
            self.lane.do("reweigh", str(line))

    @rule(grams=st.integers(-5, 3000), state=st.sampled_from(ScaleState))
    def scale(self, grams: int, state: ScaleState) -> None:
        self.lane.weigh(grams, state)

    @rule(sku=st.sampled_from([APPLE.sku, BAG.sku, "nothing", BEER.sku]), quantity=st.integers(-1, 120))
    def choose(self, sku: str, quantity: int) -> None:
        self.lane.do("choose_without_barcode", sku)
        self.lane.do("add_bag", sku, quantity)

    @rule(
        sku=st.sampled_from([CHAIR.sku, BEER.sku, "nothing"]),
        quantity=st.integers(-1, 5),
        way=st.sampled_from([CARRY_OUT, SHIP, Fulfilment(FulfilmentKind.PICK_UP, "near")]),
    )
    def order(self, sku: str, quantity: int, way: Fulfilment) -> None:
        self.lane.do("order", sku, quantity, way)

    @rule(
        plan=st.sampled_from([*PLANS, "", "approve", "approve", "lost_approved", "partial"]),
        amount=st.sampled_from([0, 0, 1, 1000, 2800, 99999]),
    )
    def tender(self, plan: str, amount: int) -> None:
        if plan and not self.lane.terminal.plans:
            self.lane.terminal.plans.append(plan)
        self.lane.do("choose_tender", "card", amount)

    @rule(tender=st.sampled_from(["card:bc", "card:blue", ""]))
    def named_card(self, tender: str) -> None:
        self.lane.do("choose_card", tender)

    @rule(amount=st.sampled_from([1, 1000, 2800, 99999]), serial=st.sampled_from(["AAAABBBB", "CCCCDDDD", "EEEEFFFF"]))
    def voucher(self, amount: int, serial: str) -> None:
        self.lane.scan(f"BV1.{serial}.{amount}.KRW.20271231.{'G' * 86}", symbology="QR")

    @rule(answer=st.sampled_from(["consumer", "business", "none", "none", "change", "back", "maybe"]))
    def cash_receipt(self, answer: str) -> None:
        self.lane.do("cash_receipt", answer, "1208800767" if answer == "business" else "01012345678")

    @rule(plan=st.sampled_from([p for p in PLANS if p != "lost_before"]))
    def tap(self, plan: str) -> None:
        self.lane.terminal.tap(plan)
        self.lane.run()

    @rule(plan=st.sampled_from(["approve", "lost_approved", "lost_before", "decline"]))
    def reversal(self, plan: str) -> None:
        if not self.lane.terminal.reversal_plans:
            self.lane.terminal.reversal_plans.append(plan)

    @rule(seconds=st.sampled_from([0.2, 1, 5, 31, 61, 121]))
    def wait(self, seconds: float) -> None:
        self.lane.pass_time(seconds, step=max(seconds / 5, 0.2))

    @rule(up=st.booleans(), reachable=st.booleans())
    def weather(self, up: bool, reachable: bool) -> None:
        self.lane.central.up, self.lane.terminal.reachable = up, reachable

    @rule(fail=st.lists(st.booleans(), max_size=3))
    def bad_disk(self, fail: list[bool]) -> None:
        self.lane.writer.failures.extend(fail)

    @rule(reason=st.sampled_from(["help", "age", "payment", "scale"]))
    def call(self, reason: str) -> None:
        self.lane.do("call_staff", reason, APPLE.sku if reason == "scale" else "")

    @rule(pin=st.sampled_from(["111111", "222222", "333333", "000000", "x"]))
    def sign_in(self, pin: str) -> None:
        self.lane.do("staff_sign_in", pin)

    @rule(approve=st.booleans(), first=st.booleans())
    def decide(self, approve: bool, first: bool) -> None:
        staff = self.lane.seen.staff
        if staff is None or not staff.requests:
            return
        request = staff.requests[0 if first else -1]
        if request.kind == "unknown_payment":
            # Staff look at the terminal's own slip: what they say is true.
            attempt = self.lane.store.shelf.attempts[request.reference]
            approve = attempt.service_id in self.lane.terminal.kept and attempt.state.value != "review"
        self.lane.do("staff_decide", request.request_id, approve, "seen")

    @rule(reason=st.sampled_from(["staff", "hardware", "technician"]))
    def close(self, reason: str) -> None:
        self.lane.do("close", reason)
        self.lane.do("open")

    @rule(name=st.sampled_from(["hand", "scale"]), online=st.booleans())
    def device(self, name: str, online: bool) -> None:
        self.lane.do("device_changed", name, "scanner" if name == "hand" else "scale", online, "cable")

    @rule()
    def restart(self) -> None:
        self.lane.restart()

    @precondition(lambda self: self.lane.stage() is Stage.PAYING)
    @rule(point=st.sampled_from(["K4.before", "K5.before", "K5.after", "K6.before", "K6.after", "K7.before"]))
    def die(self, point: str) -> None:
        self.lane.kill_at = point
        self.lane.terminal.tap("approve")
        try:
            self.lane.run()
        except Killed:
            self.lane.restart()
        self.lane.kill_at = ""

    @invariant()
    def books_hold(self) -> None:
        self.lane.check_books(settled=False)
        assert not self.faults.found, self.faults.found

    @invariant()
    def the_snapshot_agrees_with_itself(self) -> None:
        seen = self.lane.seen
        assert seen.to_pay <= seen.cart.total
        assert (seen.done is not None) == (seen.stage in (Stage.DONE, Stage.ORDER_KEPT))
        assert (seen.weigh is not None) == (seen.stage is Stage.WEIGHING)
        if seen.stage in (Stage.IDLE, Stage.DONE, Stage.ORDER_KEPT, Stage.CLOSED):
            assert seen.cart.lines == ()
            assert seen.member == ""
            assert seen.payment is None
        if seen.staff is not None and not seen.staff.signed_in:
            assert seen.staff.requests == ()


AnyShop.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestAnyShop = AnyShop.TestCase
