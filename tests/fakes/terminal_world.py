"""Simulated terminals as fault tests see them: one small class for each protocol, all of one look.

A test names what the next payments do in plain words (`OUTCOMES`), gives the kiosk the device's table of the
settings, and reads what was truly charged as movements. A new protocol is a class here and a line in `BENCHES`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from hardware.codecs.nexo_json import JsonObject
from hardware.simulators import zvt_voice
from hardware.simulators.front_payment_app import FrontState
from hardware.simulators.front_terminal import PAIRING_KEY, SERIAL, FrontTerminalSimulator
from hardware.simulators.nexo_line import Reply
from hardware.simulators.nexo_script import Scripted
from hardware.simulators.nexo_terminal import TEST_KEY, NexoTerminalSimulator, TerminalState
from hardware.simulators.nexo_voice import Voice
from hardware.simulators.terminal_ledger import LedgerEntry
from hardware.simulators.terminal_script import TerminalScript
from hardware.simulators.zvt_machine import Settings
from hardware.simulators.zvt_script import Rule
from hardware.simulators.zvt_terminal import ZvtTerminalSimulator
from kiosk.domain.terminal_movement import TerminalMovement

CARD_AFTER = 0.03  # seconds until a card is held by itself

# How a payment may go, and how often in a random script of ten. Every protocol says how it does each.
OUTCOMES = {
    "approve": 4,
    "decline": 2,
    "lost": 3,  # approved, the line drops before the answer (F-18)
    "partial": 2,
    "late": 2,  # approved after a while, in which the kiosk can die
    "cancel": 1,  # by the shopper at the terminal
    "busy": 1,
    "away": 1,  # the line breaks before the request was taken up
    "unusable": 1,  # charged, and the answer cannot be believed (F-19)
}


class TerminalWorld(Protocol):
    """One simulated terminal; what it is told counts for the payments to come, in their order."""

    protocol: str
    tells_of_the_card: bool  # whether the kiosk hears that a card was noticed, which is K3.after

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def device(self) -> dict[str, object]:
        """The `[[devices]]` table of a kiosk that uses it."""
        ...

    def next(self, outcomes: Sequence[str]) -> None:
        """How the next payments go, in place of what was planned before; then it is approvals again."""
        ...

    def next_reversal(self, outcome: str) -> None:
        """How the next reversal goes: approve, or lost."""
        ...

    def plant(self, number: str) -> None:
        """From now on put this card number wherever an answer has room for it."""
        ...

    def authorises(self, seconds: float) -> bool:
        """Wait until it asks the host about a card; False when it did not in time."""
        ...

    def movements(self) -> list[TerminalMovement]:
        """What was truly charged and given back, oldest first."""
        ...


NEXO_AS = {
    "approve": (Scripted.APPROVE, 0.0),
    "decline": (Scripted.DECLINE, 0.0),
    "lost": (Scripted.LOST, 0.0),
    "partial": (Scripted.PARTIAL, 0.0),
    "late": (Scripted.APPROVE, 0.3),
    "cancel": (Scripted.CANCEL, 0.0),
    "busy": (Scripted.BUSY, 0.0),
    "away": (Scripted.LOST_REQUEST, 0.0),
    "unusable": (Scripted.BAD_MAC, 0.0),
    "card_number": (Scripted.CARD_NUMBER, 0.0),
}


def movement(entry: LedgerEntry, terminal: str) -> TerminalMovement:
    """A line of a simulator's ledger as the checker reads it."""
    return TerminalMovement(
        kind=entry.kind,
        handle=entry.handle,
        amount=entry.amount,
        currency=entry.currency,
        request_id=entry.request_id,
        sale_reference=entry.sale_reference,
        terminal=terminal,
        at=entry.at,
    )


def grouped(number: str) -> str:
    """A card number as it stands on a card."""
    return " ".join(number[place : place + 4] for place in range(0, len(number), 4))


def planted(body: JsonObject, number: str) -> JsonObject:
    """A nexo answer with a card number in its unknown fields, texts, receipts and in the field of the masked number."""

    def hide(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            more = {"VendorNote": f"card {number}", "VendorText": grouped(number)}
            return {key: hide(each, key) for key, each in value.items()} | more
        if isinstance(value, list):
            return [hide(each, name) for each in value]
        if name == "MaskedPan":
            return number
        if name == "AdditionalResponse":
            return f"{value}&message=Karte%20{number}&refusalReason={grouped(number).replace(' ', '%20')}"
        if name == "Text":
            return f"{value}%20{grouped(number).replace(' ', '%20')}"
        return value

    # The header of a repeated answer is compared letter by letter.
    return {key: each if key == "MessageReference" else hide(each, key) for key, each in body.items()}


@dataclass(frozen=True, slots=True)
class PlantingVoice(Voice):
    """Speaks as the terminal does, with a card number wherever there is room for one."""

    number: str = ""

    def sealed(self, header: JsonObject, body: JsonObject) -> Reply:
        return Voice.sealed(self, header, planted(body, self.number))


class NexoWorld:
    """nexo local over real TLS."""

    protocol = "nexo"
    tells_of_the_card = False

    def __init__(self, folder: Path) -> None:
        self._terminal = NexoTerminalSimulator(
            folder, ledger_path=folder / "ledger.jsonl", control_port=None, auto_approve_after=CARD_AFTER
        )

    def start(self) -> None:
        self._terminal.start()

    def stop(self) -> None:
        self._terminal.stop()

    def device(self) -> dict[str, object]:
        options = {
            "poi_id": self._terminal.poi_id,
            "sale_id": "BaroSelf",
            "passphrase": TEST_KEY.passphrase,
            "key_identifier": TEST_KEY.identifier,
            "key_version": TEST_KEY.version,
            "root_certificate": str(self._terminal.certificates.root),
        }
        address = self._terminal.address
        return {"name": "terminal", "category": "terminal", "driver": "nexo", "address": address, "options": options}

    def next(self, outcomes: Sequence[str]) -> None:
        self._terminal._reader.scripts.clear()  # of payments that a killed kiosk never sent
        for name in outcomes:
            scripted, after = NEXO_AS[name]
            self._terminal.next(scripted, after)

    def next_reversal(self, outcome: str) -> None:
        self._terminal._reader.reversal_scripts.clear()
        self._terminal.next_reversal(outcome)

    def plant(self, number: str) -> None:
        voice = self._terminal._voice
        self._terminal._voice = PlantingVoice(voice.poi_id, voice.key, number)

    def authorises(self, seconds: float) -> bool:
        return self._terminal.wait_for(TerminalState.AUTHORISING, seconds)

    def movements(self) -> list[TerminalMovement]:
        return [movement(entry, self._terminal.poi_id) for entry in self._terminal.ledger()]


ZVT_AS = {
    "approve": "approve",
    "decline": "decline",
    "lost": "lost",  # by the classic rule the terminal takes it back, by the newer one it stands
    "partial": "partial",
    "late": "approve",
    "cancel": "cancel",
    "busy": "busy",
    "away": "lost_request",
    "unusable": "garbled",
    "stands": "lost_completion",  # everything was acknowledged, only the end is missing
    "card_number": "card_number",
}


class ZvtWorld:
    """ZVT over TCP, by the classic rule about lost acknowledgements or by the newer one."""

    tells_of_the_card = False

    def __init__(self, folder: Path, rule: Rule = Rule.CLASSIC) -> None:
        self.protocol = "zvt" if rule is Rule.CLASSIC else "zvt-synchronised"
        self._rule = rule
        folder.mkdir(parents=True, exist_ok=True)
        self._terminal = ZvtTerminalSimulator(
            Settings(rule=rule, answer_time=0.7, repeat_after=0.2),
            ledger_path=folder / "ledger.jsonl",
            auto_approve_after=CARD_AFTER,
        )

    def start(self) -> None:
        self._terminal.start()

    def stop(self) -> None:
        self._terminal.stop()

    def device(self) -> dict[str, object]:
        options = {
            "password": self._terminal.settings.password,
            "currency": "KRW",
            "synchronise": self._rule is Rule.SYNCHRONISED,
            "t3": 0.7,
            "t4": 0.7,  # what is confirmed once T4 has surely passed is confirmed soon
            "longest": 10.0,
        }
        address = self._terminal.address
        return {"name": "terminal", "category": "terminal", "driver": "zvt", "address": address, "options": options}

    def next(self, outcomes: Sequence[str]) -> None:
        self._terminal._machine.payments.clear()
        for name in outcomes:
            stands = name == "lost" and self._rule is Rule.CLASSIC and self._stands()
            self._terminal.next(ZVT_AS["stands" if stands else name], 0.3 if name == "late" else 0.0)

    def _stands(self) -> bool:
        """Every other lost answer is one after which the charge stands."""
        self._lost = getattr(self, "_lost", 0) + 1
        return bool(self._lost % 2)

    def next_reversal(self, outcome: str) -> None:
        self._terminal._machine.reversals.clear()
        self._terminal.next_reversal(outcome)

    def plant(self, number: str) -> None:
        """The simulator puts it into bitmap 22, texts and receipts of a payment that goes as "card_number"."""
        filled = number + "F" * (len(number) % 2)  # as bitmap 22 fills up its last half byte
        zvt_voice.TEST_CARD_NUMBER = filled  # type: ignore[misc]

    def authorises(self, seconds: float) -> bool:
        return self._terminal.wait_for("authorising", seconds)

    def movements(self) -> list[TerminalMovement]:
        return [movement(entry, self._terminal.settings.terminal_id) for entry in self._terminal.ledger()]


FRONT_AS = {
    "approve": "approve",
    "decline": "decline",
    "lost": "lost",
    "partial": "other_months",  # this terminal knows no part payments
    "late": "approve",
    "cancel": "cancel",
    "busy": "timeout",
    "away": "lost_request",
    "unusable": "garbled",
    "card_number": "card_number",
}


class FrontWorld:
    """The Toss Front terminal: our plug-in in a real Chromium; started only where one is installed."""

    protocol = "toss-front"
    tells_of_the_card = False

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._terminal = FrontTerminalSimulator(folder / "ledger.jsonl")

    def start(self) -> None:
        self._terminal.start()
        self._terminal.script(TerminalScript(auto=CARD_AFTER))
        self._terminal.card_for_cancel(CARD_AFTER)

    def stop(self) -> None:
        self._terminal.stop()

    def device(self) -> dict[str, object]:
        options = {"pairing_key": PAIRING_KEY, "answer_timeout": 2.0, "payment_timeout": 4.0}
        address = self._terminal.address
        return {
            "name": "terminal",
            "category": "terminal",
            "driver": "toss-front",
            "address": address,
            "options": options,
        }

    def next(self, outcomes: Sequence[str]) -> None:
        self._terminal._app.payments.clear()
        for name in outcomes:
            self._terminal.next(FRONT_AS[name], 0.3 if name == "late" else 0.0)

    def next_reversal(self, outcome: str) -> None:
        self._terminal._app.reversals.clear()
        self._terminal.next_reversal(outcome)

    def plant(self, number: str) -> None:
        """The payment application answers "card_number" with it in `maskedCardNumber`."""
        self._terminal._app.card_number = number

    def authorises(self, seconds: float) -> bool:
        return self._terminal.wait_for(FrontState.AUTHORISING, seconds)

    def movements(self) -> list[TerminalMovement]:
        return [movement(entry, SERIAL) for entry in self._terminal.ledger()]


BENCHES: dict[str, Callable[[Path], TerminalWorld]] = {
    "nexo": NexoWorld,
    "zvt": ZvtWorld,
    "zvt-synchronised": lambda folder: ZvtWorld(folder, Rule.SYNCHRONISED),
    "toss-front": FrontWorld,
}
