"""Messages of the benefit host protocol (docs/protocols/benefit-host.md): JSON, and what proves who wrote it."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.benefit_host import (
    Balance,
    BenefitKind,
    EndOutcome,
    EndResult,
    Reservation,
    ReservationState,
    ReservationStatus,
    ReserveOutcome,
    ReserveRequest,
    ReserveResult,
)

VERSION = "benefit-host-1"
LONGEST = 65_536  # octets of a body, both ways (section 2)
LEAST_KEY = 16
MOST_AMOUNT = 10**12
MOST_TEXT = 200
_ID = re.compile(r"[A-Za-z0-9._-]{1,96}", re.ASCII)
_WORD = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SharedKey:
    """The shop's name at the host and the key that both share; raises `DeviceMisused` when the key is too short."""

    shop: str
    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) < LEAST_KEY:
            raise DeviceMisused(f"The key of a benefit host has at least {LEAST_KEY} characters.")

    def __repr__(self) -> str:
        return f"SharedKey(shop={self.shop!r})"


def request_signature(key: SharedKey, method: str, path: str, date: str, nonce: str, body: bytes) -> str:
    """The signature of a request (section 3): HMAC-SHA256 in lower-case hex over everything the host acts on."""
    return _mac(key, VERSION, method, path, key.shop, date, nonce, hashlib.sha256(body).hexdigest())


def answer_signature(key: SharedKey, request: str, status: int, body: bytes) -> str:
    """The signature of an answer: bound to the signature of the request that it answers."""
    return _mac(key, f"{VERSION}-answer", request, str(status), hashlib.sha256(body).hexdigest())


def same_signature(one: str, other: str) -> bool:
    """Compare signatures in the same time, whatever they are."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def checked_id(reservation: str) -> str:
    """A reservation's id as it stands in a path; raises `DeviceMisused` for one that cannot."""
    if not _ID.fullmatch(reservation):
        raise DeviceMisused("A reservation's id has 1 to 96 letters, digits, dots, lines and underscores.")
    return reservation


def write_reserve(request: ReserveRequest) -> bytes:
    """The body of POST /v1/reservations; raises `DeviceMisused` for what the protocol has no form for."""
    if not 0 <= request.amount <= MOST_AMOUNT or (request.kind is not BenefitKind.COUPON and request.amount == 0):
        raise DeviceMisused(f"An amount to reserve is 1 to {MOST_AMOUNT} minor units, and 0 for a coupon.")
    if not 1 <= len(request.code) <= 512 or not _CURRENCY.fullmatch(request.currency):
        raise DeviceMisused("A code has 1 to 512 characters, a currency three capital letters.")
    return _written(
        {
            "id": checked_id(request.reservation),
            "kind": request.kind.value,
            "code": request.code,
            "amount": request.amount,
            "currency": request.currency,
            "sale": request.sale,
            "station": request.station,
            "shop": request.shop,
            "at": request.at,
        }
    )


def write_balance(code: str, currency: str) -> bytes:
    """The body of POST /v1/balance."""
    return _written({"code": code, "currency": currency})


def read_reserve(status: int, body: bytes, reservation: str) -> ReserveResult:
    """The answer to POST /v1/reservations; raises `DeviceGarbled` for what is none to this reservation."""
    answer = read_object(body)
    if 400 <= status < 500:
        # An authentic refusal of the request itself: nothing was taken up.
        reason, message = _problem(answer)
        return ReserveResult(ReserveOutcome.REFUSED, Reservation(reason=reason), message)
    if status != 200:
        return ReserveResult(ReserveOutcome.UNKNOWN, message=f"the host answers with {status}")
    state, found = _reservation(answer, reservation)
    if state is ReservationState.RESERVED:
        return ReserveResult(ReserveOutcome.RESERVED, found)
    if state in (ReservationState.REFUSED, ReservationState.RELEASED):
        return ReserveResult(ReserveOutcome.REFUSED, _with_reason(found, state))
    return ReserveResult(ReserveOutcome.UNKNOWN, found, "the host says that it is burned already")


def read_status(status: int, body: bytes, reservation: str) -> ReservationStatus:
    """The answer to GET /v1/reservations/{id}; raises `DeviceGarbled`."""
    answer = read_object(body)
    if status == 404 and _problem(answer)[0] == "not_found":
        return ReservationStatus(ReservationState.NOT_FOUND)
    if status != 200:
        return ReservationStatus(ReservationState.UNREACHABLE, message=f"the host answers with {status}")
    state, found = _reservation(answer, reservation)
    return ReservationStatus(state, found)


def read_end(status: int, body: bytes, reservation: str, wanted: ReservationState) -> EndResult:
    """The answer to burn or release; raises `DeviceGarbled`. What is not wanted and not final is repeated."""
    answer = read_object(body)
    if status in (404, 409, 410):
        reason, message = _problem(answer)
        return EndResult(EndOutcome.REFUSED, reason, message)
    if status != 200:
        return EndResult(EndOutcome.UNKNOWN, message=f"the host answers with {status}")
    state, found = _reservation(answer, reservation)
    nothing_held = (ReservationState.RELEASED, ReservationState.REFUSED)
    if state is wanted or (wanted is ReservationState.RELEASED and state in nothing_held):
        return EndResult(EndOutcome.DONE)
    if state is ReservationState.RESERVED:
        return EndResult(EndOutcome.UNKNOWN, message="the host has it reserved still")
    return EndResult(EndOutcome.REFUSED, state.value, found.reason)


def read_balance(status: int, body: bytes) -> Balance:
    """The answer to POST /v1/balance; raises `DeviceGarbled`."""
    answer = read_object(body)
    if status != 200:
        reason, message = _problem(answer) if 400 <= status < 500 else ("", f"the host answers with {status}")
        return Balance(False, reason=reason, message=message)
    return Balance(True, _amount(answer, "balance"), _currency(answer))


def read_object(body: bytes) -> Answer:
    """One JSON object, whole numbers only; raises `DeviceGarbled` for anything else."""
    if len(body) > LONGEST:
        raise DeviceGarbled(f"The benefit host sent more than {LONGEST} octets.")
    try:
        read = json.loads(
            body.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number, parse_float=_no_number
        )
    except (ValueError, RecursionError) as fault:
        raise DeviceGarbled("The benefit host sent a message that is not well-formed JSON.") from fault
    if not isinstance(read, dict):
        raise DeviceGarbled("The benefit host sent JSON that is not an object.")
    return read


def _mac(key: SharedKey, *lines: str) -> str:
    return hmac.new(key.secret, "\n".join(lines).encode("utf-8"), hashlib.sha256).hexdigest()


def _written(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _reservation(answer: Answer, reservation: str) -> tuple[ReservationState, Reservation]:
    if answer.get("id") != reservation:
        raise DeviceGarbled("The benefit host answered about another reservation.")
    try:
        state = ReservationState(_text(answer, "status", 20))
    except ValueError:
        raise DeviceGarbled("The benefit host sent a status that there is none of.") from None
    if state in (ReservationState.NOT_FOUND, ReservationState.UNREACHABLE):
        raise DeviceGarbled("The benefit host sent a status that only we can find.")
    held = state in (ReservationState.RESERVED, ReservationState.BURNED)
    return state, Reservation(
        amount=_amount(answer, "amount") if held else 0,
        currency=_currency(answer) if held else "",
        name=_text(answer, "name"),
        balance=_amount(answer, "balance") if answer.get("balance") is not None else None,
        handle=_text(answer, "handle", 64),
        expires_at=_text(answer, "expires_at", 40),
        coupon=_text(answer, "coupon", 64),
        reason=_word(answer, "reason"),
    )


def _with_reason(found: Reservation, state: ReservationState) -> Reservation:
    return found if found.reason else Reservation(reason=state.value)


def _problem(answer: Answer) -> tuple[str, str]:
    return _word(answer, "error") or "refused", _text(answer, "message")


def _text(answer: Answer, name: str, most: int = MOST_TEXT) -> str:
    value = answer.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most or any(not sign.isprintable() for sign in value):
        raise DeviceGarbled(f"The benefit host sent a {name} that is no text of at most {most} characters.")
    return value


def _word(answer: Answer, name: str) -> str:
    value = _text(answer, name, 40)
    if value and not _WORD.fullmatch(value):
        raise DeviceGarbled(f"The benefit host sent a {name} that is not one word of small letters.")
    return value


def _amount(answer: Answer, name: str) -> int:
    value = answer.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_AMOUNT:
        raise DeviceGarbled(f"The benefit host sent a {name} that is no whole number from 0 to {MOST_AMOUNT}.")
    return value


def _currency(answer: Answer) -> str:
    value = answer.get("currency")
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise DeviceGarbled("The benefit host sent an amount without its currency.")
    return value


def _object(pairs: list[tuple[str, Any]]) -> Answer:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return read


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]!r} is no whole number")
