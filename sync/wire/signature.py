"""Signed requests of a station: RFC 9421 with Ed25519 over method, path, query and body digest."""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, MappingKeyResolver, algorithms
from http_message_signatures.exceptions import HTTPMessageSignaturesException

# Scheme and authority are left out: a proxy in front of central may change both.
COVERED = ("@method", "@path", "@query", "content-digest")
TAG = "baro-station"
WINDOW = timedelta(minutes=5)


class SignatureRefused(ValueError):
    """The request is not from the station it names; the message is for the log, never for the caller."""


@dataclass
class Message:
    """The parts of a request that are signed."""

    method: str
    url: str
    headers: MutableMapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a checked signature says: when, and the number that may be used once."""

    created: int
    nonce: str


def sign_request(
    method: str, url: str, body: bytes, *, key: Ed25519PrivateKey, station: str, at: datetime, nonce: str
) -> dict[str, str]:
    """The headers that make a request the station's: Content-Digest, Signature-Input, Signature."""
    message = Message(method, url)
    keys = MappingKeyResolver(public_keys={}, private_keys={station: key})
    signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys)
    signer.sign(
        message,
        key_id=station,
        created=at,
        nonce=nonce,
        tag=TAG,
        label="baro",
        covered_component_ids=COVERED,
        body=body,
    )
    return dict(message.headers)


def check_signature(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    *,
    key: Ed25519PublicKey,
    station: str,
    at: datetime,
) -> Signed:
    """What the signature says, when it is this station's, of these minutes and of this body.

    Raises `SignatureRefused` when anything does not fit.
    """
    message = Message(method, url, dict(headers))
    keys = MappingKeyResolver(public_keys={station: key}, private_keys={})
    verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=keys)
    verifier.max_clock_skew = timedelta(days=36_500)  # the library's own clock has no say: `at` and WINDOW decide
    try:
        results = verifier.verify(message, max_age=None, expect_tag=TAG, require_components=COVERED, body=body)
    except (HTTPMessageSignaturesException, ValueError, KeyError, TypeError) as error:
        raise SignatureRefused(f"signature: {error}") from error
    parameters = results[0].parameters
    created, nonce = parameters.get("created"), parameters.get("nonce")
    if not isinstance(created, int) or not isinstance(nonce, str) or not 16 <= len(nonce) <= 64:
        raise SignatureRefused("the signature lacks its time or a nonce of 16 to 64 characters")
    if abs(at.timestamp() - created) > WINDOW.total_seconds():
        raise SignatureRefused(f"signed at {created}, outside the window of {WINDOW} around {at.isoformat()}")
    return Signed(created, nonce)


def claimed_station(signature_input: str) -> str:
    """The station a request says it is from, unproven; "" when it does not say so in our way."""
    found = re.search(r';keyid="([A-Za-z0-9._-]{1,64})"', signature_input)
    return found[1] if found else ""
