"""A station's store in memory that keeps the promises of `UnitOfWork` and `Writer`, and can fail on demand."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.pricing_context import Used
from kiosk.domain.sale import OPEN_STATES, PaymentAttempt, Sale


@dataclass
class Shelf:
    """Everything durable; copied at the start of a transaction so that a failing one leaves no trace."""

    journal: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    attempts: dict[str, PaymentAttempt] = field(default_factory=dict)
    sales: dict[str, tuple[Sale, str]] = field(default_factory=dict)
    paid_by: dict[str, str] = field(default_factory=dict)
    cart: tuple[str, datetime | None] | None = None
    service: int = 0
    receipt: int = 0
    stock: dict[str, int] = field(default_factory=dict)
    prints: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    coupons: dict[tuple[str, str], str] = field(default_factory=dict)
    uses: list[tuple[str, str, date, int]] = field(default_factory=list)

    def copy(self) -> "Shelf":
        return Shelf(
            list(self.journal),
            dict(self.attempts),
            dict(self.sales),
            dict(self.paid_by),
            self.cart,
            self.service,
            self.receipt,
            dict(self.stock),
            dict(self.prints),
            dict(self.values),
            dict(self.coupons),
            list(self.uses),
        )


class FakeUnit:
    """Implements `UnitOfWork` on a `Shelf`."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def append(self, kind: str, body: Mapping[str, object]) -> int:
        self.shelf.journal.append((kind, dict(body)))
        return len(self.shelf.journal)

    def keep_cart(self, document: str | None, kept_at: datetime | None = None) -> None:
        self.shelf.cart = None if document is None else (document, kept_at)

    def kept_cart(self) -> tuple[str, datetime | None] | None:
        return self.shelf.cart

    def next_service_id(self) -> str:
        self.shelf.service += 1
        return f"Q{self.shelf.service}"

    def put_attempt(self, attempt: PaymentAttempt) -> None:
        self.shelf.attempts[attempt.attempt_id] = attempt

    def attempts_open(self) -> Sequence[PaymentAttempt]:
        return [x for x in self.shelf.attempts.values() if x.state in OPEN_STATES]

    def attempt(self, attempt_id: str) -> PaymentAttempt | None:
        return self.shelf.attempts.get(attempt_id)

    def next_receipt_number(self) -> int:
        self.shelf.receipt += 1
        return self.shelf.receipt

    def put_sale(self, sale: Sale, document: str) -> None:
        if sale.sale_id in self.shelf.sales:
            raise ValueError(f"sale {sale.sale_id} is there already")
        for tender in sale.tenders:
            if tender.attempt_id in self.shelf.paid_by:
                raise ValueError(f"attempt {tender.attempt_id} pays another sale")
            self.shelf.paid_by[tender.attempt_id] = sale.sale_id
        self.shelf.sales[sale.sale_id] = (sale, document)

    def sale_of_attempt(self, attempt_id: str) -> str | None:
        return self.shelf.paid_by.get(attempt_id)

    def lower_stock(self, sku: str, quantity: int, at: datetime) -> None:
        self.shelf.stock[sku] = self.shelf.stock.get(sku, 0) - quantity

    def coupon_sale(self, coupon: str, serial: str) -> str | None:
        return self.shelf.coupons.get((coupon, serial))

    def use_coupon(self, coupon: str, serial: str, sale_id: str, at: datetime) -> bool:
        return self.shelf.coupons.setdefault((coupon, serial), sale_id) == sale_id

    def note_uses(self, sale_id: str, member: str, day: date, uses: Mapping[str, int]) -> None:
        self.shelf.uses.extend((promotion, member, day, count) for promotion, count in uses.items())

    def promotion_uses(self, member: str, day: date) -> Mapping[str, Used]:
        found: dict[str, Used] = {}
        for promotion, whose, when, count in self.shelf.uses:
            before = found.get(promotion, Used())
            mine = count if member and whose == member else 0
            found[promotion] = Used(before.by_member + mine, before.today + count * (when == day))
        return found

    def put_print_state(self, sale_id: str, state: str) -> None:
        self.shelf.prints[sale_id] = state

    def print_state(self, sale_id: str) -> str | None:
        return self.shelf.prints.get(sale_id)

    def value(self, key: str) -> str | None:
        return self.shelf.values.get(key)

    def put_value(self, key: str, value: str) -> None:
        self.shelf.values[key] = value


class FakeStore:
    """The durable part: it outlives a killed session."""

    def __init__(self) -> None:
        self.shelf = Shelf()

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.shelf.journal]

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        return [body for name, body in self.shelf.journal if name == kind]


class FakeWriter:
    """Implements `Writer`: works wait in `waiting` until `step` commits one and posts its answer."""

    def __init__(self, store: FakeStore, post: Callable[[Callable[[], None]], None]) -> None:
        self._store, self._post = store, post
        self.waiting: deque[tuple[Callable[[UnitOfWork], Any], Callable[[Any], None], Callable[[Exception], None]]]
        self.waiting = deque()
        self.failures: deque[bool] = deque()  # True: the next commit fails

    def submit(
        self,
        work: Callable[[UnitOfWork], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.waiting.append((work, done, failed))

    def step(self) -> None:
        work, done, failed = self.waiting.popleft()
        shelf = self._store.shelf.copy()
        try:
            answer = work(FakeUnit(shelf))
            if self.failures and self.failures.popleft():
                raise OSError("the disk is full")
        except Exception as fault:
            problem = fault
            self._post(lambda: failed(problem))
            return
        self._store.shelf = shelf
        self._post(lambda: done(answer))
