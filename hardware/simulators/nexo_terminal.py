"""A card terminal that speaks nexo local over real TLS, driven by hand, script or test."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hardware.codecs import nexo_message
from hardware.codecs.nexo_envelope import NexoKey
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.simulators import nexo_bodies as bodies
from hardware.simulators import nexo_desk
from hardware.simulators.nexo_bodies import PaymentAsked, Tender, asked_of, request_key
from hardware.simulators.nexo_certificates import TerminalCertificates, make_certificates
from hardware.simulators.nexo_control import ControlPort
from hardware.simulators.nexo_ledger import NexoMemory
from hardware.simulators.nexo_line import LoopbackServer, Reply
from hardware.simulators.nexo_reader import Dialogue, Reader, TerminalState
from hardware.simulators.nexo_script import FAILURES, REVERSALS, Script, Scripted, script_of
from hardware.simulators.nexo_voice import Earlier, Voice, end_of_payment, end_of_reversal
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import TerminalScript

TEST_KEY = NexoKey("simulated", 1, "simulated terminal passphrase")
__all__ = ["TEST_KEY", "NexoTerminalSimulator", "TerminalState"]


class NexoTerminalSimulator:
    """One terminal: HTTPS server, secured messages, one dialogue at a time, a ledger of what was charged.

    Certificates are written to `folder` at construction; `certificates.root` goes into the settings
    of the register. It waits for `tap_card()` unless `auto_approve_after` seconds are given. With
    `ledger_path` it remembers charges and answers over a restart. `control_port` opens the loopback
    control port (0 takes a free one, None opens none). `script` says how requests go, in order. Use it
    as a context manager, or `start()` and `stop()`. `clock_off_by` sets its clock wrong, `paper` False
    leaves its printer without paper.
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
        script: TerminalScript | None = None,
    ) -> None:
        self.poi_id = poi_id
        self.keys = keys
        self.clock_off_by = timedelta()
        self.paper = True
        self.certificates = certificates or make_certificates(folder, poi_id)
        self._seen: Counter[str] = Counter()
        self._status_pace = status_pace
        self._memory = NexoMemory(ledger_path)
        self._reader = Reader(auto_approve_after, card_timeout)
        self._changed = self._reader.changed
        self._number = 0
        self._voice = Voice(poi_id, keys[0])
        pair = (self.certificates.leaf, self.certificates.leaf_key)
        self._server = LoopbackServer(self.answer, port, pair)
        self._control = ControlPort(self, control_port) if control_port is not None else None
        self._end_interrupted()
        if script is not None:
            self.follow(script)

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
        self._reader.power(True)
        self._server.start()

    def power_off(self) -> None:
        """Pull the plug: connections break, new ones are refused, the ledger stays."""
        self._reader.power(False)
        self._server.stop()
        self._end_interrupted()

    # -- the hand at the terminal ----------------------------------------------------------------

    @property
    def auto_approve_after(self) -> float | None:
        """After how many seconds a card is held by itself, None for never."""
        return self._reader.auto

    @auto_approve_after.setter
    def auto_approve_after(self, seconds: float | None) -> None:
        self._reader.auto = seconds

    def follow(self, script: TerminalScript) -> None:
        """Take a script's steps in their order; raises `ValueError` for an outcome this terminal does not know."""
        with self._changed:
            self._reader.scripts.extend(script_of(step) for step in script.payments)
            self._reader.reversal_scripts.extend(script_of(step) for step in script.reversals)
            self._reader.auto = script.auto if script.auto is not None else self._reader.auto

    def next(self, outcome: str | Scripted | Script, after: float = 0.0, amount: int | None = None) -> None:
        """Say how the next payment goes; several are taken in their order, then it is approvals again.

        While a payment waits for its card, what comes after the card still counts for that one.
        """
        script = outcome if isinstance(outcome, Script) else Script(Scripted(outcome), after, amount)
        with self._changed:
            self._reader.scripts.append(script)

    def next_reversal(self, outcome: str | Scripted | Script) -> None:
        """Say how the next reversal goes; raises `DeviceMisused` for an outcome that is not one of a reversal."""
        script = outcome if isinstance(outcome, Script) else Script(Scripted(outcome))
        if script.outcome not in REVERSALS:
            raise DeviceMisused(f"A reversal cannot go as {script.outcome}; it can: {', '.join(REVERSALS)}.")
        with self._changed:
            self._reader.reversal_scripts.append(script)

    def tap_card(self, wait: float = 0.0) -> bool:
        """Hold a card to the reader; False when nothing asked for one within `wait` seconds."""
        return self._reader.tap(wait)

    def press_cancel(self, wait: float = 0.0) -> bool:
        """Press the red button; False when nothing was asked of the shopper within `wait` seconds."""
        return self._reader.cancel(wait)

    def reply(self, answer: bool | int, wait: float = 0.0) -> bool:
        """Answer the question on the screen: True, False, or the number of a choice from 1."""
        return self._reader.reply(answer, wait)

    def wait_for(self, state: TerminalState, timeout: float = 5.0) -> bool:
        """Wait until the terminal is in a state."""
        return self._reader.wait_for(state, timeout)

    def state(self) -> TerminalState:
        """What the terminal is doing."""
        return self._reader.state()

    def shown(self) -> list[str]:
        """The lines last shown on its screen for the register."""
        return list(self._reader.shown)

    def printed(self) -> list[str]:
        """All that it printed for the register."""
        return list(self._reader.printed)

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
        replies: dict[str, Callable[[JsonObject, JsonObject], Reply]] = {
            nexo_message.PAYMENT: self._pay,
            nexo_message.REVERSAL: self._reverse,
            nexo_message.STATUS: self._status,
            nexo_message.ABORT: self._abort,
        }
        try:
            answer = replies.get(category)
            return answer(header, body) if answer else self._without_money(category, header, body)
        except (DeviceGarbled, DeviceMisused) as wrong:
            return self._voice.reject(header, str(wrong))

    def _without_money(self, category: str, header: JsonObject, body: JsonObject) -> Reply:
        reader, key = self._reader, request_key(header)
        with self._changed:
            if category == nexo_message.DISPLAY:
                answer = nexo_desk.displayed(reader, body)
            elif category == nexo_message.PRINT:
                answer = nexo_desk.printed(reader, body, self.paper)
            elif category == nexo_message.INPUT:
                answer = nexo_desk.questioned(reader, key, body)
            elif category == nexo_message.CARD_ACQUISITION:
                answer = nexo_desk.acquired(reader, key, body, self._tender())
            elif category == nexo_message.ENABLE_SERVICE:
                answer = nexo_desk.acquisition_ended(reader, body)
            elif category == nexo_message.DIAGNOSIS:
                answer = nexo_desk.diagnosed(reader, self.poi_id, self.paper)
            else:
                return self._voice.reject(header, f"Unsupported message category {category}")
            return self._voice.sealed(header, answer) if reader.on else Reply(None)

    def _pay(self, header: JsonObject, body: JsonObject) -> Reply:
        asked, key, reader = asked_of(body), request_key(header), self._reader
        with self._changed:
            if self._memory.knows(key):
                return self._voice.reject(header, "ServiceID was used before")
            if reader.dialogue is not None:
                return self._voice.sealed(header, bodies.failed_body(asked, self._tender(), *FAILURES[Scripted.BUSY]))
            script = reader.early_script()
            if script and script.outcome is Scripted.LOST_REQUEST:
                return Reply(None)
            if script and script.outcome in (Scripted.REJECT, Scripted.CLEAR_REJECT):
                detail = "Unexpected field"
                clear = script.outcome is Scripted.CLEAR_REJECT
                return self._voice.clear_reject(detail) if clear else self._voice.reject(header, detail)
            earlier = self._earlier()
            dialogue = reader.dialogue = Dialogue(key, nexo_message.PAYMENT)
            self._memory.begin(key, nexo_message.PAYMENT)
            self._changed.notify_all()
            try:
                script = script or reader.card_held(dialogue)
                if not reader.on:
                    return Reply(None)
                end, entry = end_of_payment(key, asked, self._tender(), dialogue.stopped, script)
                self._memory.end(key, nexo_message.PAYMENT, end, entry)
            finally:
                reader.end()
        return self._voice.spoiled(header, end, script.outcome, earlier)

    def _reverse(self, header: JsonObject, body: JsonObject) -> Reply:
        key = request_key(header)
        original = text(body, "OriginalPOITransaction", "POITransactionID", "TransactionID")
        asked = PaymentAsked(0, "", text(body, "SaleData", "SaleTransactionID", "TransactionID"), "")
        with self._changed:
            if self._memory.knows(key):
                return self._voice.reject(header, "ServiceID was used before")
            scripts = self._reader.reversal_scripts
            script = scripts.popleft() if scripts else Script()
            if script.outcome is Scripted.LOST_REQUEST:
                return Reply(None)
            if script.outcome is Scripted.REJECT:
                return self._voice.reject(header, "Unexpected field")
            tender, earlier = self._tender(), self._earlier()
            left = self._memory.ledger.open_amount(original)
            end, entry = end_of_reversal(key, asked, tender, original, left, body.get("ReversedAmount"), script)
            self._memory.end(key, nexo_message.REVERSAL, end, entry)
            self._changed.notify_all()
        return self._voice.spoiled(header, end, script.outcome, earlier)

    def _status(self, header: JsonObject, body: JsonObject) -> Reply:
        with self._changed:
            reference = part(body, "MessageReference")
            key = request_key(reference) if reference else self._memory.last_key()
            category = text(reference, "MessageCategory") or nexo_message.PAYMENT
            if key is None:
                return self._voice.sealed(header, {"Response": bodies.failure("NotFound", "No transaction yet")})

            def running() -> bool:
                return self._reader.dialogue is not None and self._reader.dialogue.key == key

            # The terminal paces the answers itself (payment.md 2.6).
            self._changed.wait_for(lambda: not running() or not self._reader.on, self._status_pace)
            ended = self._memory.ended(key)
            if running():
                return self._voice.sealed(header, bodies.status_failure(key, category, "InProgress"))
            if ended is None or (reference and ended.category != category):
                return self._voice.sealed(header, bodies.status_failure(key, category, "NotFound"))
        original = nexo_message.NexoHeader(ended.category, key[1], key[0], self.poi_id).as_json("Response")
        return self._voice.sealed(header, bodies.repeated_body(original, ended.body))

    def _abort(self, _header: JsonObject, body: JsonObject) -> Reply:
        reference = part(body, "MessageReference")
        self._reader.abort(request_key(reference), text(reference, "MessageCategory"))
        # An empty 200 says "received", whatever becomes of it.
        return Reply(b"")

    # -- small things --------------------------------------------------------------------------------

    def _earlier(self) -> Earlier:
        key = self._memory.last_key()
        ended = self._memory.ended(key) if key else None
        return (key, ended) if key and ended else None

    def _tender(self) -> Tender:
        # Called with the lock held: grows with time over restarts, and within a millisecond by one.
        self._number = max(self._number + 1, time.time_ns() // 100_000)
        at = (datetime.now(UTC) + self.clock_off_by).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Tender(self.poi_id, self._number, at)

    def _end_interrupted(self) -> None:
        """What was running when the power went charged nothing; the terminal remembers it as stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._reader.dialogue is None, 2.0)
            for key, category in self._memory.interrupted():
                body = {"Response": bodies.failure("Aborted", "The terminal was restarted")}
                self._memory.end(key, category, body, None)
