"""Positions are given after the commit: whoever reads the feed skips no row, however late it was committed."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from sync.central.app import Central
from sync.central.catalogue.changing import put_recall
from sync.central.catalogue.feed import changes_after, forget_changes, newest_position, number_changes
from sync.central.database.engine import transaction


def recall(name: str) -> str:
    return f'{{"id": "{name}", "skus": ["B1"], "reason": {{"ko": "이물"}}}}'


def test_a_row_that_was_written_first_and_committed_last_comes_last(central: Central) -> None:
    number_changes(central.engine)
    with transaction(central.engine) as session:
        start = newest_position(session)
    with transaction(central.engine) as slow:
        put_recall(slow, recall("early"))
        with transaction(central.engine) as quick:
            put_recall(quick, recall("late"))
        assert number_changes(central.engine) == 1
        with transaction(central.engine) as reader:
            seen = changes_after(reader, start)
            assert [row.subject for row in seen] == ["late"]
    assert number_changes(central.engine) == 1
    with transaction(central.engine) as reader:
        assert [row.subject for row in changes_after(reader, seen[-1].position or 0)] == ["early"]
        forget_changes(reader, newest_position(reader))
    assert number_changes(central.engine) == 0


@contextmanager
def at_once(*work: threading.Thread) -> Iterator[None]:
    for thread in work:
        thread.start()
    yield
    for thread in work:
        thread.join(60)
        assert not thread.is_alive()


@pytest.mark.parametrize("each", [25, pytest.param(400, marks=pytest.mark.long)])
def test_no_reader_skips_a_row_while_many_commit_out_of_order(central: Central, each: int) -> None:
    """Six writers hold their transactions open across one another, two publishers compete, two readers follow."""
    writers, ended = 6, threading.Event()
    barrier = threading.Barrier(writers)
    seen: list[list[tuple[int, str]]] = [[], []]
    out_of_order: list[int] = []
    with transaction(central.engine) as session:
        number_changes(central.engine)
        start = newest_position(session)

    def write(number: int) -> None:
        dice = random.Random(number)
        for turn in range(each):
            with transaction(central.engine) as session:
                put_recall(session, recall(f"{number}/{turn}"))
                # All six have written now; they commit one after another in an order of their own.
                barrier.wait(30)
                session.execute(text("SELECT pg_sleep(:s)"), {"s": dice.random() / 200})

    def publish() -> None:
        while not ended.is_set():
            number_changes(central.engine)

    def follow(mine: list[tuple[int, str]]) -> None:
        position = start
        while True:
            last = ended.is_set()
            with transaction(central.engine) as session:
                rows = changes_after(session, position, 7)
            for row in rows:
                assert row.position is not None
                mine.append((row.change, row.subject))
                position = row.position
            if last and not rows:
                return

    publishers = [threading.Thread(target=publish) for _ in range(2)]
    readers = [threading.Thread(target=follow, args=(mine,)) for mine in seen]
    with at_once(*publishers, *readers):
        with at_once(*(threading.Thread(target=write, args=(number,)) for number in range(writers))):
            pass
        number_changes(central.engine)
        ended.set()
    wanted = sorted(f"{number}/{turn}" for number in range(writers) for turn in range(each))
    for mine in seen:
        assert sorted(subject for _, subject in mine) == wanted
        changes = [change for change, _ in mine]
        out_of_order += [change for change, before in zip(changes[1:], changes, strict=False) if change < before]
    # Otherwise nothing was shown: numbers taken inside the transactions would have been skipped here.
    assert out_of_order
