"""Stations that are killed: `python -m tests.fakes.crashing_station FOLDER random|points SEED ROUNDS`.

Each round a child process opens the station and sells as fast as it can; what it was told is stored goes to a
pipe, one line a sale, and so outlives it. The child dies by SIGKILL at a random moment, or at a named step of the
writer. At the end the lines of all rounds are written as JSON.
"""

import json
import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.journal import JournalReader
from kiosk.database.journal_mirror import JournalMirror
from kiosk.database.writer import StationWriter
from kiosk.domain.sale import AttemptState
from tests.fakes.station import KEY, StandingClock, card_attempt, card_sale, open_test_station

POINTS = ("before-commit", "after-commit", "before-done")


def sell(unit: UnitOfWork, name: str) -> tuple[int, int, str]:
    service = unit.next_service_id()
    number = unit.next_receipt_number()
    unit.put_attempt(card_attempt(name, AttemptState.APPROVED))
    unit.put_sale(card_sale(f"sale-{name}", number, name), "{}")
    unit.lower_stock("B01001", 1, StandingClock().now())
    return unit.append("sale.completed", {"sale": name, "receipt_number": number}), number, service


def sell_until_killed(folder: Path, pipe: int, turn: int, point: str, count: int) -> None:
    seen = 0

    def at_point(name: str) -> None:
        nonlocal seen
        seen += name == point
        if name == point and seen >= count:
            os.kill(os.getpid(), signal.SIGKILL)

    database = open_test_station(folder)
    mirror = JournalMirror(folder / "station.mirror", KEY)
    mirror.catch_up(JournalReader(database))
    writer = StationWriter(database, StandingClock().now, lambda call: call(), mirror=mirror, at_point=at_point)
    for number in range(100_000):
        name = f"{turn}-{number}"
        stored = writer.run(partial(sell, name=name))
        os.write(pipe, (json.dumps([name, *stored]) + "\n").encode())


def one_round(folder: Path, turn: int, point: str, count: int, seconds: float) -> list[list[object]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            sell_until_killed(folder, writing, turn, point, count)
        finally:
            os._exit(1)
    os.close(writing)
    if not point:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    told = b""
    while portion := os.read(reading, 65_536):
        told += portion
    os.close(reading)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended != -signal.SIGKILL:
        raise SystemExit(f"round {turn} ended with {ended} instead of being killed")
    return [json.loads(line) for line in told.decode().splitlines(keepends=True) if line.endswith("\n")]


def main() -> None:
    folder, way, seed, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(seed)
    told: list[list[object]] = []
    for turn in range(rounds):
        point = POINTS[turn % len(POINTS)] if way == "points" else ""
        told += one_round(folder, turn, point, chance.randint(1, 5), 0.02 + chance.random() * 0.08)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
