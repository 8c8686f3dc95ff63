"""What a ZVT terminal does beside payments: its day, its display, its reader."""

import threading
from collections.abc import Callable
from dataclasses import replace

from hardware.codecs.zvt import commands, words
from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.messages import Abort, Completion
from hardware.codecs.zvt.words import Meaning
from hardware.drivers.zvt_currency import currency_name
from hardware.drivers.zvt_dialogue import Dialogue, Ending, StopSwitch
from hardware.drivers.zvt_link import ApduLink
from hardware.drivers.zvt_mark import Counting, read_mark
from hardware.drivers.zvt_session import Hearing, Session, Unready
from hardware.drivers.zvt_settings import ZvtSettings
from hardware.drivers.zvt_settle import Memory
from hardware.errors import DeviceGarbled, DeviceOffline
from hardware.ports.payment_terminal import HealthReport, MoneyRequest, TerminalHealth, TerminalNews
from hardware.ports.terminal_extras import Answer, BrandTotal, CardToken, DayTotals, TerminalAnswer

_HEALTH = {
    Meaning.BUSY: TerminalHealth.BUSY,
    Meaning.PAPER_OUT: TerminalHealth.PAPER_OUT,
    Meaning.END_OF_DAY_DUE: TerminalHealth.END_OF_DAY_DUE,
}
_CARD_WAIT = 30  # seconds a shopper has to present a card that is only read


class ZvtServices:
    """The part of the driver that moves no money.

    `_turn` is held by whoever leads a dialogue; `_open` names the request whose end nobody knows: until somebody
    asks for it nothing may be done that makes the terminal forget it.
    """

    def __init__(self, settings: ZvtSettings, link: ApduLink, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._clock = clock
        self._session = Session(settings, link, clock)
        self._turn = threading.Lock()
        self._open = ""
        self._counting: Counting | None = None
        self._running: tuple[str, StopSwitch] = ("", StopSwitch())

    @property
    def settings(self) -> ZvtSettings:
        """What it was made with."""
        return self._settings

    def health(self) -> HealthReport:
        """Ask the terminal how it is and where its counting stands; BUSY without asking while a dialogue runs."""
        if not self._turn.acquire(blocking=False):
            return HealthReport(TerminalHealth.BUSY, "A payment is running on this terminal.")
        try:
            with self._session.connection() as dialogue:
                return self._examined(dialogue)
        except Unready as reason:
            return HealthReport(_HEALTH.get(reason.meaning, TerminalHealth.NEEDS_ATTENTION), str(reason))
        except DeviceOffline as silent:
            return HealthReport(TerminalHealth.UNREACHABLE, str(silent))
        except DeviceGarbled as garbled:
            return HealthReport(TerminalHealth.NEEDS_ATTENTION, f"{garbled} Is a ZVT terminal at this address?")
        finally:
            self._turn.release()

    def end_of_day(self, service_id: str) -> DayTotals:  # noqa: ARG002 - a ZVT command has no id
        """Close the terminal's day; the payments of the day can then not be reversed any more."""
        if not self._turn.acquire(timeout=self._settings.wait_for_turn):
            return DayTotals(False, message="A request of ours is still running.")
        try:
            if self._open:
                return DayTotals(False, message=f"Ask for the status of {self._open} first: the terminal forgets it.")
            hearing = Hearing(self._settings.prints)
            with self._session.connection() as dialogue:
                ending = self._session.run(dialogue, commands.end_of_day(self._settings.password), hearing)
                return self._totals(ending, hearing, self._mark_after(dialogue, hearing))
        except (DeviceOffline, DeviceGarbled, Unready) as problem:
            self._counting = None
            return DayTotals(False, message=str(problem))
        finally:
            self._turn.release()

    def display(self, lines: tuple[str, ...], seconds: int, service_id: str) -> bool:  # noqa: ARG002 - a ZVT command has no id
        """Show up to eight lines on the terminal's screen; raises `DeviceMisused` for more."""
        command = commands.display_text(lines, seconds)
        if not self._turn.acquire(timeout=self._settings.wait_for_turn):
            return False
        try:
            with self._session.connection() as dialogue:
                self._session.register(dialogue)
                return dialogue.ask(command).is_positive
        except (DeviceOffline, DeviceGarbled, Unready):
            return False
        finally:
            self._turn.release()

    def read_token(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> CardToken:
        """Read a card without a charge; the terminal gives an identification of it, never its number."""
        hearing = Hearing(self._settings.prints, on_news)
        ending = self._read(request.service_id, commands.read_token(_CARD_WAIT), hearing)
        if not isinstance(ending, Completion):
            return CardToken(message=ending)
        told = hearing.told[-1] if hearing.told else None
        token = ending.token or (told.extras.token if told else "")
        message = "" if token else "The terminal gave no identification of the card."
        return CardToken(token, told.card_name if told else "", message)

    def verify_age(self, years: int, service_id: str) -> TerminalAnswer:
        """Ask a card whether its holder is at least so old; NONE when card or terminal cannot say."""
        hearing = Hearing(self._settings.prints)
        ending = self._read(service_id, commands.age_check(_CARD_WAIT, years), hearing)
        if not isinstance(ending, Completion):
            return TerminalAnswer(Answer.NONE, message=ending)
        told = [one.extras.age_answer for one in hearing.told if one.extras.age_answer is not None]
        answer = ending.age_answer if ending.age_answer is not None else (told[-1] if told else None)
        if answer not in (0, 1):
            return TerminalAnswer(Answer.NONE, message="The card or the terminal cannot say it.")
        return TerminalAnswer(Answer.YES if answer else Answer.NO)

    def _examined(self, dialogue: Dialogue) -> HealthReport:
        self._session.register(dialogue)
        started = self._clock()
        ending = self._session.run(dialogue, commands.status_enquiry(self._settings.password), Hearing())
        took = (self._clock() - started) * 1000
        if not isinstance(ending, Completion):
            code = ending.code or 0
            return HealthReport(
                _HEALTH.get(words.meaning_of(code), TerminalHealth.NEEDS_ATTENTION), words.word_of(code), took
            )
        # Somebody else may have used the terminal: what the register writes down with its next request must be new. A
        # request whose end nobody knows is asked about first.
        counting = self._known(dialogue, anew=not self._open)
        versions = {"software": ending.software} if ending.software else {}
        if self._session.terminal_id:
            versions["terminal"] = self._session.terminal_id
        status = ending.terminal_status or 0
        health, message = words.health_of(status), words.TERMINAL_STATUS.get(status, f"status {status:02X}")
        if health is TerminalHealth.READY and self._session.wants:
            health, message = TerminalHealth.NEEDS_ATTENTION, f"The terminal wants {self._session.wants}."
        return HealthReport(health, "" if health is TerminalHealth.READY else message, took, versions, counting.text())

    def _known(self, dialogue: Dialogue, anew: bool = True, mark: str = "") -> Counting:
        """Where the counting stands, asked for `anew`; the first time it follows what the register's `mark` says."""
        if self._counting is None or anew:
            known = self._counting or read_mark(mark)
            self._counting = counted(known, self._session.memory(dialogue))
        return self._counting

    def _read(self, service_id: str, command: Apdu, hearing: Hearing) -> Completion | str:
        """Read a card; gives the completion, or why there is none."""
        if not self._turn.acquire(timeout=self._settings.wait_for_turn):
            return "A request of ours is still running."
        switch = StopSwitch()
        self._running = (service_id, switch)
        try:
            if self._open:
                return f"Ask for the status of {self._open} first: the terminal keeps one result only."
            with self._session.connection() as dialogue:
                ending = self._session.run(dialogue, command, hearing, switch)
        except (DeviceOffline, DeviceGarbled, Unready) as problem:
            return str(problem)
        finally:
            switch.end()
            self._turn.release()
        return ending if isinstance(ending, Completion) else _why(ending)

    def _totals(self, ending: Ending, hearing: Hearing, mark: str) -> DayTotals:
        told = hearing.told[-1] if hearing.told else None
        receipts = hearing.book.receipts()
        if not isinstance(ending, Completion) or told is None or not told.approved:
            return DayTotals(False, receipt=receipts.all_lines, message=_why(ending), mark=mark)
        brands = told.totals.brands if told.totals else ()
        amount = told.amount if told.amount is not None else told.totals.amount if told.totals else None
        return DayTotals(
            known=amount is not None,
            closed=True,
            amount=amount or 0,
            currency=self._settings.currency if told.currency is None else currency_name(told.currency),
            count=told.totals.count if told.totals else None,
            brands=tuple(BrandTotal(brand.brand, brand.count, brand.amount) for brand in brands if brand.count),
            batch=f"{told.totals.first:04d}-{told.totals.last:04d}" if told.totals else "",
            terminal_id=told.terminal_id or self._session.terminal_id,
            receipt=receipts.all_lines,
            message="" if amount is not None else "The terminal closed its day and told no sum.",
            mark=mark,
        )

    def _mark_after(self, dialogue: Dialogue, hearing: Hearing) -> str:
        """Where the counting stands in the new day, "" when the terminal does not tell now."""
        self._counting = None
        try:
            memory = self._session.memory(dialogue)
        except (DeviceOffline, DeviceGarbled, Unready):
            return ""
        # The last transaction is told still, but whatever was paid until now belongs to a day that is over.
        counting = counted(Counting(self._session.terminal_id), memory)
        used = hearing.told[-1].trace if hearing.told else None
        self._counting = replace(counting, day=f"closed {counting.last}", trace=used or counting.trace)
        return self._counting.text()


def counted(before: Counting | None, memory: Memory) -> Counting:
    """Where the counting stands by what the terminal remembers; another terminal than before counts for itself."""
    known = before or Counting()
    if memory.told_by and memory.told_by != known.terminal_id:
        known = Counting(memory.told_by) if known.terminal_id else replace(known, terminal_id=memory.told_by)
    return known.after_nothing(memory.code) if memory.last is None else known.after(memory.last)


def _why(ending: Ending) -> str:
    if isinstance(ending, Completion):
        return "The terminal ended without a result."
    code = ending.code or 0
    text = ending.text if isinstance(ending, Abort) else ""
    return f"The terminal stopped ({text or words.word_of(code)})."
