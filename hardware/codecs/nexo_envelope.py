"""Seal and open the secured envelope of nexo local messages: AES-CBC, HMAC, keys by reference."""

import base64
import binascii
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.padding import PKCS7

from hardware.codecs.nexo_json import JsonObject
from hardware.errors import DeviceGarbled, DeviceMisused

CRYPTO_VERSION = 1
NONCE_BYTES = 16
_SALT = b"AdyenNexoV1Salt"
_ROUNDS = 4000
_MAC_BYTES = 32


class NotAuthentic(DeviceGarbled):
    """A message was not made with a shared key, or was changed on its way; one text for every cause."""

    def __init__(self) -> None:
        super().__init__("A message of the payment terminal is not authentic; it was not used.")


@dataclass(frozen=True, slots=True)
class NexoKey:
    """A key set shared with the terminal, as the terminal vendor's back office names it.

    Raises `DeviceMisused` when the passphrase has other signs than printable ASCII, because
    implementations turn those into different keys.
    """

    identifier: str
    version: int
    passphrase: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.passphrase or not all(" " <= sign <= "~" for sign in self.passphrase):
            raise DeviceMisused("The terminal passphrase must be printable ASCII and not empty.")
        if not self.identifier:
            raise DeviceMisused("The terminal key needs its key identifier.")
        if isinstance(self.version, bool) or self.version < 0:
            raise DeviceMisused("The terminal key version must be a whole number from 0 up.")


@dataclass(frozen=True, slots=True)
class DerivedKeys:
    """What a passphrase becomes: 32 bytes for the MAC, 32 for AES, 16 from which each IV is made."""

    mac: bytes = field(repr=False)
    cipher: bytes = field(repr=False)
    iv_start: bytes = field(repr=False)


@lru_cache(maxsize=16)
def derive_keys(passphrase: str) -> DerivedKeys:
    """Derive the three keys of a passphrase (PBKDF2-HMAC-SHA1, 4000 rounds, 80 bytes)."""
    # SHA-1 is what the terminals compute; in PBKDF2 its collisions are no weakness.
    derivation = PBKDF2HMAC(hashes.SHA1(), length=80, salt=_SALT, iterations=_ROUNDS)  # noqa: S303
    octets = derivation.derive(passphrase.encode("ascii"))
    return DerivedKeys(mac=octets[:32], cipher=octets[32:64], iv_start=octets[64:])


def seal(plaintext: bytes, header: JsonObject, key: NexoKey, nonce: bytes) -> JsonObject:
    """Make the content of a secured message from a complete document and a copy of its header.

    `nonce` must be 16 fresh random bytes; raises `DeviceMisused` otherwise.
    """
    if len(nonce) != NONCE_BYTES:
        raise DeviceMisused(f"A nonce has {NONCE_BYTES} bytes, not {len(nonce)}.")
    keys = derive_keys(key.passphrase)
    padder = PKCS7(128).padder()
    encryptor = _cipher(keys, nonce).encryptor()
    blob = encryptor.update(padder.update(plaintext) + padder.finalize()) + encryptor.finalize()
    return {
        "MessageHeader": header,
        "NexoBlob": base64.b64encode(blob).decode(),
        "SecurityTrailer": {
            "AdyenCryptoVersion": CRYPTO_VERSION,
            "KeyIdentifier": key.identifier,
            "KeyVersion": key.version,
            "Nonce": base64.b64encode(nonce).decode(),
            "Hmac": base64.b64encode(hmac.digest(keys.mac, plaintext, "sha256")).decode(),
        },
    }


def open_sealed(secured: JsonObject, keys: Iterable[NexoKey]) -> bytes:
    """Decrypt a secured message and give its plaintext bytes once their MAC is right.

    The key is chosen by the trailer's identifier and version among `keys`, so that the old and
    the new one can stand side by side while keys change. Raises `NotAuthentic` for every fault.
    """
    trailer = secured.get("SecurityTrailer")
    if not isinstance(trailer, dict) or not _is_number(trailer.get("AdyenCryptoVersion"), CRYPTO_VERSION):
        raise NotAuthentic
    derived = derive_keys(_named_key(trailer, keys).passphrase)
    nonce = _octets(trailer.get("Nonce"))
    mac = _octets(trailer.get("Hmac"))
    blob = _octets(secured.get("NexoBlob"))
    if len(nonce) != NONCE_BYTES or len(mac) != _MAC_BYTES or not blob or len(blob) % 16:
        raise NotAuthentic
    decryptor = _cipher(derived, nonce).decryptor()
    padded = decryptor.update(blob) + decryptor.finalize()
    plaintext, is_padded = _unpadded(padded)
    # The MAC is computed for bad padding too, so that the time it takes tells nothing either.
    if not hmac.compare_digest(hmac.digest(derived.mac, plaintext, "sha256"), mac) or not is_padded:
        raise NotAuthentic
    return plaintext


def _unpadded(padded: bytes) -> tuple[bytes, bool]:
    unpadder = PKCS7(128).unpadder()
    try:
        return unpadder.update(padded) + unpadder.finalize(), True
    except ValueError:
        return padded, False


def _named_key(trailer: JsonObject, keys: Iterable[NexoKey]) -> NexoKey:
    for key in keys:
        if trailer.get("KeyIdentifier") == key.identifier and _is_number(trailer.get("KeyVersion"), key.version):
            return key
    raise NotAuthentic


def _is_number(value: object, wanted: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value == wanted


def _octets(value: object) -> bytes:
    """Standard Base64 in its one canonical form; anything else is not what the sender wrote."""
    if not isinstance(value, str):
        raise NotAuthentic
    try:
        octets = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise NotAuthentic from None
    if base64.b64encode(octets).decode() != value:
        raise NotAuthentic
    return octets


def _cipher(keys: DerivedKeys, nonce: bytes) -> Cipher[modes.CBC]:
    iv = bytes(left ^ right for left, right in zip(keys.iv_start, nonce, strict=True))
    return Cipher(algorithms.AES(keys.cipher), modes.CBC(iv))
