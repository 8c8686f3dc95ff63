"""The simulated benefit host: books that outlive it, requests it must refuse, and its steering."""

import http.client
import json
from pathlib import Path

import pytest

from hardware.codecs.benefit_message import SharedKey, request_signature
from hardware.errors import DeviceMisused
from hardware.simulators.benefit_host import SimulatedBenefitHost
from hardware.simulators.benefit_ledger import BenefitLedger
from hardware.simulators.control import ControlClient, ControlServer

SECRET = "a key of this test only"
WISH = {
    "id": "K03.Q1",
    "kind": "points",
    "code": "M1",
    "amount": 3000,
    "currency": "KRW",
    "sale": "s",
    "station": "K03",
    "shop": "S001",
    "at": "2026-11-22T15:00:00+09:00",
}


def ask(
    host: SimulatedBenefitHost,
    method: str,
    path: str,
    body: bytes = b"",
    *,
    date: str = "",
    nonce: str = "",
    **more: str,
) -> tuple[int, dict[str, object]]:
    date = date or host.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    nonce = nonce or f"n{len(host.seen)}"
    signature = request_signature(SharedKey("S001", SECRET.encode()), method, path, date, nonce, body)
    headers = {
        "Benefit-Shop": "S001",
        "Benefit-Date": date,
        "Benefit-Nonce": nonce,
        "Benefit-Signature": signature,
    } | more
    line = http.client.HTTPConnection(host.address.removeprefix("http://"), timeout=5)
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        line.close()


def opened(folder: Path) -> SimulatedBenefitHost:
    host = SimulatedBenefitHost("S001", SECRET, folder / "benefits.jsonl")
    host.start()
    return host


def test_the_books_outlive_a_restart_and_half_a_line(tmp_path: Path) -> None:
    host = opened(tmp_path)
    host.ledger.account("points", "M1", 5000, "포인트")
    assert ask(host, "POST", "/v1/reservations", json.dumps(WISH).encode())[1]["status"] == "reserved"
    assert ask(host, "POST", "/v1/reservations/K03.Q1/burn", b"{}")[1]["status"] == "burned"
    host.stop()
    with (tmp_path / "benefits.jsonl").open("ab") as file:
        file.write(b'{"held": {"reser')
    again = BenefitLedger(tmp_path / "benefits.jsonl")
    assert again.burned() == {"K03.Q1": 3000}
    assert again.left("points", "M1") == 2000
    again.account("points", "M2", 100)
    assert BenefitLedger(tmp_path / "benefits.jsonl").left("points", "M2") == 100


def test_what_it_refuses(tmp_path: Path) -> None:
    host = opened(tmp_path)
    try:
        body = json.dumps(WISH).encode()
        assert ask(host, "POST", "/v1/reservations", body, nonce="once")[0] == 200
        assert ask(host, "POST", "/v1/reservations", body, nonce="once")[1]["error"] == "replayed"
        assert ask(host, "POST", "/v1/reservations", body, date="2020-01-01T00:00:00Z")[1]["error"] == "clock"
        assert ask(host, "POST", "/v1/reservations", body, date="yesterday")[1]["error"] == "clock"
        spoilt = {"Benefit-Signature": "0" * 64}
        assert ask(host, "POST", "/v1/reservations", body, **spoilt)[1]["error"] == "signature"
        assert ask(host, "POST", "/v1/reservations", b"[]")[0] == 400
        for name, wrong in (("kind", "gold"), ("amount", 0), ("amount", "1"), ("code", ""), ("sale", None)):
            assert ask(host, "POST", "/v1/reservations", json.dumps(WISH | {name: wrong}).encode())[0] == 400
        other = json.dumps(WISH | {"id": "x", "shop": "S002"}).encode()
        assert ask(host, "POST", "/v1/reservations", other)[1]["error"] == "other_shop"
        assert ask(host, "GET", "/v1/nothing")[1]["error"] == "unknown_path"
        assert ask(host, "POST", "/v1/reservations", b" " * 70_000)[0] == 413
    finally:
        host.stop()


def test_another_process_steers_it(tmp_path: Path) -> None:
    host = opened(tmp_path)
    control = ControlServer(host.commands())
    control.start()
    try:
        panel = ControlClient(control.port)
        panel.call("account", kind="points", code="M1", worth=5000)
        panel.call("next", outcome="refuse")
        assert ask(host, "POST", "/v1/reservations", json.dumps(WISH).encode())[1]["reason"] == "host_refuses"
        with pytest.raises(DeviceMisused, match="one of"):
            panel.call("next", outcome="explode")
        with pytest.raises(DeviceMisused, match="one of"):
            panel.call("next", outcome="lost", of="moon")
        assert [one["state"] for one in panel.call("ledger")] == ["refused"]  # type: ignore[attr-defined]
        panel.call("power_off")
        with pytest.raises(OSError):
            ask(host, "GET", "/v1/health")
        panel.call("power_on")
        assert ask(host, "GET", "/v1/health")[0] == 200
    finally:
        control.stop()
        host.stop()
