"""A device's last bytes: kept while somebody looks, and not a moment longer."""

from hardware.drivers.byte_memory import MOST, ByteMemory
from hardware.ports.byte_watch import SeenBytes


class Clock:
    """Moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_kept_unless_somebody_looks() -> None:
    clock = Clock()
    memory = ByteMemory(clock)
    memory.note(b"8801234567893\r")
    assert memory.last() is None
    memory.watch(5.0)
    assert memory.last() is None


def test_what_comes_in_one_go_is_one_row_and_a_pause_begins_the_next() -> None:
    clock = Clock()
    memory = ByteMemory(clock)
    memory.watch(5.0)
    memory.note(b"8801")
    clock.now += 0.1
    memory.note(b"234\r\n")
    assert memory.last() == SeenBytes(b"8801234\r\n", 100.1)
    clock.now += 0.5
    memory.note(b"ABC\r")
    assert memory.last() == SeenBytes(b"ABC\r", 100.6)


def test_after_the_look_it_is_gone() -> None:
    clock = Clock()
    memory = ByteMemory(clock)
    memory.watch(5.0)
    memory.note(b"secret\r")
    clock.now += 5.1
    assert memory.last() is None
    memory.note(b"more\r")
    memory.watch(5.0)
    assert memory.last() is None


def test_leaving_forgets_at_once() -> None:
    memory = ByteMemory(Clock())
    memory.watch(5.0)
    memory.note(b"secret\r")
    memory.watch(0)
    memory.watch(5.0)
    assert memory.last() is None


def test_a_flood_keeps_its_end() -> None:
    memory = ByteMemory(Clock())
    memory.watch(5.0)
    memory.note(b"x" * 4096 + b"\r")
    seen = memory.last()
    assert seen is not None
    assert (len(seen.octets), seen.octets[-2:]) == (MOST, b"x\r")
