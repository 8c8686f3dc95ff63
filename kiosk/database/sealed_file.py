"""Secrets of the station in files that are worth nothing on another machine.

The content is sealed with AES-256-GCM under a key made (HKDF-SHA256) from the file's own random salt and from
what only this machine knows: the machine id of the operating system and, where it may be read, the board's
serial UUID. Where a machine has neither, the file is guarded by its 0600 mode alone, and `machine_marks` is
empty: bootstrap says so in the log. A TPM, where fitted, takes the place of the marks in `machine_marks`.
"""

import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.database.errors import StationKeyFault
from kiosk.database.whole_file import write_whole

_MAGIC = b"BARO-SEALED-1\n"
_SALT_BYTES = 32
_NONCE_BYTES = 12
_HEAD_BYTES = _SALT_BYTES + _NONCE_BYTES
_MARK_FILES = (Path("/etc/machine-id"), Path("/sys/class/dmi/id/product_uuid"))


def _key(salt: bytes, marks: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"baro sealed file\0").derive(marks or b"no machine marks")


def machine_marks(files: Sequence[Path] = _MARK_FILES) -> bytes:
    """What tells this machine from others; empty when it has nothing to tell it by."""
    marks = []
    for file in files:
        try:
            mark = file.read_bytes().strip()
        except OSError:
            continue
        if mark:
            marks.append(mark)
    return b"\0".join(marks)


def seal(path: Path, secret: bytes, marks: bytes) -> None:
    """Write `secret` to `path` so that only this machine can read it, mode 0600, whole or not at all."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    closed = AESGCM(_key(salt, marks)).encrypt(nonce, secret, _MAGIC)
    write_whole(path, _MAGIC + salt + nonce + closed)


def unseal(path: Path, marks: bytes) -> bytes:
    """The secret in `path`.

    Raises `StationKeyFault` when it is missing, open to other users, damaged, or from another machine.
    """
    try:
        state = path.stat()
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise StationKeyFault(f"the key file {path} is missing: bring it back from the backup, or enrol") from error
    except OSError as error:
        why = f"the key file {path} cannot be read ({error.strerror})"
        raise StationKeyFault(f"{why}: give it to the kiosk's user") from error
    if state.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise StationKeyFault(f"the key file {path} is open to other users: chmod 600 {path}")
    rest = content.removeprefix(_MAGIC)
    salt, nonce, closed = rest[:_SALT_BYTES], rest[_SALT_BYTES:_HEAD_BYTES], rest[_HEAD_BYTES:]
    if rest == content or not closed:
        raise StationKeyFault(f"{path} is not a key file of this program: bring it back from the backup")
    try:
        return AESGCM(_key(salt, marks)).decrypt(nonce, closed, _MAGIC)
    except InvalidTag as error:
        raise StationKeyFault(
            f"the key file {path} was made on another machine or is damaged: enrol this machine as a new station"
        ) from error


def kept_secret(path: Path, size: int, marks: bytes) -> bytes:
    """The random secret of `size` bytes in `path`, made at the first call."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        seal(path, os.urandom(size), marks)
    secret = unseal(path, marks)
    if len(secret) != size:
        raise StationKeyFault(f"{path} holds {len(secret)} bytes, {size} are needed: it is the key of something else")
    return secret


def station_key(folder: Path, marks: bytes) -> bytes:
    """The 32-byte key of `folder`/station.db, made together with the file.

    Raises `StationKeyFault` when the file is there without its key: a new key could not read it.
    """
    path = folder / "station.key"
    if not path.exists() and (folder / "station.db").exists():
        raise StationKeyFault(f"{path} is missing but station.db is there: bring the key back from the backup")
    return kept_secret(path, 32, marks)
