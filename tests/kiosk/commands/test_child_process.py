"""Programs that a command starts end before it does."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.commands.child_process import end, run_to_its_end
from sync.central.interruption import Interruption
from tests.fakes.processes import alive, wait_until

STUBBORN = (
    "import signal, sys, time; from pathlib import Path; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "Path(sys.argv[1]).touch(); time.sleep(60)"
)


def test_what_a_program_says_and_how_it_ended_is_told() -> None:
    command = [sys.executable, "-c", "import sys; print('said'); sys.stderr.write('complained'); sys.exit(3)"]
    done = run_to_its_end(command, Interruption(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert (done.returncode, done.stdout, done.stderr) == (3, "said\n", "complained")


def test_much_is_said_without_a_jam_while_it_is_waited_for() -> None:
    command = [sys.executable, "-c", "import time; print('x' * 1_000_000); time.sleep(0.5); print('y' * 1_000_000)"]
    done = run_to_its_end(command, Interruption(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert len(done.stdout) == 2_000_002


def test_an_interrupted_program_is_gone_before_the_interrupt_is_raised(tmp_path: Path) -> None:
    interruption = Interruption()

    def interrupt() -> None:
        wait_until((tmp_path / "begun").exists, 60)
        interruption.note()

    thread = threading.Thread(target=interrupt)
    thread.start()
    program = "import sys, time; from pathlib import Path; Path(sys.argv[1]).touch(); time.sleep(60)"
    with pytest.raises(KeyboardInterrupt):
        run_to_its_end([sys.executable, "-c", program, str(tmp_path / "begun")], interruption, stdout=None, stderr=None)
    thread.join()
    assert alive(tmp_path) == {}
    with pytest.raises(KeyboardInterrupt):
        run_to_its_end([sys.executable, "-c", program, str(tmp_path / "not")], interruption, stdout=None, stderr=None)
    assert not (tmp_path / "not").exists()


def test_a_program_that_does_not_listen_is_ended_hard(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", STUBBORN, str(tmp_path / "begun")])
    assert wait_until((tmp_path / "begun").exists, 60)
    began = time.monotonic()
    end(process)
    assert process.returncode == -9
    assert time.monotonic() - began < 60
    end(process)
