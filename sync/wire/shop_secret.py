"""Checks that need the shop's secret: staff PINs and member codes, recognised offline and useless elsewhere.

argon2-cffi offers no way to pass Argon2's own secret input, so the secret is mixed in before: what Argon2id
hashes is HMAC-SHA256(staff_secret, PIN), and a stolen catalogue without the secret cannot be searched.
"""

import hashlib
import hmac

import argon2

_HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)  # OWASP's floor: 19 MiB, 2 passes
MEMBER_HASH_BYTES = 16


def _pin_password(staff_secret: bytes, person_id: str, pin: str) -> bytes:
    return hmac.digest(staff_secret, f"pin\0{person_id}\0{pin}".encode(), hashlib.sha256)


def pin_check(staff_secret: bytes, person_id: str, pin: str) -> str:
    """The check value of a person's PIN: an encoded Argon2id hash with its own random salt."""
    return _HASHER.hash(_pin_password(staff_secret, person_id, pin))


def pin_matches(staff_secret: bytes, person_id: str, pin: str, check: str) -> bool:
    """Whether the PIN is this person's; a broken check value matches nothing. Takes tens of milliseconds."""
    try:
        return _HASHER.verify(check, _pin_password(staff_secret, person_id, pin))
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def member_hash(staff_secret: bytes, code: str) -> bytes:
    """What the catalogue holds for a member code: 16 bytes that only a station of the shop can make."""
    key = hmac.digest(staff_secret, b"member codes", hashlib.sha256)
    return hmac.digest(key, code.strip().encode(), hashlib.sha256)[:MEMBER_HASH_BYTES]
