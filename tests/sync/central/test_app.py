"""Central as a whole: health, OpenAPI, refusals, settings, key, TLS."""

import os
from pathlib import Path

import pytest
import requests
from pydantic import ValidationError

from sync.central.app import Central, Serving, create_app, open_central
from sync.central.central_key import KeyUnusable, central_key, public_bytes
from sync.central.settings import CentralSettings


def test_health_says_that_central_and_its_database_answer(url: str) -> None:
    answer = requests.get(f"{url}/v1/health", timeout=5)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_the_description_names_every_address_and_its_documents(url: str) -> None:
    told = requests.get(f"{url}/openapi.json", timeout=5).json()
    assert set(told["paths"]) >= {
        "/v1/enrolment",
        "/v1/journal",
        "/v1/catalogue/head",
        "/v1/catalogue/files/{sha256}",
        "/v1/stock",
        "/v1/health",
        "/r/{token}",
        "/r/{token}/address",
        "/console",
    }
    body = told["paths"]["/v1/journal"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"]["entries"]["maxItems"] == 500
    assert "hash" in body["properties"]["entries"]["items"]["properties"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("DELETE", "/v1/journal", 405), ("POST", "/v1/enrolment", 422), ("GET", "/r/x", 404)],
)
def test_every_refusal_is_a_problem_document(url: str, method: str, path: str, status: int) -> None:
    answer = requests.request(method, url + path, timeout=5)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["title"]


def test_wrong_settings_are_refused_by_name(tmp_path: Path) -> None:
    for wrong in ({"database_url": "mysql://x"}, {"receipt_base_url": "no address"}, {"unknown": 1}, {"folder": None}):
        with pytest.raises(ValidationError) as refused:
            CentralSettings.model_validate({"folder": tmp_path} | wrong)
        assert next(iter(wrong)) in str(refused.value)


def test_the_operator_token_is_not_shown(settings: CentralSettings) -> None:
    assert "operator-token" not in repr(settings)


def test_the_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    first = central_key(tmp_path)
    assert public_bytes(central_key(tmp_path)) == public_bytes(first)
    assert os.stat(tmp_path / "central.key").st_mode & 0o777 == 0o600
    (tmp_path / "central.key").write_text("rubbish")
    with pytest.raises(KeyUnusable, match=r"central\.key"):
        central_key(tmp_path)


def test_without_a_database_in_the_settings_central_brings_its_own(tmp_path: Path) -> None:
    central = open_central(CentralSettings(folder=tmp_path / "central"))
    try:
        with Serving(create_app(central)) as serving:
            assert requests.get(f"{serving.url}/v1/health", timeout=5).json() == {"status": "ok"}
            # No operator token was set: nobody is let in, not even with an empty one.
            headers = {"Authorization": "Bearer "}
            assert requests.get(f"{serving.url}/console", headers=headers, timeout=5).status_code == 401
    finally:
        central.close()
    assert central.embedded is not None
    assert not central.embedded.running()


def test_a_taken_port_is_said(central: Central) -> None:
    with Serving(create_app(central)) as serving:
        port = int(serving.url.rsplit(":", 1)[1])
        with pytest.raises(OSError, match="in use"):
            Serving(create_app(central), port=port)
