"""The messages of the benefit host protocol: their form, their signatures, and everything that is none of them."""

import hashlib
import hmac
import json
import random
from typing import Any

import pytest

from hardware.codecs.benefit_message import (
    LONGEST,
    MOST_AMOUNT,
    SharedKey,
    answer_signature,
    checked_id,
    read_balance,
    read_end,
    read_object,
    read_reserve,
    read_status,
    request_signature,
    same_signature,
    write_balance,
    write_reserve,
)
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.benefit_host import (
    BenefitKind,
    EndOutcome,
    ReservationState,
    ReserveOutcome,
    ReserveRequest,
)

KEY = SharedKey("S001", b"0123456789abcdef")
WISH = ReserveRequest(
    "K03.Q1", BenefitKind.POINTS, "2900000123456", 3000, "KRW", "sale-1", "K03", "S001", "2026-11-22T15:00:00+09:00"
)
HELD: dict[str, Any] = {
    "id": "K03.Q1",
    "status": "reserved",
    "kind": "points",
    "amount": 3000,
    "currency": "KRW",
    "name": "포인트",
    "balance": 2000,
    "handle": "B000001",
    "expires_at": "2026-11-23T15:00:00+00:00",
}


def told(**more: object) -> bytes:
    return json.dumps(HELD | more, ensure_ascii=False).encode()


def test_a_request_is_written_as_the_page_shows_it() -> None:
    assert write_reserve(WISH) == (
        b'{"id":"K03.Q1","kind":"points","code":"2900000123456","amount":3000,"currency":"KRW","sale":"sale-1",'
        b'"station":"K03","shop":"S001","at":"2026-11-22T15:00:00+09:00"}'
    )
    assert write_balance("2900000123456", "KRW") == b'{"code":"2900000123456","currency":"KRW"}'


def test_signatures_are_those_of_section_3() -> None:
    body = write_reserve(WISH)
    lines = [
        "benefit-host-1",
        "POST",
        "/v1/reservations",
        "S001",
        "2026-11-22T06:20:11Z",
        "ab" * 16,
        hashlib.sha256(body).hexdigest(),
    ]
    wanted = hmac.new(b"0123456789abcdef", "\n".join(lines).encode(), "sha256").hexdigest()
    made = request_signature(KEY, "POST", "/v1/reservations", "2026-11-22T06:20:11Z", "ab" * 16, body)
    assert made == wanted == "ef37a85aca9727080abb5540503d7a6379e460db99e49e193099c371bfd5d9e5"
    answer = told()
    lines = ["benefit-host-1-answer", made, "200", hashlib.sha256(answer).hexdigest()]
    assert answer_signature(KEY, made, 200, answer) == (
        hmac.new(b"0123456789abcdef", "\n".join(lines).encode(), "sha256").hexdigest()
    )


def test_a_signature_fits_one_request_only() -> None:
    whole = ("POST", "/v1/reservations", "2026-11-22T06:20:11Z", "n" * 32, b"{}")
    made = request_signature(KEY, *whole)
    for place, other in enumerate(("GET", "/v1/balance", "2026-11-22T06:20:12Z", "m" * 32, b"{ }")):
        changed = [*whole[:place], other, *whole[place + 1 :]]
        assert request_signature(KEY, *changed) != made  # type: ignore[arg-type]
    assert request_signature(SharedKey("S002", KEY.secret), *whole) != made
    assert answer_signature(KEY, made, 200, b"{}") != answer_signature(KEY, made, 404, b"{}")
    assert same_signature(made, made)
    assert not same_signature(made, "é")


def test_keys_and_codes_are_in_no_repr() -> None:
    assert "0123456789abcdef" not in repr(KEY)
    assert "2900000123456" not in repr(WISH)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(DeviceMisused, match="16"):
        SharedKey("S001", b"short")


@pytest.mark.parametrize("wrong", ["", "a/b", "x" * 97, "ä", "a b", "..\n"])
def test_an_id_that_would_break_a_path_is_refused(wrong: str) -> None:
    with pytest.raises(DeviceMisused):
        checked_id(wrong)


@pytest.mark.parametrize(
    "change", [{"amount": 0}, {"amount": -1}, {"amount": MOST_AMOUNT + 1}, {"code": ""}, {"currency": "won"}]
)
def test_what_cannot_be_asked_is_our_fault(change: dict[str, Any]) -> None:
    from dataclasses import replace

    with pytest.raises(DeviceMisused):
        write_reserve(replace(WISH, **change))


def test_an_answer_to_reserve() -> None:
    read = read_reserve(200, told(), "K03.Q1")
    assert read.outcome is ReserveOutcome.RESERVED
    held = read.reservation
    assert (held.amount, held.currency, held.balance, held.handle) == (3000, "KRW", 2000, "B000001")
    refused = read_reserve(200, told(status="refused", reason="not_enough"), "K03.Q1")
    assert (refused.outcome, refused.reservation.reason) == (ReserveOutcome.REFUSED, "not_enough")
    late = read_reserve(200, told(status="released"), "K03.Q1")
    assert (late.outcome, late.reservation.reason) == (ReserveOutcome.REFUSED, "released")
    assert read_reserve(200, told(status="burned"), "K03.Q1").outcome is ReserveOutcome.UNKNOWN
    bad = read_reserve(409, b'{"error":"conflict"}', "K03.Q1")
    assert (bad.outcome, bad.reservation.reason) == (ReserveOutcome.REFUSED, "conflict")
    assert read_reserve(503, b'{"error":"busy"}', "K03.Q1").outcome is ReserveOutcome.UNKNOWN
    assert read_reserve(302, b"{}", "K03.Q1").outcome is ReserveOutcome.UNKNOWN


def test_an_answer_to_status() -> None:
    assert read_status(200, told(status="burned"), "K03.Q1").state is ReservationState.BURNED
    assert read_status(404, b'{"error":"not_found"}', "K03.Q1").state is ReservationState.NOT_FOUND
    # A wrong address answers 404 too: that is not the host's word about a reservation.
    assert read_status(404, b'{"error":"unknown_path"}', "K03.Q1").state is ReservationState.UNREACHABLE
    assert read_status(500, b"{}", "K03.Q1").state is ReservationState.UNREACHABLE


def test_an_answer_to_burn_and_release() -> None:
    burned, released = ReservationState.BURNED, ReservationState.RELEASED
    assert read_end(200, told(status="burned"), "K03.Q1", burned).outcome is EndOutcome.DONE
    assert read_end(200, told(status="released"), "K03.Q1", released).outcome is EndOutcome.DONE
    assert read_end(200, told(status="refused"), "K03.Q1", released).outcome is EndOutcome.DONE
    assert read_end(200, told(), "K03.Q1", burned).outcome is EndOutcome.UNKNOWN
    assert read_end(200, told(status="released"), "K03.Q1", burned).outcome is EndOutcome.REFUSED
    assert read_end(200, told(status="burned"), "K03.Q1", released).outcome is EndOutcome.REFUSED
    gone = read_end(410, b'{"error":"expired","message":"too late"}', "K03.Q1", burned)
    assert (gone.outcome, gone.reason, gone.message) == (EndOutcome.REFUSED, "expired", "too late")
    for status in (400, 401, 403, 429, 500, 503):
        assert read_end(status, b"{}", "K03.Q1", burned).outcome is EndOutcome.UNKNOWN


def test_an_answer_to_balance() -> None:
    known = read_balance(200, b'{"balance":5000,"currency":"KRW"}')
    assert (known.known, known.amount, known.currency) == (True, 5000, "KRW")
    assert read_balance(404, b'{"error":"unknown_member"}').reason == "unknown_member"
    assert not read_balance(500, b"{}").known


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff",
        b'{"id":"a","id":"b"}',
        b'{"amount":NaN}',
        b'{"amount":1.5}',
        b"[" * 100_000,
        b'{"a":' * 5_000,
        b"{}" + b" " * LONGEST,
    ],
)
def test_what_is_no_object_is_garbled(body: bytes) -> None:
    with pytest.raises(DeviceGarbled):
        read_object(body)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "K03.Q2"},
        {"id": 7},
        {"status": "approved"},
        {"status": "not_found"},
        {"status": None},
        {"amount": "3000"},
        {"amount": -1},
        {"amount": True},
        {"amount": MOST_AMOUNT + 1},
        {"currency": ""},
        {"currency": "krw"},
        {"name": 5},
        {"name": "x" * 201},
        {"name": "a\u0000b"},
        {"balance": "much"},
        {"handle": "h" * 65},
        {"reason": "Not a word!"},
    ],
)
def test_a_field_that_is_wrong_makes_the_answer_none(change: dict[str, Any]) -> None:
    with pytest.raises(DeviceGarbled):
        read_reserve(200, told(**change), "K03.Q1")


def test_rubbish_never_becomes_a_reservation() -> None:
    """T-12: 20,000 changed answers give an answer about this id, or DeviceGarbled, and nothing else."""
    chance, whole = random.Random(6), told()
    for _ in range(20_000):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(body))
            match chance.randrange(3):
                case 0:
                    body[place] = chance.randrange(256)
                case 1:
                    del body[place : place + chance.randint(1, 30)]
                case _:
                    body[place:place] = bytes(chance.randrange(256) for _ in range(3))
            if not body:
                body += b"{"
        try:
            read = read_reserve(200, bytes(body), "K03.Q1")
        except DeviceGarbled:
            continue
        if read.outcome is ReserveOutcome.RESERVED:
            assert b'"K03.Q1"' in body
            assert 0 <= read.reservation.amount <= MOST_AMOUNT
