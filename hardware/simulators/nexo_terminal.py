"""A card terminal that speaks nexo local over real TLS, driven by hand, script or test."""

import threading
import time
from collections import Counter, deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from hardware.codecs import nexo_message
from hardware.codecs.nexo_envelope import NexoKey
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.simulators import nexo_bodies as bodies
from hardware.simulators.nexo_bodies import PaymentAsked, Tender, asked_of, request_key
from hardware.simulators.nexo_certificates import TerminalCertificates, make_certificates
from hardware.simulators.nexo_control import ControlPort
from hardware.simulators.nexo_ledger import NexoMemory, RequestKey
from hardware.simulators.nexo_line import LoopbackServer, Reply
from hardware.simulators.nexo_script import BEFORE_CARD, FAILURES, Script, Scripted
from hardware.simulators.nexo_voice import Voice, end_of_payment, end_of_reversal
from hardware.simulators.terminal_ledger import LedgerEntry

TEST_KEY = NexoKey("simulated", 1, "simulated terminal passphrase")


class TerminalState(StrEnum):
    """What the terminal's screen would show."""

    OFF = "off"
    IDLE = "idle"
    WAITING_FOR_CARD = "waiting_for_card"
    AUTHORISING = "authorising"


@dataclass(slots=True)
class _Dialogue:
    key: RequestKey
    state: TerminalState = TerminalState.WAITING_FOR_CARD
    tapped: bool = False
    stopped: str = ""  # Aborted or Cancel


class NexoTerminalSimulator:
    """One terminal: HTTPS server, secured messages, one dialogue at a time, a ledger of what was charged.

    Certificates are written to `folder` at construction; `certificates.root` goes into the settings
    of the register. It waits for `tap_card()` unless `auto_approve_after` seconds are given. With
    `ledger_path` it remembers charges and answers over a restart. `control_port` opens the loopback
    control port (0 takes a free one, None opens none). Use it as a context manager, or
    `start()` and `stop()`.
    """

    def __init__(
        self,
        folder: Path,
        poi_id: str = "V400m-324688179",
        keys: tuple[NexoKey, ...] = (TEST_KEY,),
        port: int = 0,
        control_port: int | None = 0,
        ledger_path: Path | None = None,
        auto_approve_after: float | None = None,
        card_timeout: float = 120.0,
        status_pace: float = 0.2,
        certificates: TerminalCertificates | None = None,
    ) -> None:
        self.poi_id = poi_id
        self.keys = keys
        self.auto_approve_after = auto_approve_after
        self.clock_off_by = timedelta()
        self.paper = True
        self.certificates = certificates or make_certificates(folder, poi_id)
        self._seen: Counter[str] = Counter()
        self._card_timeout = card_timeout
        self._status_pace = status_pace
        self._memory = NexoMemory(ledger_path)
        self._changed = threading.Condition()
        self._scripts: deque[Script] = deque()
        self._reversal_scripts: deque[Script] = deque()
        self._dialogue: _Dialogue | None = None
        self._on = False
        self._number = 0
        self._voice = Voice(poi_id, keys[0])
        pair = (self.certificates.leaf, self.certificates.leaf_key)
        self._server = LoopbackServer(self.answer, port, pair)
        self._control = ControlPort(self, control_port) if control_port is not None else None
        self._end_interrupted()

    # -- the machine ---------------------------------------------------------------------------

    @property
    def address(self) -> str:
        """Host and port of the terminal, for the register's settings."""
        return self._server.address

    @property
    def control_address(self) -> str:
        """Host and port of the control port, "" without one."""
        return self._control.address if self._control else ""

    def start(self) -> "NexoTerminalSimulator":
        """Open both ports."""
        self.power_on()
        if self._control:
            self._control.start()
        return self

    def stop(self) -> None:
        """Close both ports; a running dialogue ends without an answer and without a charge."""
        if self._control:
            self._control.stop()
        self.power_off()

    def __enter__(self) -> "NexoTerminalSimulator":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def power_on(self) -> None:
        """Let the terminal be reached again at the same address."""
        with self._changed:
            self._on = True
        self._server.start()

    def power_off(self) -> None:
        """Pull the plug: connections break, new ones are refused, the ledger stays."""
        with self._changed:
            self._on = False
            self._changed.notify_all()
        self._server.stop()
        self._end_interrupted()

    # -- the hand at the terminal ----------------------------------------------------------------

    def next(self, outcome: str | Scripted | Script, after: float = 0.0, amount: int | None = None) -> None:
        """Say how the next payment goes; several are taken in their order, then it is approvals again.

        While a payment waits for its card, what comes after the card still counts for that one.
        """
        script = outcome if isinstance(outcome, Script) else Script(Scripted(outcome), after, amount)
        with self._changed:
            self._scripts.append(script)

    def next_reversal(self, outcome: str | Scripted | Script) -> None:
        """Say how the next reversal goes: approve, decline, lost, unreachable_host, http_error, garbled."""
        script = outcome if isinstance(outcome, Script) else Script(Scripted(outcome))
        with self._changed:
            self._reversal_scripts.append(script)

    def tap_card(self, wait: float = 0.0) -> bool:
        """Hold a card to the reader; False when nothing asked for one within `wait` seconds."""
        with self._changed:
            if not self._changed.wait_for(self._is_waiting, wait) or self._dialogue is None:
                return False
            self._dialogue.tapped = True
            self._changed.notify_all()
            return True

    def press_cancel(self, wait: float = 0.0) -> bool:
        """Press the red button; False when no card was asked for within `wait` seconds."""
        with self._changed:
            if not self._changed.wait_for(self._is_waiting, wait) or self._dialogue is None:
                return False
            self._dialogue.stopped = "Cancel"
            self._changed.notify_all()
            return True

    def wait_for(self, state: TerminalState, timeout: float = 5.0) -> bool:
        """Wait until the terminal is in a state."""
        with self._changed:
            return self._changed.wait_for(lambda: self._state() is state, timeout)

    def state(self) -> TerminalState:
        """What the terminal is doing."""
        with self._changed:
            return self._state()

    def ledger(self) -> list[LedgerEntry]:
        """Everything truly charged and given back, oldest first."""
        return self._memory.ledger.entries()

    def balance(self, currency: str = "KRW") -> int:
        """Charged minus given back in a currency, minor units."""
        return self.balances().get(currency, 0)

    def balances(self) -> dict[str, int]:
        """Charged minus given back per currency, minor units."""
        return self._memory.ledger.balance()

    def requests_seen(self) -> dict[str, int]:
        """How many requests of each category arrived."""
        with self._changed:
            return dict(self._seen)

    # -- the protocol ----------------------------------------------------------------------------

    def answer(self, octets: bytes) -> Reply:
        """Answer one HTTP body as the terminal does."""
        try:
            root, content = nexo_message.open_message(octets, self.keys)
        except DeviceGarbled as stranger:
            return self._voice.clear_reject(str(stranger))
        header = part(content, "MessageHeader")
        category = text(header, "MessageCategory")
        body = part(content, f"{category}Request")
        if root != nexo_message.REQUEST_ROOT or header.get("POIID") != self.poi_id or not body:
            return self._voice.clear_reject("Message not for this terminal or without a request")
        with self._changed:
            self._seen[category] += 1
        replies = {
            nexo_message.PAYMENT: self._pay,
            nexo_message.REVERSAL: self._reverse,
            nexo_message.STATUS: self._status,
            nexo_message.ABORT: self._abort,
            nexo_message.DIAGNOSIS: self._diagnose,
        }
        answer = replies.get(category)
        if answer is None:
            return self._voice.reject(header, f"Unsupported message category {category}")
        try:
            return answer(header, body)
        except (DeviceGarbled, DeviceMisused) as wrong:
            return self._voice.reject(header, str(wrong))

    def _pay(self, header: JsonObject, body: JsonObject) -> Reply:
        asked = asked_of(body)
        key = request_key(header)
        with self._changed:
            if self._memory.knows(key):
                return self._voice.reject(header, "ServiceID was used before")
            if self._dialogue is not None:
                return self._voice.sealed(header, bodies.failed_body(asked, self._tender(), *FAILURES[Scripted.BUSY]))
            early = self._scripts and self._scripts[0].outcome in BEFORE_CARD
            script = self._scripts.popleft() if early else None
            if script and script.outcome is Scripted.LOST_REQUEST:
                return Reply(None)
            if script and script.outcome in (Scripted.REJECT, Scripted.CLEAR_REJECT):
                detail = "Unexpected field"
                clear = script.outcome is Scripted.CLEAR_REJECT
                return self._voice.clear_reject(detail) if clear else self._voice.reject(header, detail)
            dialogue = self._dialogue = _Dialogue(key)
            self._memory.begin(key, nexo_message.PAYMENT)
            self._changed.notify_all()
            try:
                script = script or self._card_held(dialogue)
                if not self._on:
                    return Reply(None)
                end, entry = end_of_payment(key, asked, self._tender(), dialogue.stopped, script)
                self._memory.end(key, nexo_message.PAYMENT, end, entry)
            finally:
                self._dialogue = None
                self._changed.notify_all()
        return self._voice.spoiled(header, end, script.outcome)

    def _card_held(self, dialogue: _Dialogue) -> Script:
        """Wait for the card, then for the host; gives the script that counts when the card is held."""
        limit = self.auto_approve_after if self.auto_approve_after is not None else self._card_timeout
        self._changed.wait_for(lambda: dialogue.tapped or dialogue.stopped or not self._on, limit)
        if self.auto_approve_after is not None and not dialogue.stopped:
            dialogue.tapped = True
        if not dialogue.tapped and not dialogue.stopped:
            dialogue.stopped = "Cancel"
        if dialogue.stopped or not self._on:
            return Script()
        # Asked for now, so that a hand may choose the outcome together with the card.
        later = self._scripts and self._scripts[0].outcome not in BEFORE_CARD - {Scripted.CANCEL}
        script = self._scripts.popleft() if later else Script()
        # From here on an abort comes too late.
        dialogue.state = TerminalState.AUTHORISING
        self._changed.notify_all()
        self._changed.wait_for(lambda: not self._on, script.after)
        return script

    def _reverse(self, header: JsonObject, body: JsonObject) -> Reply:
        key = request_key(header)
        original = text(body, "OriginalPOITransaction", "POITransactionID", "TransactionID")
        asked = PaymentAsked(0, "", text(body, "SaleData", "SaleTransactionID", "TransactionID"), "")
        with self._changed:
            if self._memory.knows(key):
                return self._voice.reject(header, "ServiceID was used before")
            script = self._reversal_scripts.popleft() if self._reversal_scripts else Script()
            tender = self._tender()
            left = self._memory.ledger.open_amount(original)
            end, entry = end_of_reversal(key, asked, tender, original, left, body.get("ReversedAmount"), script)
            self._memory.end(key, nexo_message.REVERSAL, end, entry)
            self._changed.notify_all()
        return self._voice.spoiled(header, end, script.outcome)

    def _status(self, header: JsonObject, body: JsonObject) -> Reply:
        with self._changed:
            reference = part(body, "MessageReference")
            key = request_key(reference) if reference else self._memory.last_key()
            category = text(reference, "MessageCategory") or nexo_message.PAYMENT
            if key is None:
                return self._voice.sealed(header, {"Response": bodies.failure("NotFound", "No transaction yet")})

            def running() -> bool:
                return self._dialogue is not None and self._dialogue.key == key

            # The terminal paces the answers itself (payment.md 2.6).
            self._changed.wait_for(lambda: not running() or not self._on, self._status_pace)
            ended = self._memory.ended(key)
            if running():
                return self._voice.sealed(header, bodies.status_failure(key, category, "InProgress"))
            if ended is None or (reference and ended.category != category):
                return self._voice.sealed(header, bodies.status_failure(key, category, "NotFound"))
        original = nexo_message.NexoHeader(ended.category, key[1], key[0], self.poi_id).as_json("Response")
        return self._voice.sealed(header, bodies.repeated_body(original, ended.body))

    def _abort(self, _header: JsonObject, body: JsonObject) -> Reply:
        with self._changed:
            dialogue = self._dialogue
            reference = request_key(part(body, "MessageReference"))
            if dialogue and dialogue.key == reference and dialogue.state is TerminalState.WAITING_FOR_CARD:
                dialogue.stopped = "Aborted"
                self._changed.notify_all()
        # An empty 200 says "received", whatever becomes of it.
        return Reply(b"")

    def _diagnose(self, header: JsonObject, _body: JsonObject) -> Reply:
        with self._changed:
            busy = self._dialogue is not None
        return self._voice.sealed(header, bodies.diagnosis_body(self.poi_id, busy, self.paper))

    # -- small things --------------------------------------------------------------------------------

    def _tender(self) -> Tender:
        # Called with the lock held: grows with time over restarts, and within a millisecond by one.
        self._number = max(self._number + 1, time.time_ns() // 100_000)
        at = (datetime.now(UTC) + self.clock_off_by).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Tender(self.poi_id, self._number, at)

    def _end_interrupted(self) -> None:
        """What was running when the power went charged nothing; the terminal remembers it as stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._dialogue is None, 2.0)
            for key, category in self._memory.interrupted():
                body = {"Response": bodies.failure("Aborted", "The terminal was restarted")}
                self._memory.end(key, category, body, None)

    def _is_waiting(self) -> bool:
        dialogue = self._dialogue
        if dialogue is None or dialogue.tapped or dialogue.stopped:
            return False
        return self._state() is TerminalState.WAITING_FOR_CARD

    def _state(self) -> TerminalState:
        if not self._on:
            return TerminalState.OFF
        return self._dialogue.state if self._dialogue else TerminalState.IDLE
