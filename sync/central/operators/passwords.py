"""Passwords of operators: what is accepted, and the Argon2id text that is kept of one."""

import secrets
import threading
import unicodedata

import argon2

LEAST = 12
MOST = 200
_LEAST_DIFFERENT = 6
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_HASHER = argon2.PasswordHasher()  # RFC 9106's second choice: 64 MiB, 3 passes, 4 lanes
_AT_ONCE = threading.BoundedSemaphore(2)  # each needs 64 MiB: a crowd of guesses must not take the memory


class PasswordUnfit(ValueError):
    """The password is too easy; the message says what is asked for."""


def password_check(password: str, login: str) -> str:
    """What is kept of a new password; raises `PasswordUnfit`."""
    told = _normal(password)
    if not LEAST <= len(told) <= MOST:
        raise PasswordUnfit(f"a password has {LEAST} to {MOST} characters")
    if len(set(told)) < _LEAST_DIFFERENT:
        raise PasswordUnfit(f"a password has {_LEAST_DIFFERENT} different characters at least")
    if login.lower() in told.lower():
        raise PasswordUnfit("a password does not hold the name one signs in with")
    return _hashed(told)


def password_fits(check: str, password: str) -> bool:
    """Whether `password` is the one that `check` was made of; takes as long for a `check` of nobody ("")."""
    known = check or _nobodys()
    with _AT_ONCE:
        try:
            _HASHER.verify(known, _normal(password)[: MOST + 1])
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False
    return bool(check)


def made_password() -> str:
    """A random password of 100 bits, in groups that can be read out."""
    letters = [secrets.choice(_LETTERS) for _ in range(20)]
    return "-".join("".join(letters[at : at + 5]) for at in range(0, 20, 5))


def _hashed(password: str) -> str:
    with _AT_ONCE:
        return _HASHER.hash(password)


def _normal(password: str) -> str:
    # A Hangul syllable may be typed whole or in parts: both are the same password.
    return unicodedata.normalize("NFC", password)


_NOBODY: list[str] = []


def _nobodys() -> str:
    if not _NOBODY:
        _NOBODY.append(_hashed(secrets.token_hex(16)))
    return _NOBODY[0]
