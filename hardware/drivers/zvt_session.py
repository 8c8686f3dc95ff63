"""The register's standing with one ZVT terminal: a connection for each sequence of commands, and the registration."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from hardware.codecs.zvt import commands, words
from hardware.codecs.zvt.apdu import POSITIVE, Apdu, negative
from hardware.codecs.zvt.messages import Abort, Completion, IntermediateStatus
from hardware.codecs.zvt.printing import PrintBlock, PrintLine
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.codecs.zvt.words import Meaning
from hardware.drivers.zvt_currency import currency_name
from hardware.drivers.zvt_dialogue import Dialogue, Ending, Refused, StopSwitch
from hardware.drivers.zvt_link import ApduLink
from hardware.drivers.zvt_receipts import ReceiptBook
from hardware.drivers.zvt_settings import ZvtSettings
from hardware.drivers.zvt_settle import Memory
from hardware.errors import DeviceError, DeviceOffline
from hardware.ports.payment_terminal import TerminalEvent, TerminalNews

_PRINTER_NOT_READY = 0xCC


class Unready(DeviceError):
    """The terminal answers and will not work now; nothing was done. `meaning` sorts why."""

    def __init__(self, message: str, meaning: Meaning = Meaning.NEEDS_ATTENTION) -> None:
        super().__init__(message)
        self.meaning = meaning


def _no_news(_news: TerminalNews) -> None:
    return None


def _accepted(_told: StatusInformation) -> Apdu:
    return POSITIVE


class Hearing:
    """Hears one command out: results, receipts, and news for the shopper.

    `accept` answers a result; what it raises ends the command.
    """

    def __init__(
        self,
        prints: bool = True,
        on_news: Callable[[TerminalNews], None] = _no_news,
        accept: Callable[[StatusInformation], Apdu] = _accepted,
    ) -> None:
        self._prints = prints
        self._on_news = on_news
        self._accept = accept
        self.told: list[StatusInformation] = []
        self.book = ReceiptBook()
        self.card_number_seen = False

    def tell(self, event: TerminalEvent, text: str = "") -> None:
        """Tell news; a screen's fault must not cost the answer."""
        with contextlib.suppress(Exception):
            self._on_news(TerminalNews(event, text))

    def taken_up(self) -> None:
        """Say that the terminal waits for a card."""
        self.tell(TerminalEvent.WAITING_FOR_CARD)

    def intermediate(self, told: IntermediateStatus) -> None:
        """Tell what the terminal does, with its own words."""
        self.card_number_seen = self.card_number_seen or told.card_number_seen
        self.tell(words.event_of(told.code), told.text)

    def status(self, told: StatusInformation) -> Apdu:
        """Take a result; one that is told again is answered again and counts once."""
        self.card_number_seen = self.card_number_seen or told.card_number_seen
        if told in self.told:
            return POSITIVE
        self.told.append(told)
        return self._accept(told)

    def printed(self, told: PrintLine | PrintBlock) -> Apdu:
        """Take a line or block, unless nobody here prints."""
        if not self._prints:
            return negative(_PRINTER_NOT_READY)
        self.book.take(told)
        return POSITIVE


class Session:
    """Connects for each sequence of commands and registers where the terminal does not know this register.

    A terminal forgets a register when it restarts; it says so (6B), and is told again.
    """

    def __init__(self, settings: ZvtSettings, link: ApduLink, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._link = link
        self._clock = clock
        self._registered = False
        self._closed = threading.Event()
        self._free_at = clock()
        self.terminal_id = ""
        self.wants = ""  # what the terminal said at registration that it needs before it pays

    @contextlib.contextmanager
    def connection(self) -> Iterator[Dialogue]:
        """Connect, let commands be given, and disconnect. Raises `DeviceOffline` when nobody is there."""
        rest = self._free_at - self._clock()
        if self._closed.wait(rest) if rest > 0 else self._closed.is_set():
            raise DeviceOffline("The driver of the payment terminal is closed.")
        self._link.open()
        try:
            if self._closed.is_set():
                raise DeviceOffline("The driver of the payment terminal is closed.")
            yield Dialogue(self._link, self._settings.pace, self._clock)
        finally:
            self._link.close()
            self._free_at = self._clock() + self._settings.pace.breath

    def close(self) -> None:
        """Break what runs, and connect no more; may be called from another thread."""
        self._closed.set()
        self._link.close()

    def register(self, dialogue: Dialogue) -> None:
        """Make this register known, unless it is. Raises `Unready` when the terminal will not have it."""
        if self._registered:
            return
        settings = self._settings
        tags = commands.kiosk_tags(settings.columns) if settings.prints else []
        command = commands.registration(settings.password, settings.config_byte, settings.currency_number, tags=tags)
        ending = dialogue.run(command, Hearing())
        if not isinstance(ending, Completion):
            raise unready(ending, "The terminal does not let this register in")
        if ending.currency is not None and ending.currency != settings.currency_number:
            told = currency_name(ending.currency)
            raise Unready(f"The terminal counts in {told}, the setting currency says {settings.currency}.")
        wanted = settings.terminal_id
        if wanted and ending.terminal_id and ending.terminal_id != wanted:
            raise Unready(f"The terminal {ending.terminal_id} answers, the setting terminal_id says {wanted}.")
        self.terminal_id = ending.terminal_id or self.terminal_id
        self.wants = "an initialisation" if ending.initialisation_due else ""
        self.wants = "a diagnosis" if ending.diagnosis_due else self.wants
        # What it wants it says at each registration, so that one that wants something is asked again.
        self._registered = not self.wants

    def run(self, dialogue: Dialogue, command: Apdu, hearing: Hearing, switch: StopSwitch | None = None) -> Ending:
        """Give a command to a terminal that knows this register; one that it refused for want of that once more."""
        self.register(dialogue)
        ending = dialogue.run(command, hearing, switch)
        if _unknown_register(ending) and not hearing.told:
            self._registered = False
            self.register(dialogue)
            ending = dialogue.run(command, hearing, switch)
        return ending

    def memory(self, dialogue: Dialogue) -> Memory:
        """Ask for the last transaction, without a charge and without print. Raises `Unready` while it is busy."""
        hearing = Hearing()
        ending = self.run(dialogue, commands.repeat_receipt(self._settings.password), hearing)
        if hearing.told:
            return Memory(hearing.told[-1], receipts=hearing.book.receipts(), terminal_id=self.terminal_id)
        code = 0 if isinstance(ending, Completion) else (ending.code or 0)
        if words.meaning_of(code) is Meaning.BUSY:
            raise unready(ending, "The terminal is busy")
        return Memory(None, code, taken_up=not isinstance(ending, Refused), terminal_id=self.terminal_id)


def unready(ending: Ending, what: str) -> Unready:
    """Say why a command was refused or stopped."""
    code = 0 if isinstance(ending, Completion) else (ending.code or 0)
    text = ending.text if isinstance(ending, Abort) else ""
    return Unready(f"{what} ({text or words.word_of(code)}).", words.meaning_of(code))


def _unknown_register(ending: Ending) -> bool:
    return (
        isinstance(ending, Refused | Abort)
        and ending.code is not None
        and words.meaning_of(ending.code) is Meaning.NOT_REGISTERED
    )
