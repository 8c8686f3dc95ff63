"""What all use cases of one till share: its ports, its settings, its state, and how they change it."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.ports import TillPorts, UnitOfWork
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.session_state import TillState, Visit
from kiosk.domain.cart import Cart, CartError
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.checkout_state import TABLE, ImpossibleStep, Stage, Step, follow
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.scanned_code import ScanRules
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
T = TypeVar("T")

MONEY_MOVES = frozenset(
    {Stage.OPENING_ATTEMPT, Stage.PAYING, Stage.CANCELLING, Stage.CHECKING_PAYMENT, Stage.COMPLETING}
)
AFTER_SALE = frozenset({Stage.DONE, Stage.ORDER_KEPT})


def empty_price(currency: str) -> PricedCart:
    """The price of a cart with nothing in it."""
    return PricedCart(currency, (), 0, 0, (), 0, ())


class Floor:
    """The shared ground of one till's use cases; lives on the session's thread."""

    def __init__(self, till: TillPorts, settings: SessionSettings, publish: Callable[[], None]) -> None:
        self.till = till
        self.settings = settings
        self._publish = publish
        self.state = TillState(self._fresh_visit(settings.language))
        self.state.active_at = till.clock.monotonic()

    # time and stage

    @property
    def visit(self) -> Visit:
        """The shopper who is here now."""
        return self.state.visit

    def monotonic(self) -> float:
        return self.till.clock.monotonic()

    def now(self) -> datetime:
        return self.till.clock.now()

    def seconds(self, setting: float) -> float:
        """A time of the settings, stretched for shoppers who asked for more."""
        return setting * (self.settings.long_time_factor if self.visit.long_time else 1)

    def at(self, *stages: Stage) -> bool:
        """Whether the journey stands at one of `stages`."""
        return self.state.stage in stages

    def can(self, step: Step) -> bool:
        """Whether the journey has a row for `step` now."""
        return (self.state.stage, step) in TABLE

    def go(self, step: Step) -> None:
        """Follow the journey; raises `ImpossibleStep` when it has no such row."""
        self.state.stage = follow(self.state.stage, step)
        if step is Step.BACK:
            # The cart shows what any card pays, and what was chosen for another amount is asked anew.
            self.visit.tender, self.visit.months = "", 0

    def active(self) -> None:
        """The shopper did something: every count starts anew."""
        self.state.active_at = self.monotonic()
        self.visit.timeout = None

    # visits

    def new_visit(self, *, same_person: bool = False) -> Visit:
        """Forget the shopper who was here, whole, and start with an empty cart.

        `same_person` keeps the language and the longer times that were chosen, and a call for staff. Requests
        with a reference are about a device or a payment and stay until staff close them.
        """
        last = self.visit
        called = last.call.call_id if last.call is not None else ""
        if not same_person:
            self.state.requests = [r for r in self.state.requests if r.reference not in ("", called)]
        self.state.visit = self._fresh_visit(last.language if same_person else self.settings.language)
        self.state.visit.long_time = same_person and last.long_time
        self.state.visit.call = last.call if same_person else None
        self.active()
        return self.visit

    def leave_visit(self) -> None:
        """The shopper is gone, and so is the last code that was read."""
        self.new_visit()
        self.state.last_read.clear()

    def _fresh_visit(self, language: str) -> Visit:
        currency = self.till.catalogue.head().currency
        nothing = empty_price(currency)
        return Visit(
            sale_id=self.till.identifiers.new_id(),
            started_at=self.till.clock.now(),
            cart=Cart(currency),
            priced=nothing,
            charged=nothing,
            to_order=nothing,
            language=language,
        )

    # what the shopper is told

    def say(
        self,
        kind: NoticeKind,
        item: CatalogueItem | None = None,
        amount: int = 0,
        seconds: float | None = None,
        more: int = 0,
        count: int = 0,
        opens: datetime | None = None,
        name: LocalText | None = None,
    ) -> None:
        """Show one sentence for a while."""
        self.state.notice_number += 1
        lasting = self.seconds(self.settings.notice_time if seconds is None else seconds)
        until, number = self.monotonic() + lasting, self.state.notice_number
        self.visit.notice = Notice(kind, item, amount, until, number, more, count, opens, name)

    def cue(self, sound: str) -> None:
        """Play a sound with the next snapshot."""
        self.state.sound = sound
        self.state.sound_number += 1

    # what codes mean

    def scan_rules(self) -> ScanRules:
        """How codes are understood with the catalogue in use."""
        till = self.till
        currency = till.catalogue.head().currency
        return ScanRules(till.catalogue.in_store_templates(), till.dictionary, till.profiles, currency)

    # writing and coming back

    def commit(
        self,
        work: Callable[[UnitOfWork], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue a durable commit; the answers come back guarded, each followed by a new snapshot."""
        self.till.writer.submit(work, self.guarded1(done), self.guarded1(failed))

    def journal(self, kind: EntryKind, body: Mapping[str, object]) -> None:
        """Note something that nothing waits for."""

        def done(sequence: int) -> None:
            self.state.last_sequence = max(self.state.last_sequence, sequence)

        def failed(fault: Exception) -> None:
            log.error("journal entry %s not kept: %s", kind.value, fault)

        self.commit(lambda unit: unit.append(kind.value, body), done, failed)

    def guarded1(self, act: Callable[[T], None]) -> Callable[[T], None]:
        """An answer with one value as the session takes it: nothing escapes, and the screens learn of it."""

        def answer(value: T) -> None:
            self.guard(lambda: act(value))

        return answer

    def guard(self, act: Callable[[], None]) -> None:
        """Run one command or answer to its end; an impossible one is logged and changes nothing."""
        self.quietly(act)
        self._publish()

    def quietly(self, act: Callable[[], None]) -> None:
        """As `guard`, but the screens learn of it only with the next guarded act."""
        try:
            act()
        except (ImpossibleStep, CartError) as refusal:
            log.info("ignored: %s", refusal)
        except Exception:
            log.exception("a command failed at stage %s", self.state.stage.value)
