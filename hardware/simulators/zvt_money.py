"""Payment, refund and reversal at the simulated ZVT terminal, with both rules about lost acknowledgements."""

import time
from dataclasses import replace

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.bitmaps import Bitmap, Bitmaps, bcd, bcd_digits, decode_bitmaps
from hardware.codecs.zvt.tlv import find
from hardware.errors import DeviceGarbled
from hardware.simulators import zvt_voice as voice
from hardware.simulators.terminal_script import Step
from hardware.simulators.zvt_line import LineLost
from hardware.simulators.zvt_memory import Operation, Transaction
from hardware.simulators.zvt_script import REFUSALS, STARTS_NOT, STOPPED, Rule, ZvtOutcome
from hardware.simulators.zvt_talk import Talk

_WRONG_CURRENCY, _ALREADY_REVERSED, _NO_REVERSAL, _WRONG_AMOUNT, _PROTOCOL_ERROR = 0x6F, 0xB4, 0xB5, 0xB7, 0x9A
_NOT_YET, _PART_ISSUED = 0x9C, 0x9D
_LATE_SECONDS = 3.0


def pay(talk: Talk, operation: Operation = "payment") -> None:
    """06 01, and 06 31 as a refund."""
    machine = talk.machine
    amount = talk.command.bitmaps.number(0x04)
    if not amount:
        talk.refuse(_PROTOCOL_ERROR)
        return
    step = machine.early_step()
    outcome = step.outcome if step else ""
    if outcome == ZvtOutcome.LOST_REQUEST:
        talk.link.drop()
        return
    if outcome in (ZvtOutcome.BUSY, ZvtOutcome.NOT_REGISTERED):
        if outcome == ZvtOutcome.NOT_REGISTERED:
            machine.forget_registration()
        talk.refuse(0x9C if outcome == ZvtOutcome.BUSY else 0x6B)
        return
    talk.accept()
    currency = currency_of(talk)
    if currency is None or not _may_start(talk, outcome):
        return
    _follow_mirror(talk)
    if outcome == ZvtOutcome.REBOOT:
        talk.show(0x0A)
        machine.restart(step.after if step and step.after else 0.5)
        return
    card = talk.wait_for_card(machine.settings.card_timeout) if outcome != ZvtOutcome.CANCEL else None
    if card is None:
        _not_approved(talk, STOPPED, "Abbruch durch Kunde")
        return
    step = machine.card_step()
    _authorise(talk, step)
    _end_payment(talk, operation, amount, currency, card, step)


def reverse(talk: Talk) -> None:
    """06 30: give back the stored payment with a receipt number, wholly or, where the terminal can, in part."""
    machine = talk.machine
    step = machine.next_of(machine.reversals)
    if step.outcome == ZvtOutcome.LOST_REQUEST:
        talk.link.drop()
        return
    receipt = talk.command.bitmaps.number(0x87)
    if step.outcome == ZvtOutcome.BUSY or receipt is None:
        talk.refuse(_NOT_YET if receipt is not None else _PROTOCOL_ERROR)
        return
    talk.accept()
    if currency_of(talk) is None:
        return
    _follow_mirror(talk)
    talk.show(0x0E)
    _authorise(talk, step)
    with machine.changed:
        original = machine.memory.payment(receipt)
        code, amount = _reversal_code(talk, original)
        stored = None
        if original is not None and not code and step.outcome not in REFUSALS:
            stored = machine.new_transaction("reversal", amount, original.currency, original.brand, original.trace)
            machine.memory.book(stored, original.handle)
    if stored is None:
        _not_approved(talk, *REFUSALS.get(ZvtOutcome(step.outcome), (code, "Storno nicht moeglich")))
        return
    # Money that was given back is not taken again because an acknowledgement is missing.
    _deliver(talk, stored, _told(talk, stored.brand, step), step, takes_back=False)


def currency_of(talk: Talk) -> int | None:
    """The currency of a request; one that the terminal does not take ends it with 6F and its own."""
    currencies = talk.machine.settings.currencies
    asked = talk.command.currency
    if asked is None or asked in currencies:
        return currencies[0] if asked is None else asked
    talk.abort(_WRONG_CURRENCY, [Bitmap(0x49, bcd(currencies[0], 2))])
    return None


def tell_again(talk: Talk, transaction: Transaction) -> Apdu:
    """`04 0F` of an older transaction."""
    return voice.result(transaction, _told(talk, transaction.brand, Step()))


def _may_start(talk: Talk, outcome: str) -> bool:
    machine = talk.machine
    if outcome == ZvtOutcome.END_OF_DAY_DUE:
        machine.end_of_day_due = True
    code = STARTS_NOT.get(ZvtOutcome(outcome)) if outcome else None
    code = code or machine.terminal_status()
    if code:
        talk.abort(code)
    return not code


def _follow_mirror(talk: Talk) -> None:
    """The synchronisation rule: the register's last receipt number is one less, so it never got our last result."""
    machine = talk.machine
    mirrored = find(talk.command.bitmaps.tlv(), 0x1F1F)
    if machine.settings.rule is not Rule.SYNCHRONISED or not mirrored:
        return
    with machine.changed:
        last = machine.memory.last()
        if last is None or last.day != machine.memory.day or last.result:
            return
        if int(bcd_digits(mirrored)) == last.before and last.before != machine.memory.last_receipt:
            machine.memory.drop(last, reuse_number=True)


def _authorise(talk: Talk, step: Step) -> None:
    late = step.outcome == ZvtOutcome.LATE
    talk.authorise(0 if late else step.after)
    if late:
        talk.authorise(step.after or _LATE_SECONDS, silent=True)


def _end_payment(talk: Talk, operation: Operation, asked: int, currency: int, card: voice.Card, step: Step) -> None:
    machine = talk.machine
    outcome = ZvtOutcome(step.outcome)
    if outcome in REFUSALS or outcome == ZvtOutcome.CANCEL:
        code, text = REFUSALS.get(outcome, (STOPPED, "Abbruch durch Kunde"))
        if machine.settings.remembers_declines:
            with machine.changed:
                declined = machine.new_transaction(operation, asked, currency, card.brand)
                machine.memory.book(replace(declined, receipt=0, turnover=0, result=code))
            _not_approved(talk, code, text, declined)
            return
        _not_approved(talk, code, text)
        return
    amount, charged_in = asked, currency
    if outcome == ZvtOutcome.PARTIAL:
        amount = step.amount or max(asked // 2, 1)
    elif outcome == ZvtOutcome.WRONG_AMOUNT:
        amount = step.amount or asked + 1
    elif outcome == ZvtOutcome.WRONG_CURRENCY:
        charged_in = 840 if currency != 840 else 978
    with machine.changed:
        numbered = machine.new_transaction(operation, amount, charged_in, card.brand)
        stored = replace(numbered, mirrored=_is_synchronised(talk))
        machine.memory.book(stored)
        machine.changed.notify_all()
    _deliver(talk, stored, _told(talk, card.brand, step), step)


def _deliver(talk: Talk, stored: Transaction, told: voice.Told, step: Step, takes_back: bool = True) -> None:
    """Tell the result and print, and let the rule decide when the register does not acknowledge."""
    machine = talk.machine
    outcome = step.outcome
    stands = not takes_back or stored.mirrored
    try:
        if outcome == ZvtOutcome.LOST_BEFORE_STATUS:
            talk.link.drop()
        status = _spoiled(talk, voice.result(stored, told), step)
        if outcome == ZvtOutcome.LOST:
            talk.link.send(status)
            talk.link.drop()
        if outcome == ZvtOutcome.TWICE:
            talk.ask(status)
        taken = _taken(talk, stored, status, told)
        if taken is None and takes_back:
            _undo(talk, stored)
            _not_approved(talk, STOPPED, "Ware nicht ausgegeben")
            return
        printed = voice.receipts(taken or stored, told, machine.as_blocks) if machine.register_prints else []
        if outcome == ZvtOutcome.LOST_IN_PRINT and printed:
            talk.ask(printed[0])
            talk.link.drop()
        if not talk.print_all(printed) and not stands:
            _undo(talk, stored)
            talk.abort(0xCC)
            return
    except LineLost:
        if stands:
            return
        _undo(talk, stored)
        raise
    with machine.changed:
        machine.memory.confirm(stored)
    if outcome == ZvtOutcome.LOST_COMPLETION:
        talk.link.drop()
    talk.complete()


def _taken(talk: Talk, stored: Transaction, status: Apdu, told: voice.Told) -> Transaction | None:
    """Ask until the register takes the result; None when it says that the goods were not handed out."""
    times = talk.command.bitmaps.byte(0x02) or 0
    answer = talk.ask(status)
    while answer.refusal == _NOT_YET and times > 0:
        times -= 1
        time.sleep(talk.machine.settings.repeat_after)
        answer = talk.ask(status)
    if answer.is_positive:
        return stored
    if answer.refusal != _PART_ISSUED:
        return None
    amount = _lower_amount(answer)
    if amount is None or not 0 < amount < stored.amount:
        return None
    with talk.machine.changed:
        lowered = talk.machine.memory.lower(stored, amount)
    return lowered if talk.ask(voice.result(lowered, told)).is_positive else None


def _lower_amount(answer: Apdu) -> int | None:
    try:
        return decode_bitmaps(answer.data).number(0x04)
    except DeviceGarbled:
        return None


def _undo(talk: Talk, stored: Transaction) -> None:
    with talk.machine.changed:
        talk.machine.memory.drop(stored)


def _not_approved(talk: Talk, code: int, text: str, kept: Transaction | None = None) -> None:
    machine = talk.machine
    with machine.changed:
        trace, at = (kept.trace, kept.at) if kept else (machine.memory.next_trace(), machine.now())
    terminal_id = machine.settings.terminal_id
    talk.ask(voice.refusal(code, at, trace, terminal_id, text))
    if machine.register_prints:
        talk.print_all(voice.negative_receipt(trace, text, at, terminal_id, machine.as_blocks))
    talk.abort(code)


def _reversal_code(talk: Talk, original: Transaction | None) -> tuple[int, int]:
    """0 and the amount to give back, or why not."""
    settings, memory = talk.machine.settings, talk.machine.memory
    if original is None:
        return _NO_REVERSAL, 0
    if settings.reversal_last_only and memory.last() != original:
        return _NO_REVERSAL, 0
    left = memory.open_amount(original)
    asked = talk.command.bitmaps.number(0x04)
    amount = left if asked is None else asked
    if left <= 0:
        return _ALREADY_REVERSED, 0
    if not 0 < amount <= left or (amount != original.amount and not settings.partial_reversal):
        return _WRONG_AMOUNT, 0
    return 0, amount


def _is_synchronised(talk: Talk) -> bool:
    tags: Bitmaps = talk.command.bitmaps
    return talk.machine.settings.rule is Rule.SYNCHRONISED and find(tags.tlv(), 0x1F1F) is not None


def _told(talk: Talk, brand: str, step: Step) -> voice.Told:
    return voice.Told(
        voice.CARDS[brand],
        talk.machine.settings.terminal_id,
        synchronised=talk.machine.settings.rule is Rule.SYNCHRONISED,
        token=find(talk.command.bitmaps.tlv(), 0x1F15) is not None,
        whole_number=step.outcome == ZvtOutcome.CARD_NUMBER,
        signature=step.outcome == ZvtOutcome.SIGNATURE,
    )


def _spoiled(talk: Talk, status: Apdu, step: Step) -> Apdu:
    if step.outcome == ZvtOutcome.GARBLED:
        return Apdu(status.control, status.data[:-3])
    if step.outcome == ZvtOutcome.OTHER_ATTEMPT:
        other = talk.machine.memory.before_last()
        mine = talk.machine.memory.last()
        if other is None and mine is not None:
            other = replace(mine, amount=mine.amount + 700, receipt=9998, turnover=999_998, trace=999_998)
        return tell_again(talk, other) if other else status
    return status
