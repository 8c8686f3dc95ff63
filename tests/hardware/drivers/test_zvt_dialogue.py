"""One command through a terminal that says what a script says: who answers what, how long, when stopping is allowed."""

import threading
from collections.abc import Callable

import pytest

from hardware.codecs.zvt import commands
from hardware.codecs.zvt.apdu import Apdu, negative
from hardware.codecs.zvt.messages import Abort, Completion, IntermediateStatus
from hardware.drivers.zvt_dialogue import Dialogue, Pace, Refused, StopSwitch
from hardware.drivers.zvt_session import Hearing
from hardware.errors import DeviceGarbled, DeviceOffline
from tests.hardware.drivers.zvt_line import ACK, COMPLETION, ScriptedLink, aborted, status

PAY = commands.authorisation(12_800, 410)
WAITS = Apdu(0x04FF, b"\x0a")
AUTHORISES = Apdu(0x04FF, b"\x04")


class Time:
    """A clock that goes on by a second each time it is read."""

    def __init__(self, step: float = 1.0) -> None:
        self.now = 0.0
        self._step = step

    def __call__(self) -> float:
        self.now += self._step
        return self.now


def _dialogue(link: ScriptedLink, clock: Callable[[], float] | None = None, pace: Pace | None = None) -> Dialogue:
    return Dialogue(link, pace or Pace(), clock or Time(0.0))


def test_everything_the_terminal_says_is_answered() -> None:
    link = ScriptedLink([ACK, WAITS, status(), Apdu(0x06D1, b"\x00ZAHLUNG"), Apdu(0x06D1, b"\x81"), COMPLETION])
    hearing = Hearing()

    ending = _dialogue(link).run(PAY, hearing)

    assert isinstance(ending, Completion)
    assert link.heard == [PAY, ACK, ACK, ACK, ACK, ACK]
    assert [told.amount for told in hearing.told] == [12_800]
    assert hearing.book.receipts().customer == ("ZAHLUNG",)


def test_a_command_that_is_not_taken_up_ends_at_once() -> None:
    assert _dialogue(ScriptedLink([negative(0x9C)])).run(PAY, Hearing()) == Refused(0x9C)


def test_84_00_is_an_acknowledgement() -> None:
    assert isinstance(_dialogue(ScriptedLink([Apdu(0x8400), COMPLETION])).run(PAY, Hearing()), Completion)


def test_an_abort_of_the_terminal_has_its_code() -> None:
    ending = _dialogue(ScriptedLink([ACK, aborted(0x6C)])).run(PAY, Hearing())

    assert isinstance(ending, Abort)
    assert ending.code == 0x6C


def test_words_of_an_earlier_dialogue_are_not_answered() -> None:
    """A result that belongs to another command must not be confirmed."""
    link = ScriptedLink([status(), ACK, COMPLETION])
    hearing = Hearing()

    _dialogue(link).run(PAY, hearing)

    assert hearing.told == []
    assert link.heard == [PAY, ACK]


def test_without_an_answer_within_t3_nobody_knows() -> None:
    with pytest.raises(DeviceOffline, match="did not answer 06 01 within 5 s"):
        _dialogue(ScriptedLink([None] * 20), Time()).run(PAY, Hearing())


def test_without_a_word_within_t4_nobody_knows() -> None:
    with pytest.raises(DeviceOffline, match="in the midst of 06 01"):
        _dialogue(ScriptedLink([ACK, *[None] * 400]), Time()).run(PAY, Hearing())


def test_a_terminal_may_ask_for_more_time() -> None:
    silence: list[Apdu | None] = [None] * 250  # each costs a second by this clock
    longer = Apdu(0x04FF, b"\x0a\x10")

    assert isinstance(
        _dialogue(ScriptedLink([ACK, longer, *silence, COMPLETION]), Time()).run(PAY, Hearing()), Completion
    )
    with pytest.raises(DeviceOffline):
        _dialogue(ScriptedLink([ACK, WAITS, *silence, COMPLETION]), Time()).run(PAY, Hearing())


def test_a_terminal_that_never_ends_is_given_up() -> None:
    with pytest.raises(DeviceOffline):
        _dialogue(ScriptedLink([ACK, *[WAITS] * 5_000]), Time()).run(PAY, Hearing())


@pytest.mark.parametrize("end", [COMPLETION, aborted(0x6C)])
def test_what_cannot_be_read_is_refused_and_the_end_unknown(end: Apdu) -> None:
    """The terminal is heard out, so that it can take back what it did; what that was is asked for later."""
    link = ScriptedLink([ACK, Apdu(0x040F, b"\x27\x00\x99"), end])

    with pytest.raises(DeviceGarbled):
        _dialogue(link).run(PAY, Hearing())
    assert link.heard == [PAY, negative(0x9A), ACK]


def test_news_that_cannot_be_read_cost_no_payment() -> None:
    link = ScriptedLink([ACK, Apdu(0x04FF), COMPLETION])

    assert isinstance(_dialogue(link).run(PAY, Hearing()), Completion)
    assert link.heard == [PAY, ACK, ACK]


def test_a_command_that_a_register_does_not_know_is_refused() -> None:
    link = ScriptedLink([ACK, Apdu(0x06E0, b"\xf0\x05"), COMPLETION])

    _dialogue(link).run(PAY, Hearing())

    assert link.heard[1] == negative(0x83)


def test_an_end_counts_also_when_its_answer_is_lost() -> None:
    assert isinstance(_dialogue(ScriptedLink([ACK, COMPLETION], deaf=1)).run(PAY, Hearing()), Completion)


def test_a_register_without_a_printer_says_so() -> None:
    link = ScriptedLink([ACK, status(), Apdu(0x06D1, b"\x00ZAHLUNG"), aborted(0xCC)])

    _dialogue(link).run(PAY, Hearing(prints=False))

    assert link.heard[2] == negative(0xCC)


def _asked(switch: StopSwitch, within: float = 5.0) -> "tuple[threading.Thread, list[bool]]":
    said: list[bool] = []
    thread = threading.Thread(target=lambda: said.append(switch.ask(within)))
    thread.start()
    while not switch.wanted:
        pass
    return thread, said


def test_a_wish_to_stop_goes_out_while_a_card_is_awaited() -> None:
    switch = StopSwitch()
    thread, said = _asked(switch)
    link = ScriptedLink([ACK, ACK, aborted(0x6C)])

    _dialogue(link).run(PAY, Hearing(), switch)
    switch.end()
    thread.join()

    assert link.heard == [PAY, commands.abort(), ACK]
    assert said == [True]


def test_a_wish_to_stop_is_not_sent_while_the_host_is_asked() -> None:
    switch = StopSwitch()

    class Listener(Hearing):
        def intermediate(self, told: IntermediateStatus) -> None:
            self.thread, self.said = _asked(switch)

    listener = Listener()
    link = ScriptedLink([ACK, AUTHORISES, status(), COMPLETION])
    _dialogue(link).run(PAY, listener, switch)
    switch.end()
    listener.thread.join()

    assert commands.abort() not in link.heard
    assert listener.said == [False]


def test_a_terminal_may_refuse_to_stop() -> None:
    switch = StopSwitch()
    thread, said = _asked(switch)
    link = ScriptedLink([ACK, negative(0x83), status(), COMPLETION])

    assert isinstance(_dialogue(link).run(PAY, Hearing(), switch), Completion)
    switch.end()
    thread.join()

    assert said == [False]


def test_stopping_what_has_ended_is_done_and_what_never_ran_is_not() -> None:
    ended, never = StopSwitch(), StopSwitch()
    ended.reach()
    ended.end()
    never.end()

    assert ended.ask(0.1)
    assert not never.ask(0.1)
