"""The journal a second time, in a plain append-only file, for the day station.db is damaged (reliability 3.4).

After a mark, a salt and a proof of the key come records: 4 bytes of length, 12 of nonce, and the stored row as
JSON, sealed with AES-256-GCM, whose tag is the record's checksum. A record torn by a power cut is cut off when the
file is opened.
"""

import json
import logging
import os
import secrets
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.database.errors import StationFault
from kiosk.database.journal import JournalReader, JournalRow
from kiosk.database.whole_file import write_whole

_MAGIC = b"BARO-MIRROR-1\n"
_SALT_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_HEAD_BYTES = len(_MAGIC) + _SALT_BYTES + _NONCE_BYTES + _TAG_BYTES
_MOST_RECORD = 16 * 1024 * 1024
_PORTION = 500
_LOG = logging.getLogger(__name__)


class JournalMirror:
    """The mirror at `path`, sealed with the key of station.db; raises `StationFault` for a file of another kind.

    `add` gives rows to the operating system at once, `flush` to the disk; a lost tail is made good by `catch_up`
    at the next start. A mirror that cannot be written never stops a sale: `fault` then says why.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.fault = ""
        if not path.exists() or path.stat().st_size < _HEAD_BYTES:
            salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
            write_whole(path, _MAGIC + salt + nonce + _sealing(key, salt).encrypt(nonce, b"", _MAGIC))
        self.last, end = 0, _HEAD_BYTES
        with _opened(path, key) as (file, self._seal):
            for row, end in _records(file, self._seal):  # noqa: B007  # the last of each is kept
                self.last = row[0]
        self._handle = os.open(path, os.O_WRONLY)
        os.ftruncate(self._handle, end)
        self._end = end

    def add(self, rows: Iterable[JournalRow]) -> None:
        """Write rows that are committed; what cannot be written is logged and caught up with later."""
        if self.fault:
            return
        content = b"".join(self._record(row) for row in rows if row[0] > self.last)
        try:
            written = os.pwrite(self._handle, content, self._end)
        except OSError as error:
            self._give_up(error.strerror or str(error))
            return
        if written < len(content):
            self._give_up("no room left")
            return
        self._end += written
        self.last = max((self.last, *(row[0] for row in rows)))

    def catch_up(self, reader: JournalReader) -> int:
        """Add what the journal has and the mirror has not, at the start; answers how much it was.

        Raises `StationFault` when the mirror knows entries that the journal does not have any more.
        """
        newest = reader.last()[0]
        if self.last > newest:
            raise StationFault(
                f"{self.path.name} holds entries up to {self.last}, the journal ends at {newest}: "
                "station.db was replaced by an older copy; close the station for sale and restore it from the mirror"
            )
        before = self.last
        while rows := reader.rows_after(self.last, _PORTION):
            self.add(rows)
            if self.fault:
                break
        self.flush()
        return self.last - before

    def flush(self) -> None:
        """Give what was added to the disk."""
        try:
            os.fdatasync(self._handle)
        except OSError as error:
            self._give_up(error.strerror or str(error))

    def close(self) -> None:
        """Flush and let go of the file."""
        self.flush()
        os.close(self._handle)

    def _record(self, row: JournalRow) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._seal.encrypt(nonce, json.dumps(row, ensure_ascii=False).encode(), _MAGIC)
        return struct.pack(">I", _NONCE_BYTES + len(sealed)) + nonce + sealed

    def _give_up(self, reason: str) -> None:
        self.fault = f"the journal mirror {self.path} cannot be written: {reason}"
        _LOG.error("%s; sales go on, the next start catches up", self.fault)


def mirrored_rows(path: Path, key: bytes) -> Iterator[JournalRow]:
    """The rows of a mirror in order, up to the first record that is torn or was changed."""
    with _opened(path, key) as (file, seal):
        for row, _end in _records(file, seal):
            yield row


def _sealing(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"baro journal mirror").derive(key))


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[tuple[BinaryIO, AESGCM]]:
    """The file behind its head; a wrong key is found here, before anything is taken for torn and cut off."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise StationFault(f"the journal mirror {path} cannot be read: {error.strerror}") from error
    with file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise StationFault(f"{path} is no journal mirror: move it away, a new one is made")
        seal = _sealing(key, file.read(_SALT_BYTES))
        nonce, proof = file.read(_NONCE_BYTES), file.read(_TAG_BYTES)
        try:
            seal.decrypt(nonce, proof, _MAGIC)
        except (InvalidTag, ValueError) as error:
            raise StationFault(f"{path} is the mirror of another station, or damaged: move it away") from error
        yield file, seal


def _records(file: BinaryIO, seal: AESGCM) -> Iterator[tuple[JournalRow, int]]:
    """Each whole row and where it ends in the file."""
    while len(length := file.read(4)) == 4:
        (size,) = struct.unpack(">I", length)
        if not _NONCE_BYTES < size <= _MOST_RECORD:
            return
        record = file.read(size)
        try:
            told = json.loads(seal.decrypt(record[:_NONCE_BYTES], record[_NONCE_BYTES:], _MAGIC))
        except (InvalidTag, ValueError):
            return
        sequence, moment, kind, body, previous, own = told
        yield (sequence, moment, kind, body, previous, own), file.tell()
