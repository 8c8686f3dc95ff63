"""Signals are noted and break in on nothing."""

import os
import signal
import threading

import pytest

from sync.central.interruption import Interruption


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_noted_and_raised_only_where_it_is_asked_for(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with Interruption() as interruption:
        interruption.check()
        os.kill(os.getpid(), number)
        assert interruption.came
        with pytest.raises(KeyboardInterrupt):
            interruption.check()
        os.kill(os.getpid(), number)  # an impatient second one breaks in on nothing either
    assert signal.getsignal(number) == before


def test_a_signal_inside_a_finalizer_is_not_lost() -> None:
    class Dying:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    with Interruption() as interruption:
        Dying()
        assert interruption.came


def test_what_the_shell_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Interruption() as interruption:
            os.kill(os.getpid(), signal.SIGHUP)
            assert not interruption.came
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_another_thread_takes_no_signals_but_can_note_and_ask() -> None:
    interruption = Interruption()
    before = signal.getsignal(signal.SIGINT)
    seen = []

    def work() -> None:
        with interruption:
            seen.append(signal.getsignal(signal.SIGINT))
            interruption.note()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
    assert interruption.came
