"""A benefit host without a wire, whose books tell the truth whatever answers get lost; and a lane that has one."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hardware.codecs.benefit_message import (
    read_balance,
    read_end,
    read_object,
    read_reserve,
    read_status,
    write_reserve,
)
from hardware.device_thread import DeviceWorker
from hardware.ports.benefit_host import (
    Balance,
    BenefitKind,
    EndOutcome,
    EndResult,
    HostHealth,
    ReservationState,
    ReservationStatus,
    ReserveOutcome,
    ReserveRequest,
    ReserveResult,
)
from hardware.simulators.benefit_ledger import BenefitLedger
from hardware.simulators.benefit_rules import BenefitRules, Told
from hardware.simulators.benefit_wire import spoiled
from kiosk.bootstrap.host_worker import HostQueue, HostWorker
from kiosk.checkout.ports import TillPorts
from kiosk.domain.qr_profile import ProfileKind, QrProfile
from kiosk.domain.sale import OPEN_STATES, AttemptState
from tests.fakes.lane import Lane

HOST_COUPON = QrProfile("app", ProfileKind.COUPON, r"APP:(?P<number>[A-Z0-9]+)", by_host=True)


class FakeBenefitHost:
    """Implements `BenefitHost` over the simulator's rules and codec; outlives a killed session.

    `plans` say how the next reservations go, `end_plans` the next burns and releases: approve, refuse, lost (done, the
    answer lost), lost_request, wrong_amount. `away`: no connection at all.
    """

    def __init__(self) -> None:
        self.ledger = BenefitLedger()
        self.rules = BenefitRules(self.ledger, "here", "KRW")
        self.plans: deque[str] = deque()
        self.end_plans: deque[str] = deque()
        self.away = False
        self.asked: list[tuple[str, str]] = []
        self.ahead = timedelta()
        self.able = frozenset(BenefitKind)
        self.before_reserve: Callable[[ReserveRequest], None] = lambda _: None

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC) + self.ahead

    def kinds(self) -> frozenset[BenefitKind]:
        return self.able

    def health(self) -> HostHealth:
        return HostHealth(not self.away)

    def balance(self, code: str, currency: str) -> Balance:
        self.asked.append(("balance", ""))
        return Balance(False) if self.away else read_balance(*_octets(self.rules.balance({"code": code})))

    def reserve(self, request: ReserveRequest) -> ReserveResult:
        self.before_reserve(request)
        self.asked.append(("reserve", request.reservation))
        if self.away:
            return ReserveResult(ReserveOutcome.NOT_SENT)
        plan = self.plans.popleft() if self.plans else "approve"
        if plan == "lost_request":
            return ReserveResult(ReserveOutcome.UNKNOWN)
        wish = read_object(write_reserve(request))
        told = self.rules.reserve(wish, self.now(), plan == "refuse")
        if plan == "lost":
            return ReserveResult(ReserveOutcome.UNKNOWN)
        status, octets = spoiled(plan, *told)
        return read_reserve(status, octets, request.reservation)

    def status(self, reservation: str) -> ReservationStatus:
        self.asked.append(("status", reservation))
        if self.away:
            return ReservationStatus(ReservationState.UNREACHABLE)
        self.rules.sweep(self.now())
        return read_status(*_octets(self.rules.tell(reservation)), reservation)

    def burn(self, reservation: str) -> EndResult:
        return self._end("burn", reservation)

    def release(self, reservation: str) -> EndResult:
        return self._end("release", reservation)

    def close(self) -> None:
        return

    def _end(self, act: str, reservation: str) -> EndResult:
        self.asked.append((act, reservation))
        plan = self.end_plans.popleft() if self.end_plans else "approve"
        if self.away or plan == "lost_request":
            return EndResult(EndOutcome.UNKNOWN)
        if plan == "refuse":
            return EndResult(EndOutcome.REFUSED, "host_refuses")
        self.rules.sweep(self.now())
        told = self.rules.burn(reservation) if act == "burn" else self.rules.release(reservation)
        if plan == "lost":
            return EndResult(EndOutcome.UNKNOWN)
        wanted = ReservationState.BURNED if act == "burn" else ReservationState.RELEASED
        return read_end(*_octets(told), reservation, wanted)


class SteppedWorker(DeviceWorker):
    """A worker without a thread: each job waits until the lane lets it happen."""

    def __init__(self) -> None:
        super().__init__("benefits")
        self.calls: deque[Callable[[], None]] = deque()

    def submit(
        self, job: Callable[[], Any], on_done: Callable[[Any], None], on_failed: Callable[[Exception], None]
    ) -> None:
        def run() -> None:
            try:
                made = job()
            except Exception as fault:
                on_failed(fault)
            else:
                on_done(made)

        self.calls.append(run)

    def step(self) -> None:
        self.calls.popleft()()


class HostLane(Lane):
    """A lane whose points, vouchers and app coupons are kept by a host."""

    def __init__(self, **more: Any) -> None:
        self.host = FakeBenefitHost()
        super().__init__(**more)

    def boot(self) -> "HostLane":
        super().boot()
        return self

    def _joined(self, ports: TillPorts) -> TillPorts:
        self.work = SteppedWorker()
        queue = HostQueue(self.host, self.work, self.queue.append)
        tenders = (BenefitKind.POINTS, BenefitKind.VOUCHER)
        hosts = {kind.value: HostWorker(queue, kind, ports.station, ports.shop) for kind in tenders}
        return replace(ports, hosts=hosts, benefits=queue, profiles=(HOST_COUPON, *ports.profiles))

    def _others_ready(self) -> list[Callable[[], None]]:
        return [self.work.step] if self.work.calls else []

    def check_host(self, *, calm: bool = True) -> None:
        """Conservation: what the host burned is what sales were paid with, and nothing stays held for nobody."""
        shelf = self.store.shelf
        paid = {
            f"K03.{shelf.attempts[tender.attempt_id].service_id}": tender.amount
            for sale, _ in shelf.sales.values()
            for tender in sale.tenders
            if tender.kind != "card"
        }
        used = {
            coupon["serial"]
            for body in self.store.bodies("sale.completed")
            for coupon in (body["pricing"] or {}).get("coupons", ())
            if coupon["source"] == "host"
        }
        for sale, _ in shelf.sales.values():
            assert sum(tender.amount for tender in sale.tenders) == sale.cart.total, "I-2"
        burned = self.host.ledger.burned()
        assert set(burned) <= set(paid) | used, "burned without a sale"
        if not calm:
            return
        assert {name: amount for name, amount in burned.items() if name not in used} == paid
        assert used <= set(burned)
        held = {one.reservation for one in self.host.ledger.all() if one.state == "reserved"}
        here = {f"K03.{part.service_id}" for part in self.session._floor.visit.taken}
        here |= {coupon.serial for coupon in self.session._floor.visit.cart.coupons}
        assert held <= here, f"held for nobody: {held - here}"
        still = {f"K03.{x.service_id}" for x in shelf.attempts.values() if x.state in OPEN_STATES}
        assert still <= here, "attempts without an end"
        ends = {x.state for x in shelf.attempts.values()}
        assert AttemptState.REVIEW not in ends


def _octets(told: Told) -> tuple[int, bytes]:
    return spoiled("approve", *told)
