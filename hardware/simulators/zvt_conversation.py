"""All commands of one connection to the simulated ZVT terminal, one after the other."""

from collections.abc import Callable
from dataclasses import replace

from hardware.codecs.zvt.apdu import Apdu, Control, negative
from hardware.codecs.zvt.bitmaps import TLV_CONTAINER, bcd_digits
from hardware.codecs.zvt.command_reader import decode_command
from hardware.codecs.zvt.tlv import find, find_all
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.simulators import zvt_voice as voice
from hardware.simulators.zvt_line import LineLost, Link
from hardware.simulators.zvt_machine import CURRENCY_NAMES, Machine, TerminalState
from hardware.simulators.zvt_money import currency_of, pay, reverse, tell_again
from hardware.simulators.zvt_script import REFUSALS, STOPPED, ZvtOutcome
from hardware.simulators.zvt_talk import PowerLost, Talk

_BUSY, _NOT_REGISTERED, _PROTOCOL_ERROR, _NOT_POSSIBLE, _NO_DAY = 0x9C, 0x6B, 0x9A, 0x83, 0x77
_SEND_STATUS, _DO_NOT_PRINT = 0x01, 0x02
_LAST_WORD = 0.3  # seconds
_ADMINISTRATION = 0x84  # the register takes administration receipts, as print commands
_ALWAYS = frozenset({Control.REGISTRATION, Control.STATUS_ENQUIRY, Control.LOG_OFF})


def serve(machine: Machine, link: Link) -> None:
    """Obey what comes on a link until it breaks."""
    try:
        while link.is_open and machine.on:
            apdu = link.take(None)
            if apdu is not None and not apdu.is_positive and apdu.refusal is None:
                _obey(machine, link, apdu)
    except (LineLost, PowerLost):
        pass
    finally:
        # On a serial cable the next conversation has begun already.
        link.drop()


def _obey(machine: Machine, link: Link, apdu: Apdu) -> None:
    with machine.changed:
        machine.seen[apdu.name] += 1
        # A dialogue whose last acknowledgement is just being read is over for its register.
        busy = not machine.changed.wait_for(lambda: machine.dialogue is None, _LAST_WORD)
        if not busy:
            machine.dialogue = link
            machine.state = TerminalState.BUSY
            machine.changed.notify_all()
    if busy:
        link.send(negative(_BUSY))
        return
    try:
        _begin(machine, link, apdu)
    finally:
        with machine.changed:
            machine.dialogue = None
            machine.state = TerminalState.IDLE
            machine.changed.notify_all()


def _begin(machine: Machine, link: Link, apdu: Apdu) -> None:
    handler = _HANDLERS.get(apdu.control)
    if handler is None:
        link.send(negative(_NOT_POSSIBLE))
        return
    try:
        talk = Talk(machine, link, decode_command(apdu))
    except DeviceGarbled:
        link.send(negative(_PROTOCOL_ERROR))
        return
    if not machine.registered and apdu.control not in _ALWAYS:
        talk.refuse(_NOT_REGISTERED)
        return
    if talk.command.password and talk.command.password != machine.settings.password:
        talk.accept()
        talk.abort(_NOT_POSSIBLE)
        return
    try:
        handler(talk)
    except (DeviceGarbled, DeviceMisused):
        # A field inside is damaged, or asks for more than the format holds: nothing was stored yet.
        if talk.accepted:
            talk.abort(_PROTOCOL_ERROR)
        else:
            talk.refuse(_PROTOCOL_ERROR)


def _register(talk: Talk) -> None:
    machine, command = talk.machine, talk.command
    talk.accept()
    if currency_of(talk) is None:
        return
    commands = find_all(command.bitmaps.tlv(), 0x26, 0x0A)
    with machine.changed:
        machine.registered = True
        machine.config = command.config_byte or 0
        machine.as_blocks = Control.PRINT_BLOCK.to_bytes(2, "big") in commands
    with_tags = command.bitmaps.value(TLV_CONTAINER) is not None
    talk.ask(voice.registered(machine.settings.terminal_id, command.currency, _COMMANDS if with_tags else None))


def _log_off(talk: Talk) -> None:
    talk.machine.forget_registration()
    talk.accept()


def _enquire(talk: Talk) -> None:
    talk.accept()
    talk.ask(voice.status_report(talk.machine.settings.software, talk.machine.terminal_status()))


def _repeat(talk: Talk) -> None:
    machine = talk.machine
    talk.accept()
    with machine.changed:
        last = machine.memory.last()
    if last is None:
        talk.abort(_NOT_POSSIBLE)
        return
    service = talk.command.bitmaps.byte(0x03) or 0
    if service & _SEND_STATUS and last.result:
        talk.ask(voice.refusal(last.result, last.at, last.trace, machine.settings.terminal_id))
    elif service & _SEND_STATUS:
        talk.ask(tell_again(talk, last))
    if not service & _DO_NOT_PRINT and machine.register_prints and not last.result:
        told = voice.Told(voice.CARDS[last.brand], machine.settings.terminal_id)
        talk.print_all(voice.receipts(last, told, machine.as_blocks))
    talk.complete()


def _reprint(talk: Talk) -> None:
    _repeat(Talk(talk.machine, talk.link, replace(talk.command, control=Control.REPEAT_RECEIPT)))


def _end_day(talk: Talk) -> None:
    machine = talk.machine
    step = machine.next_of(machine.days)
    if step.outcome == ZvtOutcome.LOST_REQUEST:
        talk.link.drop()
        return
    talk.accept()
    talk.show(0x17)
    if step.outcome in REFUSALS:
        talk.abort(_NO_DAY)
        return
    with machine.changed:
        totals, amount, _count = machine.memory.totals()
        trace, at = machine.memory.next_trace(), machine.now()
        machine.memory.close_day()
        machine.end_of_day_due = False
    if step.outcome == ZvtOutcome.LOST:
        talk.link.drop()
    talk.ask(voice.day_totals(totals, amount, at, trace))
    if machine.config & _ADMINISTRATION == _ADMINISTRATION:
        currency = machine.settings.currencies[0]
        name = CURRENCY_NAMES.get(currency, f"{currency:03d}")
        talk.print_all(voice.day_receipt(totals, amount, currency, name, at, machine.as_blocks))
    talk.complete()


def _read_card(talk: Talk) -> None:
    machine = talk.machine
    years = find(talk.command.bitmaps.tlv(), 0x1F6B)
    talk.accept()
    seconds = min(float(talk.command.timeout or 0) or machine.settings.card_timeout, machine.settings.card_timeout)
    card = talk.wait_for_card(seconds)
    if card is None:
        talk.abort(STOPPED)
        return
    age = int(bcd_digits(years)) if years is not None else None
    talk.ask(voice.card_read(card, machine.now(), machine.settings.terminal_id, age))
    talk.complete()


def _book_tip(talk: Talk) -> None:
    machine, fields = talk.machine, talk.command.bitmaps
    talk.accept()
    with machine.changed:
        original = machine.memory.payment(fields.number(0x87) or 0)
        tip = fields.number(0x04) or 0
        stored = None
        if original is not None and tip and machine.memory.open_amount(original) == original.amount:
            stored = machine.new_transaction("tip", tip, original.currency, original.brand, original.trace)
            machine.memory.book(stored)
            machine.memory.confirm(stored)
    if stored is None:
        talk.abort(0xB7)
        return
    talk.ask(tell_again(talk, stored))
    talk.complete()


def _talk_to_host(talk: Talk) -> None:
    talk.accept()
    talk.show(0xC9 if talk.command.control == Control.DIAGNOSIS else 0xCA)
    talk.complete()


def _just_accept(talk: Talk) -> None:
    # Display text and clock: 80 00 is the whole answer.
    talk.accept()


def _nothing_to_stop(talk: Talk) -> None:
    talk.refuse(_NOT_POSSIBLE)


_HANDLERS: dict[int, Callable[[Talk], None]] = {
    Control.REGISTRATION: _register,
    Control.AUTHORISATION: pay,
    Control.LOG_OFF: _log_off,
    Control.BOOK_TIP: _book_tip,
    Control.REPRINT: _reprint,
    Control.REPEAT_RECEIPT: _repeat,
    Control.REVERSAL: reverse,
    Control.REFUND: lambda talk: pay(talk, "refund"),
    Control.END_OF_DAY: _end_day,
    Control.DIAGNOSIS: _talk_to_host,
    Control.INITIALISATION: _talk_to_host,
    Control.SET_CLOCK: _just_accept,
    Control.DISPLAY_TEXT: _just_accept,
    Control.READ_CARD: _read_card,
    Control.STATUS_ENQUIRY: _enquire,
    Control.ABORT_BY_REGISTER: _nothing_to_stop,
}
_COMMANDS = (*_HANDLERS, Control.PRINT_LINE, Control.PRINT_BLOCK)
