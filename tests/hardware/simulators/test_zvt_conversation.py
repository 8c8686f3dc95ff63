"""The other commands of the simulated ZVT terminal, and the recorded dialogues replayed against it."""

import contextlib
import random
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import Apdu, decode_apdu, encode_apdu
from hardware.codecs.zvt.messages import Abort, Completion, IntermediateStatus, TerminalMessage, decode_message
from hardware.codecs.zvt.printing import PrintBlock, PrintLine
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.codecs.zvt.totals import BrandSum
from hardware.simulators.zvt_machine import Settings
from hardware.simulators.zvt_terminal import ZvtTerminalSimulator
from tests.hardware.codecs.zvt.zvt_corpus import corpus
from tests.hardware.simulators.test_zvt_money import LOST, at_terminal
from tests.hardware.simulators.zvt_register import PASSWORD, REPEAT, Refused, Register, payment

# -- the recorded dialogues --------------------------------------------------------------------------


def _meaning(message: TerminalMessage) -> tuple[object, ...]:
    """What a message says, without numbers and times that every terminal has of its own."""
    if isinstance(message, StatusInformation):
        brand = [brand for brand in message.totals.brands if brand.count] if message.totals else None
        original = message.original_trace is not None
        return ("result", message.result, message.amount, message.currency, message.masked_card, original, brand)
    if isinstance(message, IntermediateStatus):
        return ("intermediate",)
    if isinstance(message, PrintLine):
        return ("printed", "line")
    if isinstance(message, PrintBlock):
        return ("printed", "block")
    if isinstance(message, Abort):
        return ("abort", message.code)
    assert isinstance(message, Completion)
    return ("completion", message.terminal_id, message.currency, message.terminal_status, bool(message.commands))


def _condensed(messages: list[TerminalMessage]) -> list[tuple[object, ...]]:
    """Repetitions of one kind count once: texts and their number are a terminal's own."""
    told: list[tuple[object, ...]] = []
    for meaning in map(_meaning, messages):
        if not told or told[-1] != meaning:
            told.append(meaning)
    return told


def _recorded(steps: list[dict[str, str]]) -> list[tuple[Apdu, list[TerminalMessage]]]:
    """Each command with the messages that answered it."""
    talks: list[tuple[Apdu, list[TerminalMessage]]] = []
    for step in steps:
        if step["dir"] == "info":
            continue
        apdu = decode_apdu(bytes.fromhex(step["hex"]))
        if apdu.is_positive:
            continue
        if step["dir"] == "ECR>PT":
            talks.append((apdu, []))
        else:
            talks[-1][1].append(decode_message(apdu))
    return talks


def _script(terminal: ZvtTerminalSimulator, script: dict[str, Any] | None) -> None:
    names = {"decline": "decline", "drop_after_status": "lost", "partial": "partial"}
    if script:
        terminal.next(names[script["behaviour"]], amount=script.get("amount"))


_BEFORE: dict[str, tuple[int, ...]] = {
    "end_of_day": (1111, 900),
    "repeat_receipt_after_loss": (2599,),
    "reversal": (2599,),
}


@pytest.mark.parametrize("name", list(corpus("zvt_dialogues.json")["dialogues"]))
def test_recorded_dialogues_mean_the_same_here(name: str) -> None:
    """What a third party's register sent gets acknowledgements and messages of the same meaning."""
    dialogue = corpus("zvt_dialogues.json")["dialogues"][name]
    settings = Settings(currencies=(978,), first_receipt=204)
    with ZvtTerminalSimulator(settings, auto_approve_after=0) as terminal, Register(terminal.address) as register:
        as_blocks = any("06D3" in step["hex"][:4] for step in dialogue["steps"])
        register.register(tags=as_blocks, config=0xBA, currency=978)
        for amount in _BEFORE.get(name, ()):
            register.run(commands.authorisation(amount, 978))
        _script(terminal, dialogue["script"])
        talks = _recorded(dialogue["steps"])
        assert talks
        for command, expected in talks:
            with contextlib.suppress(*LOST):
                register.run(command)
            if name == "repeat_receipt_after_loss" and command.control == 0x0620:
                assert register.status.amount == 2599
            assert _condensed(register.heard) == _condensed(expected), name
        assert terminal.wait_for("idle")
        charged = sum(entry.signed for entry in terminal.ledger()) - sum(_BEFORE.get(name, ()))
        assert charged == {"payment_printed_by_lines": 1234, "partial_approval": 600, "reversal": -2599}.get(name, 0)


# -- registration and state ----------------------------------------------------------------------------


def test_registration_tells_who_it_is_and_what_it_takes() -> None:
    with at_terminal() as (_terminal, register):
        assert register.register(tags=False).commands == frozenset()
        told = register.register()
        assert (told.status_byte, told.terminal_id, told.currency) == (0, "29001234", 410)
        assert {0x0601, 0x0630, 0x06D3} <= told.commands
        assert register.run(commands.registration(PASSWORD, 0xBE, 840)) == Abort(0x6F, currency=410)


def test_log_off_forgets_the_registration() -> None:
    with at_terminal() as (_terminal, register):
        register.start(commands.log_off())
        with pytest.raises(Refused) as refused:
            register.run(payment())
        assert refused.value.code == 0x6B
        assert isinstance(register.run(commands.status_enquiry(PASSWORD)), Completion)


def test_no_intermediate_status_for_a_register_that_wants_none() -> None:
    with at_terminal() as (_terminal, register):
        register.register(config=0xB6)
        register.run(payment())
        assert "IntermediateStatus" not in register.kinds()


def test_texts_of_its_own() -> None:
    with at_terminal(texts=True) as (_terminal, register):
        register.run(payment())
        told = [message for message in register.heard if isinstance(message, IntermediateStatus)]
        assert (told[0].code, told[0].text) == (0x0A, "Bitte Karte einstecken")


# -- the last receipt ------------------------------------------------------------------------------------


def test_repeat_receipt_by_its_service_byte() -> None:
    with at_terminal() as (_terminal, register):
        assert register.run(REPEAT) == Abort(0x83)
        register.run(payment(700))
        assert register.run(REPEAT) == Completion()
        assert register.kinds() == ["StatusInformation", "Completion"]
        assert (register.status.amount, register.status.receipt_number) == (700, 1)
        register.run(commands.repeat_receipt(PASSWORD, commands.SEND_STATUS))
        assert register.kinds() == ["StatusInformation", "PrintBlock", "PrintBlock", "Completion"]
        for printed_only in (commands.repeat_receipt(PASSWORD, None), commands.reprint()):
            register.run(printed_only)
            assert register.kinds() == ["PrintBlock", "PrintBlock", "Completion"]


def test_repeat_receipt_tells_the_newest_after_a_reversal() -> None:
    with at_terminal() as (_terminal, register):
        register.run(payment(700))
        register.run(commands.reversal(PASSWORD, 1))
        register.run(REPEAT)
        assert (register.status.receipt_number, register.status.original_trace) == (2, 1)


# -- the day ---------------------------------------------------------------------------------------------


def test_an_end_of_day_tells_sums_and_begins_a_new_count() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        terminal.auto_approve_after = None
        register.start(payment(800))
        assert terminal.wait_for("waiting_for_card")
        terminal.tap_card(5.0, "Visa")
        register.finish()
        terminal.auto_approve_after = 0
        register.run(commands.reversal(PASSWORD, 1))
        assert register.run(commands.end_of_day(PASSWORD)) == Completion()
        totals = register.status.totals
        assert totals is not None
        assert (totals.first, totals.last, register.status.amount) == (1, 3, 800)
        assert [brand for brand in totals.brands if brand.count] == [
            BrandSum("Mastercard", 2, 0),
            BrandSum("Visa", 1, 800),
        ]
        assert "Summe: KRW 800" in register.printed
        assert register.run(commands.reversal(PASSWORD, 2)) == Abort(0xB5)
        register.run(payment(900))
        assert register.status.receipt_number == 1
        register.run(commands.end_of_day(PASSWORD))
        assert register.status.amount == 900


def test_an_end_of_day_that_fails_and_one_whose_answer_is_lost() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        terminal.next_end_of_day("decline")
        assert register.run(commands.end_of_day(PASSWORD)) == Abort(0x77)
        terminal.next_end_of_day("lost")
        with pytest.raises(LOST):
            register.run(commands.end_of_day(PASSWORD))
        assert terminal.wait_for("idle")
        with Register(terminal.address) as again:
            again.register()
            again.run(commands.end_of_day(PASSWORD))
            assert (again.status.amount, again.status.totals and again.status.totals.count) == (0, 0)
        terminal.next_end_of_day("lost_request")
        with Register(terminal.address) as again, pytest.raises(LOST):
            again.run(commands.end_of_day(PASSWORD))


def test_receipt_numbers_begin_again_after_9999() -> None:
    with at_terminal(first_receipt=9999, first_trace=999_999) as (_terminal, register):
        register.run(payment(700))
        assert (register.status.receipt_number, register.status.trace) == (9999, 999_999)
        register.run(payment(700))
        assert (register.status.receipt_number, register.status.trace) == (1, 1)


# -- cards without a payment, tips, maintenance --------------------------------------------------------------


def test_a_token_without_a_charge() -> None:
    with at_terminal() as (terminal, register):
        assert register.run(commands.read_token(10)) == Completion()
        assert register.status.extras.token == "C0FFEE0042A7"
        assert terminal.ledger() == []


@pytest.mark.parametrize(("brand", "years", "answer"), [("girocard", 19, 1), ("girocard", 60, 0), ("Visa", 19, 2)])
def test_an_age_check(brand: str, years: int, answer: int) -> None:
    with at_terminal() as (terminal, register):
        terminal.auto_approve_after = None
        register.start(commands.age_check(10, years))
        assert terminal.wait_for("waiting_for_card")
        assert terminal.tap_card(5.0, brand)
        assert register.finish() == Completion()
        assert register.status.extras.age_answer == answer


def test_nobody_holds_a_card() -> None:
    with at_terminal(card_timeout=0.1) as (terminal, register):
        terminal.auto_approve_after = None
        assert register.run(commands.read_token(10)) == Abort(0x6C)
        assert register.run(payment()) == Abort(0x6C)


def test_a_tip_is_added_to_a_payment() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        assert register.run(commands.book_tip(PASSWORD, 1, 50, 410)) == Completion()
        assert terminal.balance() == 750
        assert register.run(commands.book_tip(PASSWORD, 99, 50, 410)) == Abort(0xB7)


@pytest.mark.parametrize("make", [commands.diagnosis, lambda: commands.initialisation(PASSWORD)])
def test_maintenance(make: Callable[[], Apdu]) -> None:
    with at_terminal() as (_terminal, register):
        assert register.run(make()) == Completion()


def test_display_and_clock_are_just_acknowledged() -> None:
    with at_terminal() as (_terminal, register):
        register.start(commands.display_text(["Guten Tag"], 5))
        register.start(commands.set_clock(datetime(2026, 3, 1, 19, 5, 9)))  # noqa: DTZ001
        assert isinstance(register.run(commands.status_enquiry()), Completion)


# -- hostile registers (F-29) ----------------------------------------------------------------------------------


def test_damaged_commands_do_not_stop_the_terminal() -> None:
    """Mutated commands get an answer or a broken line; afterwards the terminal serves as before."""
    chance = random.Random(7)
    made = [payment(500, commands.Mirror(1), partial=True), commands.reversal(PASSWORD, 1, 500, 410), REPEAT]
    made += [commands.registration(PASSWORD, 0xBE, 410, tags=commands.kiosk_tags(24)), commands.age_check(1, 19)]
    with at_terminal(answer_time=0.1, card_timeout=0.05) as (terminal, _register):
        for _ in range(40):
            octets = bytearray(encode_apdu(chance.choice(made)))
            octets[chance.randrange(2, len(octets))] = chance.randrange(256)
            with contextlib.suppress(*LOST), Register(terminal.address) as register:
                register.line.settimeout(0.1)
                register.line.sendall(bytes(octets))
                register.finish()
            assert terminal.wait_for("idle")
        with Register(terminal.address) as register:
            register.register()
            assert register.run(payment()) == Completion()


def _damaged(command: str) -> Apdu:
    return decode_apdu(bytes.fromhex(command))


def test_a_damaged_field_is_a_protocol_error() -> None:
    with at_terminal() as (terminal, register):
        with pytest.raises(Refused) as refused:
            register.run(_damaged("06010A" + "0400000000050A" + "490410"))
        assert refused.value.code == 0x9A
        assert register.run(_damaged("06010F" + "04000000000500" + "490410" + "06031F1F05")) == Abort(0x9A)
        assert register.run(_damaged("06C008" + "05" + "06051F6B0201AA")) == Abort(0x9A)
        assert terminal.ledger() == []
        assert register.run(payment()) == Completion()
