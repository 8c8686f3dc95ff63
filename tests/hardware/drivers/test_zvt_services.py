"""What a ZVT terminal does beside payments: its health, its day, its display, its reader."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import Outcome
from hardware.ports.terminal_extras import Answer, BrandTotal
from tests.hardware.drivers.terminal_bench import Register, ignore, new_id
from tests.hardware.drivers.zvt_bench import ZvtBench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ZvtBench]:
    bench = ZvtBench(tmp_path)
    yield bench
    bench.close()


@pytest.fixture
def register(bench: ZvtBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


def test_the_end_of_day_tells_its_sums_by_brand(bench: ZvtBench, register: Register) -> None:
    register.pays()
    paid = register.pays(register.asks(700))

    totals = bench.driver.end_of_day(new_id())

    assert (totals.amount, totals.count, totals.currency) == (13_500, 2, "KRW")
    assert totals.brands == (BrandTotal("Mastercard", 2, 13_500),)
    assert totals.batch == "0001-0002"
    assert totals.receipt[0] == "** KASSENSCHNITT **"
    assert register.gives_back(paid).outcome is Outcome.DECLINED  # yesterday's numbers are nobody's


@pytest.mark.parametrize(("outcome", "words"), [("decline", "77"), ("lost", "lost"), ("lost_request", "lost")])
def test_an_end_of_day_without_an_answer_is_not_known(bench: ZvtBench, outcome: str, words: str) -> None:
    bench.simulator.next_end_of_day(outcome)

    totals = bench.driver.end_of_day(new_id())

    assert not totals.known
    assert words in totals.message


def test_a_card_is_recognised_without_a_charge(bench: ZvtBench, register: Register) -> None:
    reading = ThreadPoolExecutor(1).submit(lambda: bench.driver.read_token(register.asks(), ignore))
    assert bench.tap()

    token = reading.result(20)

    assert token.token == "C0FFEE0042A7"
    assert bench.charged() == 0


def test_reading_a_card_can_be_stopped(bench: ZvtBench, register: Register) -> None:
    asked = register.asks()
    told = threading.Event()
    reading = ThreadPoolExecutor(1).submit(lambda: bench.driver.read_token(asked, lambda _news: told.set()))
    assert told.wait(5)
    while not reading.done():
        assert bench.driver.abort(asked.service_id, new_id())
        time.sleep(0.02)

    assert reading.result(20).token == ""


@pytest.mark.parametrize(
    ("brand", "years", "answer"),
    [("girocard", 18, Answer.YES), ("girocard", 60, Answer.NO), ("Visa", 18, Answer.NONE)],
)
def test_a_card_may_say_whether_its_holder_is_old_enough(
    bench: ZvtBench, brand: str, years: int, answer: Answer
) -> None:
    asking = ThreadPoolExecutor(1).submit(lambda: bench.driver.verify_age(years, new_id()))
    assert bench.simulator.tap_card(5.0, brand)

    assert asking.result(20).answer is answer


def test_more_lines_than_a_terminal_shows_are_our_mistake(bench: ZvtBench) -> None:
    with pytest.raises(DeviceMisused):
        bench.driver.display(("line",) * 9, 1, new_id())
