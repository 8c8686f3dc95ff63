"""Speak to a card terminal over ZVT, on TCP or a serial line.

A payment is final at the terminal once its result and its receipts are acknowledged. `on_result` (see
`ConfirmsResults`) lets the register keep an approval durably before that; without it the driver acknowledges by
itself, and after a crash the approval is found by asking for the last transaction, which is the same question as
after every lost answer. The numbers to compare it with are in the mark, which the register wrote down before.
"""

import contextlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import POSITIVE, Apdu, negative
from hardware.codecs.zvt.commands import Mirror, PaymentWishes
from hardware.codecs.zvt.messages import Completion
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.codecs.zvt.words import Meaning
from hardware.drivers.zvt_dialogue import Dialogue, Ending, Refused, StopSwitch
from hardware.drivers.zvt_guard import forgets, why_not_reversed, why_not_sent
from hardware.drivers.zvt_link import ApduLink, NotTaken
from hardware.drivers.zvt_mark import Counting, read_handle, read_mark, with_day
from hardware.drivers.zvt_receipts import ReceiptBook
from hardware.drivers.zvt_result import Asked, approval, end_of, moment
from hardware.drivers.zvt_services import ZvtServices, counted
from hardware.drivers.zvt_session import Hearing, Unready
from hardware.drivers.zvt_settings import ZvtSettings
from hardware.drivers.zvt_settle import Memory, Question, judge
from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalCapabilities,
    TerminalEvent,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)

_REMEMBERED = 64
_MOST = 10**12 - 1
_NOT_DELIVERED = 0xA0


@dataclass(frozen=True, slots=True)
class _Sent:
    """What this driver knows of a request that it sent."""

    at: float
    before: Counting
    allow_partial: bool


@dataclass(frozen=True, slots=True)
class _Errand:
    """A money request on its way: what was asked for, and how it is written once the counting is known."""

    request: MoneyRequest
    asked: Asked
    write: Callable[[PaymentWishes], Apdu]
    on_news: Callable[[TerminalNews], None] | None = None


class ZvtTerminal(ZvtServices):
    """One terminal, one dialogue at a time; every lost or doubtful answer is UNKNOWN, never "not paid".

    `link` moves the messages, `clock` gives seconds that only grow, `now` the register's own time with its zone.
    """

    def __init__(
        self,
        settings: ZvtSettings,
        link: ApduLink,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(settings, link, clock)
        self._now = now
        self._sent: OrderedDict[str, _Sent] = OrderedDict()
        self.on_result: Callable[[TerminalResult], bool] | None = None

    def capabilities(self) -> TerminalCapabilities:
        """What this driver can be asked for."""
        return TerminalCapabilities(
            partial_approval=True,
            reversal_by_reference=True,
            status_by_reference=False,
            refund_without_card=False,
            receipts=self._settings.prints,
            tried=False,
            extras=frozenset({"refund", "end_of_day", "display", "read_token", "age", "confirm"}),
        )

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """Ask for a payment and wait for its end.

        Raises `DeviceMisused` before anything is sent for what cannot be sent, and for an id that was sent before.
        """
        self._check(request)
        asked = Asked(Operation.PAYMENT, request.amount, request.currency, request.allow_partial)
        number = self._settings.currency_number
        write = lambda wishes: commands.authorisation(request.amount, number, wishes=wishes)  # noqa: E731
        return self._money(_Errand(request, asked, write, on_news))

    def refund(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """Give money to a card that is presented; `charged` is what was given."""
        self._check(request)
        asked = Asked(Operation.REFUND, request.amount, request.currency)
        password, number = self._settings.password, self._settings.currency_number
        write = lambda wishes: commands.refund(password, request.amount, number, wishes)  # noqa: E731
        return self._money(_Errand(request, asked, write, on_news))

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:  # noqa: ARG002
        """Give back a whole payment by its receipt number; the terminal keeps it until its end of day.

        `request` names this reversal; its `amount` is not used. Raises `DeviceMisused` for a part of a payment.
        """
        paid = read_handle(handle)
        if paid is None or paid.currency != self._settings.currency:
            return TerminalResult(Outcome.DECLINED, reason="unknown", message="The terminal knows no such payment.")
        if amount is not None and amount != paid.amount:
            raise DeviceMisused(f"A ZVT terminal gives back a payment wholly ({paid.amount}), not {amount} of it.")
        asked = Asked(Operation.REVERSAL, paid.amount, paid.currency, paid=paid)
        password, number = self._settings.password, self._settings.currency_number
        write = lambda _wishes: commands.reversal(password, paid.receipt, paid.amount, number)  # noqa: E731
        return self._money(_Errand(request, asked, write))

    def abort(self, running_service_id: str, service_id: str) -> bool:  # noqa: ARG002 - a ZVT command has no id
        """Ask to stop a running request; carried out while the terminal waits for a card, else refused.

        The command that stops has no id at a ZVT terminal, so `service_id` is not sent.
        """
        running, switch = self._running
        return running == running_service_id and switch.ask(self._settings.pace.answer + 1.0)

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:  # noqa: ARG002 - a ZVT command has no id
        """Ask for the terminal's last transaction and compare it with `original`; it may be asked for freely.

        NOT_FOUND says how long the terminal may still be at work with the request: believe the answer after that.
        """
        if not self._turn.acquire(timeout=self._settings.wait_for_turn):
            return TerminalStatus(StatusOutcome.IN_PROGRESS, message="A request of ours is still running.")
        try:
            with self._session.connection() as dialogue:
                memory = self._session.memory(dialogue)
        except Unready as reason:
            busy = reason.meaning is Meaning.BUSY
            return TerminalStatus(StatusOutcome.IN_PROGRESS if busy else StatusOutcome.UNREACHABLE, message=str(reason))
        except (DeviceOffline, DeviceGarbled) as silent:
            return TerminalStatus(StatusOutcome.UNREACHABLE, message=str(silent))
        else:
            return self._judged(original, memory)
        finally:
            self._turn.release()

    def close(self) -> None:
        """Break what runs (it ends UNKNOWN) and send nothing more."""
        self._session.close()

    def _judged(self, original: OriginalRequest, memory: Memory) -> TerminalStatus:
        sent = self._sent.get(original.service_id)
        before = sent.before if sent else read_mark(original.mark)
        remaining = self._settings.pace.word - self._age(original, sent)
        allow_partial = original.allow_partial or bool(sent and sent.allow_partial)
        question = Question(original, before, remaining, self._now(), allow_partial, fresh=sent is not None)
        verdict = judge(question, memory)
        self._counting = counted(before, memory)
        if self._open == original.service_id:
            self._open = ""
        charged = verdict.result is not None and verdict.result.outcome in (Outcome.APPROVED, Outcome.PARTIAL)
        if not charged and verdict.outcome is not StatusOutcome.UNPROVEN:
            self._counting = self._counting.after_failure()
        if verdict.result is None:
            return verdict
        handle = with_day(verdict.result.handle, self._counting)
        return replace(verdict, result=replace(verdict.result, handle=handle, mark=self._counting.text()))

    def _age(self, original: OriginalRequest, sent: _Sent | None) -> float:
        """How many seconds ago a request was sent, at least; a clock that was set back makes it 0."""
        if sent is not None:
            return self._clock() - sent.at
        try:
            return max(0.0, (self._now() - datetime.fromisoformat(original.requested_at)).total_seconds())
        except (ValueError, TypeError):  # no time, or one without a zone
            return 0.0

    def _money(self, errand: _Errand) -> TerminalResult:
        service_id = errand.request.service_id
        if not self._turn.acquire(timeout=self._settings.wait_for_turn):
            return TerminalResult(Outcome.BUSY, message="Another request to this terminal is still running.")
        switch = StopSwitch()
        try:
            if service_id in self._sent:
                raise DeviceMisused(f"The request {service_id} was sent before; ask for its status, or take a new id.")
            self._running = (service_id, switch)
            return self._led(errand, switch)
        finally:
            switch.end()
            self._turn.release()

    def _led(self, errand: _Errand, switch: StopSwitch) -> TerminalResult:
        service_id = errand.request.service_id
        hearing = self._hearing(errand)
        try:
            with self._session.connection() as dialogue:
                # Always asked anew: another register may have used the terminal. And one that follows the
                # synchronisation rule gives its last payment back when it is told the number before it.
                before = self._known(dialogue, mark=errand.request.mark)
                hindrance = self._hindrance(errand, before)
                if hindrance is not None:
                    return hindrance
                self._open = ""
                command = errand.write(self._wishes(errand.request, before))
                self._remember(service_id, _Sent(self._clock(), before, errand.asked.allow_partial))
                ending = self._session.run(dialogue, command, hearing, switch)
                doubtful = self._contradicts(dialogue, before, ending, hearing)
        except Unready as reason:
            self._sent.pop(service_id, None)
            busy = reason.meaning is Meaning.BUSY
            return TerminalResult(Outcome.BUSY if busy else Outcome.UNAVAILABLE, message=str(reason))
        except (DeviceOffline, DeviceGarbled) as problem:
            if service_id in self._sent and (switch.reached or not isinstance(problem, NotTaken)):
                self._open = service_id
                return TerminalResult(Outcome.UNKNOWN, message=str(problem))
            self._sent.pop(service_id, None)
            return TerminalResult(Outcome.NOT_SENT, message=str(problem))
        if doubtful:
            result = TerminalResult(
                Outcome.UNKNOWN, message="The terminal refused, and keeps an approval all the same."
            )
        else:
            result = end_of(errand.asked, ending, hearing.told, hearing.book.receipts(), self._now())
        return self._finished(service_id, self._after(before, ending, hearing.told), hearing, result)

    def _hindrance(self, errand: _Errand, now: Counting) -> TerminalResult | None:
        """Why nothing is sent, by what the terminal told right before; None when nothing speaks against it."""
        asked, mark = errand.asked, errand.request.mark
        unasked = self._sent.get(self._open)
        if unasked is not None and forgets(now, unasked.before, mark):
            message = f"Ask for the status of {self._open} first: the terminal keeps one result only."
            return TerminalResult(Outcome.BUSY, message=message)
        if asked.paid is not None:
            unsure = why_not_reversed(asked.paid, now, mark, self._session.terminal_id)
            if unsure:
                return TerminalResult(Outcome.DECLINED, reason="unsure", message=unsure, mark=now.text())
        unfit = why_not_sent(now, mark)
        if unfit:
            return TerminalResult(Outcome.NOT_SENT, message=unfit, mark=now.text())
        return None

    def _after(self, before: Counting, ending: Ending, told: Sequence[StatusInformation]) -> Counting:
        """Where the counting stands after our own request, and how its clock compares with ours."""
        if not told:
            return before if isinstance(ending, Refused) else before.after_silence()
        now = self._now()
        when = moment(told[-1], now)
        after = before.after(told[-1], ours=True)
        return after if when is None else replace(after, behind=int((now - when).total_seconds()))

    def _contradicts(self, dialogue: Dialogue, before: Counting, ending: Ending, hearing: Hearing) -> bool:
        """Whether a refusal cannot be believed: it ended as approvals do (06 0F), and there is a new one.

        A refusal ends with 06 1E; where it does not, the terminal's memory tells, at once and on the same connection.
        """
        told = hearing.told[-1] if hearing.told else None
        if told is None or told.approved or not isinstance(ending, Completion):
            return False
        try:
            last = self._session.memory(dialogue).last
        except (DeviceOffline, DeviceGarbled, Unready):
            return True
        return last is not None and last.approved and not before.knows(last)

    def _finished(self, service_id: str, after: Counting, hearing: Hearing, result: TerminalResult) -> TerminalResult:
        seen = result.card_number_seen or hearing.card_number_seen
        result = replace(result, handle=with_day(result.handle, after))
        if result.outcome is Outcome.UNKNOWN:
            self._open = service_id
            return replace(result, card_number_seen=seen)
        if result.outcome is Outcome.MISMATCH:
            self._counting = None  # figures of another request may be those of its numbers too: asked anew next time
            hearing.tell(TerminalEvent.FINAL)
            return replace(result, card_number_seen=seen)
        self._counting = after
        hearing.tell(TerminalEvent.FINAL)
        return replace(result, card_number_seen=seen, mark=after.text())

    def _hearing(self, errand: _Errand) -> Hearing:
        def accept(told: StatusInformation) -> Apdu:
            before = self._sent[errand.request.service_id].before
            if told.approved and before.knows(told):
                raise DeviceGarbled("The terminal answered with the result of an earlier request.")
            if told.approved and not self._kept(errand.asked, told, before):
                return negative(_NOT_DELIVERED)
            return POSITIVE

        if errand.on_news is None:
            return Hearing(self._settings.prints, accept=accept)
        return Hearing(self._settings.prints, errand.on_news, accept)

    def _kept(self, asked: Asked, told: StatusInformation, before: Counting) -> bool:
        """Let the register write an approval down; True when there is nobody who wants to."""
        keep = self.on_result
        if keep is None:
            return True
        result = approval(asked, told, ReceiptBook().receipts(), self._now())
        result = replace(result, handle=with_day(result.handle, before.after(told, ours=True)))
        answers: list[bool] = []

        # The terminal waits some seconds for its answer, whatever the register's disk does meanwhile.
        def write() -> None:
            with contextlib.suppress(Exception):  # not written down is all that it says
                answers.append(keep(result) is True)

        writing = threading.Thread(target=write, name="keep result", daemon=True)
        writing.start()
        writing.join(self._settings.keep_within)
        return answers[:1] == [True]

    def _wishes(self, request: MoneyRequest, before: Counting) -> PaymentWishes:
        return PaymentWishes(
            mirror=Mirror(before.receipt or None) if self._settings.synchronise else None,
            partial=request.allow_partial,
            language=request.language if self._settings.shopper_language else "",
        )

    def _check(self, request: MoneyRequest) -> None:
        if request.currency != self._settings.currency:
            raise DeviceMisused(f"The terminal counts in {self._settings.currency}, not in {request.currency!r}.")
        if not 0 < request.amount <= _MOST:
            raise DeviceMisused(f"A ZVT terminal takes 1 to {_MOST} minor units, not {request.amount}.")
        if request.months or request.wallet_code:
            raise DeviceMisused("A ZVT terminal takes neither instalments nor codes that the register read.")

    def _remember(self, service_id: str, sent: _Sent) -> None:
        """Never let one id out twice (payment.md 5, rule 2)."""
        self._sent[service_id] = sent
        while len(self._sent) > _REMEMBERED:
            self._sent.popitem(last=False)
