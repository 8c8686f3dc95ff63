"""Signatures of requests: RFC 9421 over method, path, query and body."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.signature import SignatureRefused, check_signature, claimed_station, sign_request

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
NONCE = "n" * 22


def signed(method: str = "POST", url: str = "http://a:1/v1/x?y=1", body: bytes = b"{}") -> dict[str, str]:
    return sign_request(method, url, body, key=KEY, station="SS01-01", at=NOW, nonce=NONCE)


def check(headers: dict[str, str], method: str = "POST", path: str = "/v1/x?y=1", body: bytes = b"{}") -> str:
    told = check_signature(
        method, f"https://other{path}", headers, body, key=KEY.public_key(), station="SS01-01", at=NOW
    )
    return told.nonce


def test_a_signature_holds_behind_a_proxy_with_another_name() -> None:
    assert check(signed()) == NONCE
    assert claimed_station(signed()["Signature-Input"]) == "SS01-01"


@pytest.mark.parametrize("part", [{"method": "PUT"}, {"path": "/v1/y?y=1"}, {"path": "/v1/x?y=2"}, {"body": b"[]"}])
def test_each_signed_part_counts(part: dict[str, object]) -> None:
    with pytest.raises(SignatureRefused):
        check(signed(), **part)  # type: ignore[arg-type]


@pytest.mark.parametrize("missing", ["Signature", "Signature-Input", "Content-Digest"])
def test_a_missing_header_is_refused(missing: str) -> None:
    headers = signed()
    del headers[missing]
    with pytest.raises(SignatureRefused):
        check(headers)


def test_a_signature_that_leaves_the_body_out_is_refused() -> None:
    headers = signed()
    headers["Signature-Input"] = headers["Signature-Input"].replace(' "content-digest"', "")
    with pytest.raises(SignatureRefused):
        check(headers)


@pytest.mark.parametrize("seconds", [-301, 301])
def test_the_window_is_five_minutes(seconds: int) -> None:
    headers = sign_request(
        "POST", "http://a/", b"", key=KEY, station="S", at=NOW + timedelta(seconds=seconds), nonce=NONCE
    )
    with pytest.raises(SignatureRefused, match="window"):
        check_signature("POST", "http://a/", headers, b"", key=KEY.public_key(), station="S", at=NOW)


@given(st.dictionaries(st.sampled_from(["signature", "signature-input", "content-digest"]), st.text(max_size=200)))
def test_rubbish_is_refused_and_nothing_else(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureRefused):
        check(headers)
    claimed_station(headers.get("signature-input", ""))
