"""Who this station is: its own Ed25519 key, and what central said when it was enrolled."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.database.errors import StationKeyFault
from kiosk.database.sealed_file import kept_secret, seal, unseal
from sync.wire.enrolment import EnrolmentAnswer

_SEED_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class StationIdentity:
    """An enrolled station; `key` never leaves the device."""

    station: str
    shop: str
    lane: str
    central_key: bytes
    staff_secret: bytes
    receipt_base_url: str
    key: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"StationIdentity(station={self.station!r}, shop={self.shop!r}, lane={self.lane!r})"

    @property
    def public_key(self) -> Ed25519PublicKey:
        """What others check this station's signatures with."""
        return self.key.public_key()

    def sign(self, message: bytes) -> bytes:
        """The 64-byte Ed25519 signature of `message`."""
        return self.key.sign(message)


class LinkSignature:
    """Signs the text of a receipt's QR (`LinkSigner`): base64 for URLs, without padding, 86 characters."""

    def __init__(self, identity: StationIdentity) -> None:
        self._identity = identity

    def sign(self, text: str) -> str:
        """The signature of the UTF-8 bytes of `text`."""
        return base64.urlsafe_b64encode(self._identity.sign(text.encode())).rstrip(b"=").decode()


class CentralSeal:
    """Knows what central signed, by its public key of 32 bytes."""

    def __init__(self, central_key: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(central_key)

    def genuine(self, text: str, signature: str) -> bool:
        """Whether `signature` (base64 for URLs, without padding) is central's over the UTF-8 bytes of `text`."""
        try:
            self._key.verify(base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4)), text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


class IdentityFolder:
    """The two sealed files of a station's identity: `identity.key` (made here) and `identity.enrolled`."""

    def __init__(self, folder: Path, marks: bytes) -> None:
        self._key_file = folder / "identity.key"
        self._enrolled_file = folder / "identity.enrolled"
        self._marks = marks

    def private_key(self) -> Ed25519PrivateKey:
        """The station's key, made on this device at the first call; raises `StationKeyFault`."""
        if not self._key_file.exists() and self._enrolled_file.exists():
            raise StationKeyFault(f"{self._key_file} is missing though the station is enrolled: enrol it anew")
        return Ed25519PrivateKey.from_private_bytes(kept_secret(self._key_file, _SEED_BYTES, self._marks))

    def public_key_text(self) -> str:
        """The raw public key in base64, as an enrolment request carries it."""
        raw = self.private_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return base64.b64encode(raw).decode()

    def keep(self, answer: EnrolmentAnswer) -> StationIdentity:
        """Store what central answered and become that station; raises `StationKeyFault` for a broken answer."""
        _bytes(answer.central_key, "key", 32)
        _bytes(answer.staff_secret, "staff secret", 16)
        self.private_key()
        seal(self._enrolled_file, answer.model_dump_json().encode(), self._marks)
        return self.identity()

    @property
    def enrolled(self) -> bool:
        """Whether this device is a station already."""
        return self._enrolled_file.exists()

    def identity(self) -> StationIdentity:
        """The station this device is; raises `StationKeyFault` when it is not enrolled or a file is damaged."""
        if not self.enrolled:
            raise StationKeyFault("this device is not enrolled: enter a one-time code from central")
        told = json.loads(unseal(self._enrolled_file, self._marks))
        answer = EnrolmentAnswer.model_validate(told)
        return StationIdentity(
            answer.station,
            answer.shop,
            answer.lane,
            _bytes(answer.central_key, "key", 32),
            _bytes(answer.staff_secret, "staff secret", 16),
            answer.receipt_base_url,
            self.private_key(),
        )


def _bytes(text: str, what: str, least: int) -> bytes:
    try:
        told = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise StationKeyFault(f"central's answer holds no readable {what}: enrol again") from error
    if len(told) < least:
        raise StationKeyFault(f"central's {what} has {len(told)} bytes, at least {least} are needed: enrol again")
    return told
