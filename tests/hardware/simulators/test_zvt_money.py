"""Payments, refunds and reversals at the simulated ZVT terminal: every outcome, and who reverses by which rule."""

import contextlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import POSITIVE, Apdu, negative
from hardware.codecs.zvt.bitmaps import amount_bitmap, encode_bitmaps
from hardware.codecs.zvt.commands import Mirror
from hardware.codecs.zvt.messages import Abort, Completion, TerminalMessage
from hardware.codecs.zvt.printing import PrintBlock, PrintLine, ReceiptKind
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.errors import DeviceGarbled
from hardware.simulators.zvt_machine import Settings
from hardware.simulators.zvt_script import Rule
from hardware.simulators.zvt_terminal import ZvtTerminalSimulator
from tests.hardware.simulators.zvt_register import PASSWORD, REPEAT, Refused, Register, payment

NONE_YET = Mirror(None)
LOST = (ConnectionError, OSError)


@contextmanager
def at_terminal(
    rule: Rule = Rule.CLASSIC, tags: bool = True, ledger: Path | None = None, **settings: object
) -> Iterator[tuple[ZvtTerminalSimulator, Register]]:
    made = Settings(rule=rule, repeat_after=0.05, **settings)  # type: ignore[arg-type]
    with (
        ZvtTerminalSimulator(made, ledger_path=ledger, auto_approve_after=0) as terminal,
        Register(terminal.address) as register,
    ):
        register.register(tags)
        yield terminal, register


def _last(terminal: ZvtTerminalSimulator) -> StatusInformation | None:
    """What a register that comes back is told of the last transaction."""
    assert terminal.wait_for("idle")
    with Register(terminal.address) as register:
        register.register()
        return register.status if register.run(REPEAT) == Completion() else None


# -- ends that are told ------------------------------------------------------------------------------


def test_an_approval_has_all_that_a_register_needs() -> None:
    with at_terminal() as (terminal, register):
        assert register.run(payment()) == Completion()
        status = register.status
        assert status.approved
        assert (status.amount, status.currency, status.receipt_number, status.trace) == (12_800, 410, 1, 1)
        assert (status.terminal_id, status.masked_card) == ("29001234", "541333******3511")
        assert len(status.date) == 4
        assert len(status.time) == 6
        assert not status.card_number_seen
        blocks = [message for message in register.heard if isinstance(message, PrintBlock)]
        assert [block.kind for block in blocks] == [ReceiptKind.CUSTOMER, ReceiptKind.MERCHANT]
        assert all(block.is_last and block.must_print for block in blocks)
        assert "Betrag: KRW 12800" in blocks[0].texts
        assert [entry.kind for entry in terminal.ledger()] == ["charge"]


def test_receipts_come_as_lines_to_a_register_that_knows_no_blocks() -> None:
    with at_terminal(tags=False) as (_terminal, register):
        register.run(payment())
        lines = [message for message in register.heard if isinstance(message, PrintLine)]
        assert sum(line.is_last for line in lines) == 2
        assert "** HÄNDLERBELEG **" in register.printed


def test_a_register_that_does_not_print_gets_no_receipts() -> None:
    with at_terminal() as (_terminal, register):
        register.register(config=0x00)
        register.run(payment())
        assert register.kinds() == ["StatusInformation", "Completion"]


@pytest.mark.parametrize(("outcome", "code"), [("decline", 0x05), ("unreachable_host", 0xA3), ("cancel", 0x6C)])
def test_refusals_move_nothing_and_print_a_negative_receipt(outcome: str, code: int) -> None:
    with at_terminal() as (terminal, register):
        terminal.next(outcome)
        assert register.run(payment()) == Abort(code)
        assert register.status.result == code
        assert [message.negative for message in register.heard if isinstance(message, PrintBlock)] == [True]
        assert terminal.ledger() == []
        assert _last(terminal) is None


@pytest.mark.parametrize(("outcome", "code"), [("device_out", 0xFC), ("paper_out", 0xCC), ("end_of_day_due", 0xF0)])
def test_what_does_not_start_ends_without_a_result(outcome: str, code: int) -> None:
    with at_terminal() as (terminal, register):
        terminal.next(outcome)
        assert register.run(payment()) == Abort(code)
        assert register.kinds() == ["Abort"]
        assert terminal.ledger() == []


@pytest.mark.parametrize(("outcome", "code"), [("busy", 0x9C), ("not_registered", 0x6B)])
def test_what_is_not_taken_up_is_refused_at_once(outcome: str, code: int) -> None:
    with at_terminal() as (terminal, register):
        terminal.next(outcome)
        with pytest.raises(Refused) as refused:
            register.run(payment())
        assert refused.value.code == code
        assert terminal.ledger() == []


def test_a_lost_request_is_never_taken_up() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("lost_request")
        with pytest.raises(LOST):
            register.run(payment())
        assert terminal.ledger() == []


def test_an_end_of_day_that_is_due_stops_payments_until_it_is_done() -> None:
    with at_terminal() as (terminal, register):
        terminal.owe_end_of_day()
        assert register.run(payment()) == Abort(0xF0)
        assert register.run(commands.status_enquiry()) == Completion(software="PT-SIM 1.0", terminal_status=0xF0)
        assert register.run(commands.end_of_day(PASSWORD)) == Completion()
        assert register.run(payment()) == Completion()


def test_its_own_printer_without_paper_matters_only_when_it_prints() -> None:
    with at_terminal() as (terminal, register):
        terminal.take_paper()
        assert register.run(payment()) == Completion()
        register.register(config=0x00)
        assert register.run(payment()) == Abort(0xCC)


@pytest.mark.parametrize(
    ("outcome", "amount", "charged"),
    [("partial", None, 6_400), ("partial", 600, 600), ("wrong_amount", None, 12_801), ("wrong_amount", 9, 9)],
)
def test_the_amount_that_is_told_is_the_one_that_is_charged(outcome: str, amount: int | None, charged: int) -> None:
    with at_terminal() as (terminal, register):
        terminal.next(outcome, amount=amount)
        register.run(payment(partial=outcome == "partial"))
        assert register.status.amount == charged == terminal.balance()


def test_another_currency() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("wrong_currency")
        register.run(payment())
        assert register.status.currency == 840
        assert terminal.balances() == {"USD": 12_800}


def test_a_currency_that_it_does_not_take() -> None:
    with at_terminal() as (terminal, register):
        assert register.run(commands.authorisation(500, 840)) == Abort(0x6F, currency=410)
        assert terminal.ledger() == []


def test_a_whole_card_number_is_sent_and_never_gets_past_the_codec() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("card_number")
        register.run(payment())
        assert any(b"4111111111111111" in apdu.data for apdu in register.raw)
        assert register.status.card_number_seen
        assert all(block.card_number_seen for block in register.heard if isinstance(block, PrintBlock))
        assert "11111111" not in repr(register.heard)


def test_a_signature_is_asked_for_on_the_merchants_receipt() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("signature")
        register.run(payment())
        assert register.status.extras.cardholder_check == 1
        due = [block.signature_due for block in register.heard if isinstance(block, PrintBlock)]
        assert due == [False, True]


def test_twice() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("twice")
        register.run(payment())
        told = [message for message in register.heard if isinstance(message, StatusInformation)]
        assert told[0] == told[1]
        assert terminal.balance() == 12_800


def test_the_result_of_another_attempt() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("other_attempt")
        register.run(payment())
        assert register.status.receipt_number == 9998
        terminal.next("other_attempt")
        register.run(payment(700))
        assert (register.status.receipt_number, register.status.amount) == (1, 12_800)
        assert terminal.balance() == 13_500


def test_a_damaged_result_cannot_be_read() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("garbled")
        with pytest.raises(DeviceGarbled):
            register.run(payment())
        register.close()
        assert terminal.wait_for("idle")
        assert terminal.balance() == 0


def test_a_late_result_comes_all_the_same() -> None:
    with at_terminal() as (terminal, register):
        terminal.next("late", after=0.2)
        assert register.run(payment()) == Completion()
        assert terminal.balance() == 12_800


def test_a_token_is_told_when_it_was_asked_for() -> None:
    with at_terminal() as (_terminal, register):
        register.run(payment())
        assert register.status.extras.token == ""
        register.run(payment(card_control=commands.CARD_ITEM_WANTED))
        assert register.status.extras.token == "C0FFEE0042A7"


# -- lost acknowledgements (payment.md 3.7) ----------------------------------------------------------


@pytest.mark.parametrize("outcome", ["lost", "lost_before_status", "lost_in_print"])
@pytest.mark.parametrize(
    ("rule", "mirror"), [(Rule.CLASSIC, None), (Rule.CLASSIC, NONE_YET), (Rule.SYNCHRONISED, None)]
)
def test_by_the_classic_rule_the_terminal_reverses(outcome: str, rule: Rule, mirror: Mirror | None) -> None:
    """Also the newer terminal does for a register that sends no 1F1F."""
    with at_terminal(rule) as (terminal, register):
        register.run(payment(500, mirror))
        terminal.next(outcome)
        with pytest.raises(LOST):
            register.run(payment(700, mirror))
        told = _last(terminal)
        assert told is not None
        assert (told.amount, told.receipt_number) == (500, 1)
        assert [(entry.kind, entry.amount) for entry in terminal.ledger()][1:] == [("charge", 700), ("reversal", 700)]
        assert terminal.balance() == 500


@pytest.mark.parametrize("outcome", ["lost", "lost_before_status", "lost_in_print"])
def test_by_the_newer_rule_the_charge_stands_and_is_told(outcome: str) -> None:
    with at_terminal(Rule.SYNCHRONISED) as (terminal, register):
        terminal.next(outcome)
        with pytest.raises(LOST):
            register.run(payment(700, NONE_YET))
        told = _last(terminal)
        assert told is not None
        assert (told.amount, told.receipt_number, told.result) == (700, 1, 0)
        assert terminal.balance() == 700


@pytest.mark.parametrize("rule", list(Rule))
def test_after_the_last_acknowledgement_nothing_undoes_it(rule: Rule) -> None:
    with at_terminal(rule) as (terminal, register):
        terminal.next("lost_completion")
        with pytest.raises(LOST):
            register.run(payment(700, NONE_YET))
        assert terminal.wait_for("idle")
        terminal.power_off()
        terminal.power_on()
        assert terminal.balance() == 700


def _lost_second(terminal: ZvtTerminalSimulator, register: Register) -> Register:
    """One payment that the register has, one whose answer is lost; back with a new connection."""
    register.run(payment(500, NONE_YET))
    terminal.next("lost")
    with pytest.raises(LOST):
        register.run(payment(700, Mirror(1)))
    assert terminal.wait_for("idle")
    again = Register(terminal.address)
    again.register()
    return again


@pytest.mark.parametrize(
    ("mirror", "balance", "receipt"),
    [
        (Mirror(1), 509, 2),  # one less: reversed, and its number used again
        (Mirror(2), 1_209, 3),  # in step
        (Mirror(7), 1_209, 3),  # neither: ignored
        (NONE_YET, 1_209, 3),
        (None, 1_209, 3),
    ],
)
def test_the_mirrored_number_says_what_becomes_of_the_last_one(
    mirror: Mirror | None, balance: int, receipt: int
) -> None:
    with at_terminal(Rule.SYNCHRONISED) as (terminal, register):
        again = _lost_second(terminal, register)
        again.run(payment(9, mirror))
        assert (terminal.balance(), again.status.receipt_number) == (balance, receipt)
        again.close()


def test_what_was_reversed_by_mirror_is_not_reversed_again() -> None:
    with at_terminal(Rule.SYNCHRONISED) as (terminal, register):
        again = _lost_second(terminal, register)
        terminal.next("decline")
        again.run(payment(9, Mirror(1)))
        again.run(payment(9, Mirror(1)))
        assert terminal.balance() == 509
        again.close()


# -- goods (3.6) -----------------------------------------------------------------------------------


def _answering(*answers: Apdu) -> "_Answers":
    return _Answers(list(answers))


class _Answers:
    """Answers results with these in their order, everything else with 80 00."""

    def __init__(self, answers: list[Apdu]) -> None:
        self._answers = answers

    def __call__(self, message: TerminalMessage) -> Apdu:
        if isinstance(message, StatusInformation) and self._answers:
            return self._answers.pop(0)
        return POSITIVE


def test_goods_that_take_time_put_the_result_off() -> None:
    with at_terminal() as (terminal, register):
        register.answer = _answering(negative(0x9C), negative(0x9C))
        assert register.run(commands.authorisation(700, 410, max_status=2)) == Completion()
        assert register.kinds().count("StatusInformation") == 3
        assert terminal.balance() == 700


@pytest.mark.parametrize("answers", [[negative(0x66)], [negative(0x9C)] * 2, [negative(0x9D)]])
def test_goods_that_are_not_handed_out_are_paid_back(answers: list[Apdu]) -> None:
    with at_terminal() as (terminal, register):
        register.answer = _answering(*answers)
        assert register.run(commands.authorisation(700, 410, max_status=1)) == Abort(0x6C)
        assert register.status.result == 0x6C
        assert terminal.balance() == 0
        assert _last(terminal) is None


def test_goods_that_are_handed_out_in_part_cost_less() -> None:
    with at_terminal() as (terminal, register):
        register.answer = _answering(negative(0x9D, encode_bitmaps([amount_bitmap(220)])))
        assert register.run(commands.authorisation(700, 410)) == Completion()
        assert register.status.amount == 220
        assert terminal.balance() == 220
        assert register.run(commands.reversal(PASSWORD, 1)) == Completion()
        assert terminal.balance() == 0


def test_a_register_that_cannot_print_is_paid_back_by_the_classic_rule() -> None:
    with at_terminal() as (terminal, register):
        register.answer = lambda message: negative(0xCC) if isinstance(message, PrintBlock) else POSITIVE
        assert register.run(payment()) == Abort(0xCC)
        assert terminal.balance() == 0


# -- reversals and refunds -----------------------------------------------------------------------------


def test_a_reversal_by_receipt_number() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        register.run(payment(800))
        assert register.run(commands.reversal(PASSWORD, 1)) == Completion()
        assert (register.status.amount, register.status.original_trace) == (700, 1)
        assert "Storno" in register.printed
        assert terminal.balance() == 800
        assert {entry.handle for entry in terminal.ledger() if entry.amount == 700} == {"1-0001-000001"}
        assert register.run(commands.reversal(PASSWORD, 1)) == Abort(0xB4)
        assert register.run(commands.reversal(PASSWORD, 99)) == Abort(0xB5)
        assert terminal.balance() == 800


def test_a_reversal_names_the_amount_that_was_paid() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        assert register.run(commands.reversal(PASSWORD, 1, 600, 410)) == Abort(0xB7)
        assert register.run(commands.reversal(PASSWORD, 1, 700, 410)) == Completion()
        assert terminal.balance() == 0


def test_capabilities_of_other_terminals() -> None:
    with at_terminal(partial_reversal=True) as (terminal, register):
        register.run(payment(700))
        assert register.run(commands.reversal(PASSWORD, 1, 600, 410)) == Completion()
        assert register.run(commands.reversal(PASSWORD, 1, 600, 410)) == Abort(0xB7)
        assert register.run(commands.reversal(PASSWORD, 1)) == Completion()
        assert (register.status.amount, terminal.balance()) == (100, 0)
    with at_terminal(reversal_last_only=True) as (terminal, register):
        register.run(payment(700))
        register.run(payment(800))
        assert register.run(commands.reversal(PASSWORD, 1)) == Abort(0xB5)
        assert register.run(commands.reversal(PASSWORD, 2)) == Completion()
        assert terminal.balance() == 700


@pytest.mark.parametrize(("outcome", "code"), [("decline", 0x05), ("unreachable_host", 0xA3)])
def test_a_reversal_may_be_refused(outcome: str, code: int) -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        terminal.next_reversal(outcome)
        assert register.run(commands.reversal(PASSWORD, 1)) == Abort(code)
        assert terminal.balance() == 700


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("outcome", ["lost", "lost_before_status"])
def test_a_reversal_stands_whoever_heard_of_it(rule: Rule, outcome: str) -> None:
    with at_terminal(rule) as (terminal, register):
        register.run(payment(700))
        terminal.next_reversal(outcome)
        with pytest.raises(LOST):
            register.run(commands.reversal(PASSWORD, 1))
        told = _last(terminal)
        assert told is not None
        assert (told.amount, told.original_trace, told.receipt_number) == (700, 1, 2)
        assert terminal.balance() == 0


def test_reversals_that_are_not_taken_up() -> None:
    with at_terminal() as (terminal, register):
        register.run(payment(700))
        terminal.next_reversal("busy")
        with pytest.raises(Refused):
            register.run(commands.reversal(PASSWORD, 1))
        terminal.next_reversal("lost_request")
        with pytest.raises(LOST):
            register.run(commands.reversal(PASSWORD, 1))
        assert terminal.balance() == 700


def test_a_refund_needs_a_card_and_gives_money() -> None:
    with at_terminal() as (terminal, register):
        assert register.run(commands.refund(PASSWORD, 250, 410)) == Completion()
        assert register.status.amount == 250
        assert "Gutschrift" in register.printed
        assert [entry.kind for entry in terminal.ledger()] == ["refund"]
        assert terminal.balance() == -250


def test_declines_can_be_the_last_transaction() -> None:
    with at_terminal(remembers_declines=True) as (terminal, register):
        register.run(payment(700))
        terminal.next("decline")
        register.run(payment(800))
        told = _last(terminal)
        assert told is not None
        assert told.result == 0x05
        assert terminal.balance() == 700


# -- by chance ---------------------------------------------------------------------------------------------


def _once(terminal: ZvtTerminalSimulator, chance: random.Random, mirror: Mirror | None) -> None:
    """One payment or reversal with an outcome by chance, by a register that may die at any message."""
    deaths = chance.choice([99, 99, 99, 0, 1, 2, 3, 4])

    def answer(_message: TerminalMessage) -> Apdu:
        nonlocal deaths
        deaths -= 1
        if deaths < 0:
            raise ConnectionError("the register died")
        return POSITIVE

    terminal.next(chance.choice(["approve", "decline", "cancel", "lost", "lost_in_print", "partial", "twice"]))
    asked = payment(chance.randint(1, 9_999), mirror) if chance.random() < 0.7 else None
    command = asked or commands.reversal(PASSWORD, chance.randint(1, 12))
    with contextlib.suppress(*LOST, Refused), Register(terminal.address) as register:
        register.register()
        register.answer = answer
        register.run(command)
    assert terminal.wait_for("idle")
    if chance.random() < 0.1:
        terminal.power_off()
        terminal.power_on()


@pytest.mark.parametrize(("rule", "mirror"), [(Rule.CLASSIC, None), (Rule.SYNCHRONISED, Mirror(7777))])
def test_whatever_happens_no_charge_is_given_back_twice(tmp_path: Path, rule: Rule, mirror: Mirror | None) -> None:
    """The ledger is what others are checked against, so it must hold by itself; a new process reads the same."""
    chance = random.Random(f"{rule}")
    path = tmp_path / "ledger.jsonl"
    with ZvtTerminalSimulator(Settings(rule=rule), ledger_path=path, auto_approve_after=0) as terminal:
        for _ in range(40):
            _once(terminal, chance, mirror)
        entries = terminal.ledger()
        handles = {entry.handle: [e for e in entries if e.handle == entry.handle] for entry in entries}
        for moves in handles.values():
            assert moves[0].kind == "charge"
            assert sum(move.signed for move in moves) in (0, moves[0].amount)
        assert len(handles) > 10
        last = terminal.last_transaction()
    with ZvtTerminalSimulator(Settings(rule=rule), ledger_path=path) as again:
        assert again.ledger() == entries
        assert again.last_transaction() == last
