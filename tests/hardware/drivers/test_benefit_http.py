"""The driver of a benefit host against its simulator over real sockets: every way an answer can go wrong (I-1, I-9)."""

import random
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from hardware.codecs.benefit_message import SharedKey
from hardware.driver_table import build
from hardware.drivers.benefit_http import BenefitHttp, BenefitSettings
from hardware.errors import DeviceMisused
from hardware.ports.benefit_host import (
    BenefitHost,
    BenefitKind,
    EndOutcome,
    ReservationState,
    ReserveOutcome,
    ReserveRequest,
)
from hardware.simulators.benefit_host import SimulatedBenefitHost

SECRET = "a key of this test only"
MEMBER, VOUCHER, COUPON = "2900000123456", "GIFT-77", "APP-1"


def wish(
    name: str = "K03.Q1", kind: BenefitKind = BenefitKind.POINTS, code: str = MEMBER, amount: int = 3000
) -> ReserveRequest:
    return ReserveRequest(name, kind, code, amount, "KRW", "sale-1", "K03", "S001", "2026-11-22T15:00:00+09:00")


@pytest.fixture
def host() -> Iterator[SimulatedBenefitHost]:
    made = SimulatedBenefitHost("S001", SECRET)
    made.ledger.account("points", MEMBER, 5000)
    made.ledger.account("voucher", VOUCHER, 2000, "상품권")
    made.ledger.account("coupon", COUPON, 1, "app-1000")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def driver(host: SimulatedBenefitHost) -> Iterator[BenefitHost]:
    made = build("benefits", "benefit-http", host.address, {"shop": "S001", "secret": SECRET, "answer_timeout": 1.5})
    yield made
    made.close()


def test_points_are_reserved_and_burned(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    assert driver.health().ready
    assert driver.balance(MEMBER, "KRW").amount == 5000
    made = driver.reserve(wish())
    assert (made.outcome, made.reservation.amount, made.reservation.balance) == (ReserveOutcome.RESERVED, 3000, 2000)
    assert driver.balance(MEMBER, "KRW").amount == 2000
    assert driver.status("K03.Q1").state is ReservationState.RESERVED
    for _ in range(2):
        assert driver.burn("K03.Q1").outcome is EndOutcome.DONE
    assert driver.status("K03.Q1").state is ReservationState.BURNED
    assert driver.release("K03.Q1").outcome is EndOutcome.REFUSED
    assert host.ledger.burned() == {"K03.Q1": 3000}


def test_points_are_reserved_and_released(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    driver.reserve(wish())
    for _ in range(2):
        assert driver.release("K03.Q1").outcome is EndOutcome.DONE
    assert driver.burn("K03.Q1").outcome is EndOutcome.REFUSED
    assert host.ledger.left("points", MEMBER) == 5000


def test_the_same_request_again_reserves_once(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    first, again = driver.reserve(wish()), driver.reserve(wish())
    assert first.reservation.handle == again.reservation.handle
    assert host.ledger.left("points", MEMBER) == 2000
    other = driver.reserve(wish(amount=1000))
    assert (other.outcome, other.reservation.reason) == (ReserveOutcome.REFUSED, "conflict")


def test_a_voucher_pays_what_it_is_worth(driver: BenefitHost) -> None:
    made = driver.reserve(wish(kind=BenefitKind.VOUCHER, code=VOUCHER, amount=4800))
    assert (made.outcome, made.reservation.amount, made.reservation.balance) == (ReserveOutcome.RESERVED, 2000, 0)


def test_a_coupon_is_held_by_one_at_a_time(driver: BenefitHost) -> None:
    made = driver.reserve(wish("K03.C1", BenefitKind.COUPON, COUPON, 0))
    assert (made.outcome, made.reservation.coupon) == (ReserveOutcome.RESERVED, "app-1000")
    second = driver.reserve(wish("K03.C2", BenefitKind.COUPON, COUPON, 0))
    assert (second.outcome, second.reservation.reason) == (ReserveOutcome.REFUSED, "used")
    driver.release("K03.C1")
    assert driver.reserve(wish("K03.C3", BenefitKind.COUPON, COUPON, 0)).outcome is ReserveOutcome.RESERVED


def test_what_the_host_refuses(driver: BenefitHost) -> None:
    assert driver.reserve(wish(amount=5001)).reservation.reason == "not_enough"
    assert driver.reserve(wish("K03.Q2", code="nobody")).reservation.reason == "unknown_member"
    assert driver.balance("nobody", "KRW").reason == "unknown_member"
    assert driver.status("K03.Q9").state is ReservationState.NOT_FOUND
    assert driver.burn("K03.Q9").outcome is EndOutcome.REFUSED


@pytest.mark.parametrize(
    "script", ["lost", "http_error", "garbled", "unsigned", "other_answer", "other_id", "late", "busy", "lost_request"]
)
def test_an_answer_that_is_none_is_not_known_and_then_found_out(
    host: SimulatedBenefitHost, driver: BenefitHost, script: str
) -> None:
    host.next(script, after=2.5)
    assert driver.reserve(wish()).outcome is ReserveOutcome.UNKNOWN
    told = driver.status("K03.Q1").state
    taken_up = host.ledger.find("K03.Q1") is not None
    assert told is (ReservationState.RESERVED if taken_up else ReservationState.NOT_FOUND)
    assert taken_up is (script not in ("lost_request", "busy"))
    assert driver.release("K03.Q1").outcome is EndOutcome.DONE
    assert host.ledger.left("points", MEMBER) == 5000


@pytest.mark.parametrize("script", ["lost", "http_error", "garbled", "unsigned", "other_answer", "lost_request"])
def test_a_burn_is_repeated_until_the_host_says_so(
    host: SimulatedBenefitHost, driver: BenefitHost, script: str
) -> None:
    driver.reserve(wish())
    host.next(script, of="end")
    assert driver.burn("K03.Q1").outcome is EndOutcome.UNKNOWN
    assert driver.burn("K03.Q1").outcome is EndOutcome.DONE
    assert host.ledger.burned() == {"K03.Q1": 3000}


def test_more_than_was_asked_is_told_as_it_is(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    host.next("wrong_amount")
    assert driver.reserve(wish()).reservation.amount == 3001


def test_an_answer_that_comes_twice_answers_one_request_only(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    host.next("twice")
    assert driver.reserve(wish()).outcome is ReserveOutcome.RESERVED
    later = [driver.status("K03.Q1").state, driver.status("K03.Q8").state, driver.status("K03.Q1").state]
    assert ReservationState.NOT_FOUND in later or ReservationState.UNREACHABLE in later
    assert driver.status("K03.Q8").state is ReservationState.NOT_FOUND


def test_released_before_it_came_it_never_begins(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    """A request that was on its way too long finds its id ended."""
    assert driver.release("K03.Q1").outcome is EndOutcome.DONE
    late = driver.reserve(wish())
    assert (late.outcome, late.reservation.reason) == (ReserveOutcome.REFUSED, "released")
    assert host.ledger.left("points", MEMBER) == 5000


def test_a_host_that_is_away_got_nothing(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    host.power_off()
    assert not driver.health().ready
    assert driver.reserve(wish()).outcome is ReserveOutcome.NOT_SENT
    assert driver.status("K03.Q1").state is ReservationState.UNREACHABLE
    assert driver.burn("K03.Q1").outcome is EndOutcome.UNKNOWN
    host.power_on()
    assert driver.reserve(wish()).outcome is ReserveOutcome.RESERVED


def test_a_wrong_key_is_believed_by_neither_side(host: SimulatedBenefitHost) -> None:
    stranger = BenefitHttp(BenefitSettings(host.address, SharedKey("S001", b"some other key than that")))
    report = stranger.health()
    assert not report.ready
    assert "key" in report.message
    assert stranger.reserve(wish()).outcome is ReserveOutcome.UNKNOWN
    assert host.ledger.all() == []


def test_clocks_that_differ_are_said(host: SimulatedBenefitHost, driver: BenefitHost) -> None:
    host.commands()["clock_ahead"](seconds=900)
    assert not driver.health().ready
    told = driver.reserve(wish())
    assert (told.outcome, told.reservation.reason) == (ReserveOutcome.REFUSED, "clock")


def test_a_reservation_whose_time_is_over(host: SimulatedBenefitHost) -> None:
    """It is burned all the same while nobody else used it, and refused once somebody did."""
    from datetime import UTC, datetime, timedelta

    rules, now = host._rules, datetime.now(UTC)
    asked = {
        "kind": "coupon",
        "code": COUPON,
        "amount": 0,
        "currency": "KRW",
        "sale": "s",
        "station": "K03",
        "shop": "S001",
        "at": "x",
    }
    assert rules.reserve(asked | {"id": "A"}, now)[1]["status"] == "reserved"
    rules.sweep(now + timedelta(hours=25))
    assert rules.tell("A")[1]["reason"] == "expired"
    assert rules.reserve(asked | {"id": "B"}, now)[1]["status"] == "reserved"
    assert rules.burn("A")[0] == 410
    rules.release("B")
    assert rules.burn("A")[1]["status"] == "burned"


def test_what_cannot_be_sent_is_not_sent(driver: BenefitHost) -> None:
    for wrong in (replace(wish(), reservation="a/b"), replace(wish(), amount=0), replace(wish(), code="")):
        assert driver.reserve(wrong).outcome is ReserveOutcome.NOT_SENT


def test_a_host_that_never_ends_its_answer_is_left() -> None:
    def drip(server: socket.socket) -> None:
        line, _ = server.accept()
        with line:
            line.recv(65536)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
            try:
                for _ in range(100):
                    line.sendall(b" ")
                    threading.Event().wait(0.05)
            except OSError:
                pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,), daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        driver = BenefitHttp(BenefitSettings(address, SharedKey("S001", SECRET.encode()), answer_timeout=0.3))
        assert driver.reserve(wish()).outcome is ReserveOutcome.UNKNOWN
        driver.close()
        thread.join(10)


def test_rubbish_on_the_line_is_never_a_reservation() -> None:
    """T-12: whatever a stranger answers, the driver says that it does not know."""
    chance = random.Random(6)
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nBenefit-Signature: 00\r\n\r\n{}"
    answers = [bytes(chance.randrange(256) for _ in range(200)), b"", b"HTTP/1.1 200 OK\r\n\r\n", whole]
    for _ in range(36):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        answers.append(bytes(spoilt))

    def serve(server: socket.socket) -> None:
        for answer in answers:
            line, _ = server.accept()
            with line:
                line.recv(65536)
                line.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, args=(server,), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        for _ in answers:
            driver = BenefitHttp(BenefitSettings(address, SharedKey("S001", SECRET.encode()), answer_timeout=1))
            assert driver.reserve(wish()).outcome is ReserveOutcome.UNKNOWN
            driver.close()


@pytest.mark.parametrize(
    ("address", "options", "word"),
    [
        ("", {}, "address"),
        ("benefits.example", {}, "https"),
        ("http://10.0.0.5", {}, "https"),
        ("https://me:pw@h", {}, "password"),
        ("https://h", {"secret": "short"}, "16"),
        ("https://h", {"kinds": "gold"}, "points"),
        ("https://h", {"kinds": " "}, "at least one"),
        ("https://h", {"ca_file": "/nowhere.pem"}, "ca_file"),
        ("https://h", {"wrong": "x"}, "wrong"),
    ],
)
def test_wrong_settings_are_said(address: str, options: dict[str, object], word: str) -> None:
    with pytest.raises(DeviceMisused, match=word):
        build("benefits", "benefit-http", address, {"shop": "S001", "secret": SECRET} | options)


def test_the_key_is_in_no_repr(host: SimulatedBenefitHost) -> None:
    assert SECRET not in repr(BenefitSettings(host.address, host.key))


def test_what_the_settings_say_that_it_holds(host: SimulatedBenefitHost) -> None:
    options = {"shop": "S001", "secret": SECRET, "kinds": "points, coupon"}
    made = build("benefits", "benefit-http", host.address, options)
    assert made.kinds() == {BenefitKind.POINTS, BenefitKind.COUPON}
