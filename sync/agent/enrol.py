"""Makes this machine a station: its own key, a one-time code, and what central answered, kept in one file."""

import base64
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from sync.agent.central_client import CentralAway, new_session, problem_of, read_answer, send
from sync.wire.enrolment import EnrolmentAnswer, EnrolmentRequest


class IdentityUnusable(ValueError):
    """The identity file is damaged; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class StationIdentity:
    """Who this station is, with its private key and the secrets of its shop."""

    station: str
    shop: str
    lane: str
    key: Ed25519PrivateKey
    central_key: bytes
    staff_secret: bytes
    receipt_base_url: str


def load_identity(path: Path) -> StationIdentity | None:
    """The identity kept at `path`; None before enrolment. Raises `IdentityUnusable` when it cannot be read."""
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_bytes())
        key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(told["key"], validate=True))
        if told["answer"] is None:
            return None
        return _identity(key, EnrolmentAnswer.model_validate(told["answer"]))
    except (ValueError, KeyError, TypeError) as error:
        raise IdentityUnusable(f"{path} is damaged; enrol this station again with a new code: {error}") from error


def request_enrolment(
    url: str, code: str, public_key: str, name: str, *, ca_file: Path | None = None
) -> EnrolmentAnswer:
    """Spend a one-time code for the holder of `public_key` (raw, base64); the same key may ask again.

    Raises `CentralAway` (try again) and `CentralRefused` (ask for a new code).
    """
    request = EnrolmentRequest(code=code, public_key=public_key, name=name)
    session = new_session(ca_file)
    try:
        response = send(session, "POST", f"{url.rstrip('/')}/v1/enrolment", request.model_dump_json().encode(), {})
        content = read_answer(response, time.monotonic)
    finally:
        session.close()
    if response.status_code != 200:
        raise problem_of(response.status_code, response.headers, content)
    try:
        return EnrolmentAnswer.model_validate_json(content)
    except ValidationError as error:
        raise CentralAway(f"the answer is no enrolment: {error}") from error


def enrol(path: Path, url: str, code: str, name: str, *, ca_file: Path | None = None) -> StationIdentity:
    """Enrol with a one-time code and keep the identity at `path`, readable by its owner only.

    The key is on disk before the code is spent, so that a lost answer is asked for again and not lost.
    Raises `CentralAway` (try again), `CentralRefused` (ask for a new code) and `IdentityUnusable`.
    """
    key = _key(path)
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    answer = request_enrolment(url, code, base64.b64encode(public).decode(), name, ca_file=ca_file)
    try:
        identity = _identity(key, answer)
    except ValueError as error:
        raise CentralAway(f"the answer is no enrolment: {error}") from error
    _keep(path, key, answer)
    return identity


def _key(path: Path) -> Ed25519PrivateKey:
    if path.exists():
        try:
            told = json.loads(path.read_bytes())
            if told["answer"] is None:
                return Ed25519PrivateKey.from_private_bytes(base64.b64decode(told["key"], validate=True))
        except (ValueError, KeyError, TypeError) as error:
            raise IdentityUnusable(f"{path} is damaged; move it away and enrol again: {error}") from error
        raise IdentityUnusable(f"{path} already holds a station's identity; move it away to enrol anew")
    key = Ed25519PrivateKey.generate()
    _keep(path, key, None)
    return key


def _keep(path: Path, key: Ed25519PrivateKey, answer: EnrolmentAnswer | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = key.private_bytes(serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption())
    told = {"key": base64.b64encode(raw).decode(), "answer": answer.model_dump() if answer else None}
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _identity(key: Ed25519PrivateKey, answer: EnrolmentAnswer) -> StationIdentity:
    return StationIdentity(
        answer.station,
        answer.shop,
        answer.lane,
        key,
        base64.b64decode(answer.central_key, validate=True),
        base64.b64decode(answer.staff_secret, validate=True),
        answer.receipt_base_url,
    )
