"""The card reader and screen of a simulated nexo terminal: who waits for what, and the hand that answers."""

import threading
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from hardware.codecs.nexo_message import INPUT
from hardware.simulators.nexo_ledger import RequestKey
from hardware.simulators.nexo_script import BEFORE_CARD, Script, Scripted


class TerminalState(StrEnum):
    """What the terminal's screen would show."""

    OFF = "off"
    IDLE = "idle"
    WAITING_FOR_CARD = "waiting_for_card"
    AUTHORISING = "authorising"
    ASKING = "asking"  # a question for the shopper
    CARD_READ = "card_read"  # after a card acquisition: waits for the payment, or to be told that none comes


@dataclass(slots=True)
class Dialogue:
    """What runs at the terminal, and what hands did to it; `stopped` is Aborted, Cancel or ""."""

    key: RequestKey
    category: str
    state: TerminalState = TerminalState.WAITING_FOR_CARD
    tapped: bool = False
    stopped: str = ""
    answer: object = None


class Reader:
    """One dialogue at a time, guarded by `changed`; the scripts of what happens next; the hands of a shopper.

    `auto` holds a card by itself after so many seconds, None waits for `tap_card`.
    """

    def __init__(self, auto: float | None, card_timeout: float) -> None:
        self.auto = auto
        self.changed = threading.Condition()
        self.dialogue: Dialogue | None = None
        self.on = False
        self.scripts: deque[Script] = deque()
        self.reversal_scripts: deque[Script] = deque()
        self.shown: list[str] = []
        self.printed: list[str] = []
        self._card_timeout = card_timeout

    def power(self, on: bool) -> None:
        """Switch on or off; what waits is woken."""
        with self.changed:
            self.on = on
            if not on and self.dialogue and self.dialogue.state is TerminalState.CARD_READ:
                self.dialogue = None
            self.changed.notify_all()

    def state(self) -> TerminalState:
        """What the terminal is doing."""
        with self.changed:
            if not self.on:
                return TerminalState.OFF
            return self.dialogue.state if self.dialogue else TerminalState.IDLE

    def wait_for(self, state: TerminalState, timeout: float) -> bool:
        """Wait until the terminal is in a state."""
        with self.changed:
            return self.changed.wait_for(lambda: self.state() is state, timeout)

    def tap(self, wait: float) -> bool:
        """Hold a card to the reader; False when nothing asked for one within `wait` seconds."""
        return self._touched(wait, (TerminalState.WAITING_FOR_CARD,), "")

    def cancel(self, wait: float) -> bool:
        """Press the red button; False when neither a card nor an answer was asked for within `wait` seconds."""
        return self._touched(wait, (TerminalState.WAITING_FOR_CARD, TerminalState.ASKING), "Cancel")

    def reply(self, answer: object, wait: float) -> bool:
        """Answer the question on the screen: True, False, or the number of a choice from 1."""
        with self.changed:
            if not self.changed.wait_for(lambda: self._awaits((TerminalState.ASKING,)), wait) or self.dialogue is None:
                return False
            self.dialogue.answer = answer
            self.changed.notify_all()
            return True

    def abort(self, key: RequestKey, category: str) -> None:
        """Stop what runs under a key and category, as long as no card was read."""
        with self.changed:
            dialogue = self.dialogue
            if (
                dialogue
                and (dialogue.key, dialogue.category) == (key, category)
                and self._awaits((TerminalState.WAITING_FOR_CARD, TerminalState.ASKING))
            ):
                dialogue.stopped = "Aborted"
                self.changed.notify_all()

    def early_script(self) -> Script | None:
        """Take the next step if it answers before any card is there; called with the lock held."""
        return self.scripts.popleft() if self.scripts and self.scripts[0].outcome in BEFORE_CARD else None

    def card_held(self, dialogue: Dialogue) -> Script:
        """Wait for the card, then for the host, with the lock held; gives the step that counts at the card."""
        limit = self.auto if self.auto is not None else self._card_timeout
        self.changed.wait_for(lambda: dialogue.tapped or dialogue.stopped or not self.on, limit)
        if self.auto is not None and not dialogue.stopped:
            dialogue.tapped = True
        if not dialogue.tapped and not dialogue.stopped:
            dialogue.stopped = "Cancel"
        if dialogue.stopped or not self.on:
            return Script()
        # Asked for now, so that a hand may choose the outcome together with the card.
        later = self.scripts and self.scripts[0].outcome not in BEFORE_CARD - {Scripted.CANCEL}
        script = self.scripts.popleft() if later else Script()
        # From here on an abort comes too late.
        dialogue.state = TerminalState.AUTHORISING
        self.changed.notify_all()
        self.changed.wait_for(lambda: not self.on, script.after)
        return script

    def asked(self, key: RequestKey, seconds: float) -> Dialogue:
        """Show a question and wait for its answer, with the lock held; gives the dialogue as it ended."""
        dialogue = self.dialogue = Dialogue(key, INPUT, TerminalState.ASKING)
        self.changed.notify_all()
        self.changed.wait_for(lambda: dialogue.answer is not None or dialogue.stopped or not self.on, seconds)
        self.end()
        return dialogue

    def end(self) -> None:
        """End what runs, with the lock held."""
        self.dialogue = None
        self.changed.notify_all()

    def _touched(self, wait: float, states: tuple[TerminalState, ...], stopped: str) -> bool:
        with self.changed:
            if not self.changed.wait_for(lambda: self._awaits(states), wait) or self.dialogue is None:
                return False
            self.dialogue.tapped = not stopped
            self.dialogue.stopped = stopped
            self.changed.notify_all()
            return True

    def _awaits(self, states: tuple[TerminalState, ...]) -> bool:
        dialogue = self.dialogue
        if dialogue is None or dialogue.tapped or dialogue.stopped or dialogue.answer is not None or not self.on:
            return False
        return dialogue.state in states
