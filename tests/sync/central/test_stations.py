"""Enrolment and signed requests (T-8, T-9)."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.agent.central_client import CentralClient, CentralRefused
from sync.central.app import Central
from sync.central.authentication import forget_old_nonces
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.stations.enrolment import create_enrolment_code, revoke_station
from sync.central.tables import EnrolmentCodeRow, NonceRow, StationRow
from sync.wire.document import canonical
from sync.wire.signature import sign_request
from tests.fakes.enrolled_station import (
    EnrolledStation,
    Enrolling,
    FakeClock,
    client_of,
    enrol_as,
    new_nonce,
    public_text,
)


def code_for(central: Central, shop: str = "SS01") -> str:
    with transaction(central.engine) as session:
        return create_enrolment_code(session, shop, "3", now=datetime.now(UTC))


def test_a_code_makes_a_machine_a_station(central: Central, url: str) -> None:
    identity = enrol_as(url, code_for(central).lower(), "kiosk by the door")
    assert (identity.station, identity.shop, identity.lane) == ("SS01-01", "SS01", "3")
    assert len(identity.staff_secret) == 32
    assert identity.central_key == central.key.public_key().public_bytes_raw()
    assert identity.receipt_base_url == "http://127.0.0.1:8080"


def test_a_code_is_kept_as_a_hash_only(central: Central) -> None:
    code = code_for(central)
    with transaction(central.engine) as session:
        (row,) = session.query(EnrolmentCodeRow).all()
    assert code.replace("-", "").encode() not in row.code_hash


def test_a_code_works_once(central: Central, url: str) -> None:
    code = code_for(central)
    enrol_as(url, code, "first")
    with pytest.raises(CentralRefused, match="code not accepted"):
        enrol_as(url, code, "second")


def test_a_code_is_too_old_after_15_minutes(central: Central, url: str, clock: FakeClock) -> None:
    code = code_for(central)
    clock.offset = timedelta(minutes=15, seconds=1)
    with pytest.raises(CentralRefused, match="code not accepted"):
        enrol_as(url, code, "late")


def test_an_unknown_code_says_the_same(url: str) -> None:
    with pytest.raises(CentralRefused, match="code not accepted"):
        enrol_as(url, "AAAAA-AAAAA", "guess")


def test_a_lost_answer_to_an_enrolment_is_asked_for_again(central: Central, url: str) -> None:
    wish = {"code": code_for(central), "public_key": public_text(Ed25519PrivateKey.generate()), "name": "kiosk"}
    first = requests.post(f"{url}/v1/enrolment", json=wish, timeout=5).json()
    assert requests.post(f"{url}/v1/enrolment", json=wish, timeout=5).json() == first
    with transaction(central.engine) as session:
        assert session.query(StationRow).count() == 1


def test_one_key_is_one_station(central: Central, url: str) -> None:
    key = public_text(Ed25519PrivateKey.generate())
    answers = [
        requests.post(
            f"{url}/v1/enrolment", json={"code": code_for(central), "public_key": key, "name": "kiosk"}, timeout=5
        ).status_code
        for _ in range(2)
    ]
    assert answers == [200, 403]


@pytest.mark.parametrize("key", ["x" * 44, base64.b64encode(b"short" * 6).decode() + "AAAA", "가" * 44])
def test_a_key_that_is_none_is_refused(central: Central, url: str, key: str) -> None:
    wish = {"code": code_for(central), "public_key": key, "name": "kiosk"}
    answer = requests.post(f"{url}/v1/enrolment", json=wish, timeout=5)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_codes_cannot_be_guessed_by_the_thousand(central: Central, url: str) -> None:
    wish = {"code": "AAAAA-BBBBB", "public_key": public_text(Ed25519PrivateKey.generate()), "name": "kiosk"}
    answers = [requests.post(f"{url}/v1/enrolment", json=wish, timeout=5).status_code for _ in range(25)]
    assert set(answers) == {403, 429}


def test_a_code_for_an_unknown_shop_is_not_made(central: Central) -> None:
    with pytest.raises(Refused, match="there is no shop 'XX99'"):
        code_for(central, "XX99")


# Signed requests: everything that does not fit gets one and the same answer.


def head_of(url: str, who: EnrolledStation, **changes: object) -> requests.Response:
    told: dict[str, object] = {
        "key": who.identity.key,
        "station": who.identity.station,
        "at": datetime.now(UTC),
        "nonce": new_nonce(),
    }
    target = f"{url}/v1/stock?after=0"
    headers = sign_request("GET", target, b"", **(told | changes))  # type: ignore[arg-type]
    return requests.get(target, headers=headers, timeout=5)


def test_a_signed_request_is_answered(url: str, station: EnrolledStation) -> None:
    assert head_of(url, station).status_code == 200


def test_whatever_is_wrong_with_a_signature_the_answer_is_the_same(
    central: Central, url: str, enrolling: Enrolling
) -> None:
    station, other = enrolling(), enrolling()
    nonce = new_nonce()
    assert head_of(url, station, nonce=nonce).status_code == 200
    now = datetime.now(UTC)
    good = sign_request(
        "GET", f"{url}/v1/stock?after=0", b"", key=station.identity.key, station="SS01-01", at=now, nonce=new_nonce()
    )
    answers = {
        "replayed": head_of(url, station, nonce=nonce),
        "wrong key": head_of(url, station, key=Ed25519PrivateKey.generate()),
        "another station's name": head_of(url, station, station=other.identity.station),
        "unknown station": head_of(url, station, station="SS01-99"),
        "clock behind": head_of(url, station, at=now - timedelta(minutes=5, seconds=5)),
        "clock ahead": head_of(url, station, at=now + timedelta(minutes=5, seconds=5)),
        "short nonce": head_of(url, station, nonce="short"),
        "not signed": requests.get(f"{url}/v1/stock?after=0", timeout=5),
        "other query": requests.get(f"{url}/v1/stock?after=1", headers=good, timeout=5),
        "other path": requests.get(f"{url}/v1/catalogue/head", headers=good, timeout=5),
        "other method": requests.post(f"{url}/v1/journal", headers=good, timeout=5),
        "rubbish": requests.get(
            f"{url}/v1/stock", headers={"Signature-Input": 'baro=();keyid="SS01-01"', "Signature": "x"}, timeout=5
        ),
    }
    with transaction(central.engine) as session:
        revoke_station(session, station.identity.station, now=now)
    answers["revoked"] = head_of(url, station)
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 401)
    assert len({answer.text for answer in answers.values()}) == 1
    assert head_of(url, other).status_code == 200


@pytest.mark.parametrize("minutes", [-4, 4])
def test_a_clock_that_is_a_little_off_is_no_obstacle(url: str, station: EnrolledStation, minutes: int) -> None:
    assert head_of(url, station, at=datetime.now(UTC) + timedelta(minutes=minutes)).status_code == 200


def test_a_body_that_was_changed_on_the_way_is_refused(url: str, station: EnrolledStation) -> None:
    entry = station.journal.append("station.started", {"program": "1"})
    body = canonical({"entries": [entry.model_dump(mode="json")]})
    target = f"{url}/v1/journal"
    told = {"key": station.identity.key, "station": station.identity.station, "at": datetime.now(UTC)}
    headers = sign_request("POST", target, body, nonce=new_nonce(), **told)  # type: ignore[arg-type]
    changed = body.replace(b'"program":"1"', b'"program":"2"')
    assert requests.post(target, data=changed, headers=headers, timeout=5).status_code == 401
    assert requests.post(target, data=b"", headers=headers, timeout=5).status_code == 401


def test_a_request_that_is_too_large_is_cut_off(url: str, station: EnrolledStation) -> None:
    answer = requests.post(f"{url}/v1/journal", data=b"x" * (8 * 1024 * 1024 + 1), timeout=20)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b'{"entries": []}',
        b'{"entries": [{}]}',
        b'{"entries": NaN}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"entries": [{"station":"S","sequence":1,"at":"2026-11-21T10:00:00+09:00","kind":"a","body":{"x":"\\ud800"},'
        b'"previous":"' + b"0" * 64 + b'","hash":"' + b"0" * 64 + b'"}]}',
    ],
)
def test_a_body_that_is_no_batch_is_refused_and_says_why(url: str, station: EnrolledStation, body: bytes) -> None:
    target = f"{url}/v1/journal"
    told = {"key": station.identity.key, "station": station.identity.station, "at": datetime.now(UTC)}
    headers = sign_request("POST", target, body, nonce=new_nonce(), **told)  # type: ignore[arg-type]
    answer = requests.post(target, data=body, headers=headers, timeout=5)
    assert answer.status_code == 422
    assert answer.json()["title"] == "not understood"
    assert answer.json()["detail"]


def test_used_numbers_are_forgotten_only_when_their_signatures_are_too_old(
    central: Central, url: str, station: EnrolledStation
) -> None:
    head_of(url, station)
    now = datetime.now(UTC)
    forget_old_nonces(central.engine, now + timedelta(minutes=10))
    with transaction(central.engine) as session:
        assert session.query(NonceRow).count() == 1
    forget_old_nonces(central.engine, now + timedelta(minutes=16))
    with transaction(central.engine) as session:
        assert session.query(NonceRow).count() == 0


def test_the_client_says_refused_when_its_station_is_revoked(
    central: Central, url: str, station: EnrolledStation
) -> None:
    with transaction(central.engine) as session:
        revoke_station(session, station.identity.station, now=datetime.now(UTC))
    client: CentralClient = client_of(url, station.identity)
    with pytest.raises(CentralRefused) as refused:
        client.stock(0)
    assert refused.value.problem.status == 401
    client.close()
