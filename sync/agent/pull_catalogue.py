"""Fetches the shop's newest catalogue: head, file, proof; the old one stays until the new one is proven."""

import hashlib
from pathlib import Path
from typing import Protocol

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.agent.central_client import CentralAway, CentralClient, CentralRefused
from sync.wire.catalogue import HeadDocument, HeadRefused, open_head

_PIECE = 1024 * 1024


class CatalogueRefused(ValueError):
    """What came is not a catalogue for this station; the old one stays. The message says what was wrong."""


class CatalogueSink(Protocol):
    """Where a proven catalogue goes; used from the agent's thread only."""

    def adopted_version(self) -> int:
        """The version in use; 0 when there is none."""
        ...

    def adopt(self, path: Path, version: int) -> None:
        """Take over the SQLite file at `path` (and move it away); whatever is raised keeps the old one."""
        ...


class CataloguePull:
    """Polls the head and fetches what is newer; a download that was cut goes on where it stopped."""

    def __init__(
        self, client: CentralClient, sink: CatalogueSink, folder: Path, *, central_key: bytes, shop: str
    ) -> None:
        self._client, self._sink, self._folder, self._shop = client, sink, folder, shop
        self._key = Ed25519PublicKey.from_public_bytes(central_key)
        self._tag = ""

    def pull(self) -> int | None:
        """The version that was adopted just now, or None when there is nothing newer.

        Raises `CatalogueRefused` for a head or file that is not right, `CentralAway` and `CentralRefused`.
        """
        answer = self._head()
        if answer is None:
            return None
        head, tag = answer
        current = self._sink.adopted_version()
        if head.version < current:
            raise CatalogueRefused(f"central offers version {head.version}, older than {current} in use")
        if head.version > current:
            self._fetch(head)
        self._tag = tag
        return head.version if head.version > current else None

    def _head(self) -> tuple[HeadDocument, str] | None:
        try:
            answer = self._client.head(self._tag)
        except CentralRefused as error:
            if error.problem.status == 404:
                return None  # nothing was published yet
            raise
        if answer is None:
            return None
        try:
            head = open_head(answer[0], self._key)
        except HeadRefused as error:
            raise CatalogueRefused(str(error)) from error
        if head.shop != self._shop:
            raise CatalogueRefused(f"the catalogue is for shop {head.shop}, this station stands in {self._shop}")
        return head, answer[1]

    def _fetch(self, head: HeadDocument) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"catalogue-{head.sha256}.zst.part"
        for old in self._folder.glob("catalogue-*.zst.part"):
            if old != part:
                old.unlink()
        self._download(head, part)
        unpacked = self._folder / f"catalogue-{head.version}.new"
        try:
            _unpack(part, unpacked, head.raw_size)
            self._adopt(unpacked, head.version)
        finally:
            unpacked.unlink(missing_ok=True)
            part.unlink(missing_ok=True)

    def _adopt(self, unpacked: Path, version: int) -> None:
        try:
            self._sink.adopt(unpacked, version)
        except Exception as error:  # whatever keeps the station from using it, staff should read it
            raise CatalogueRefused(f"version {version} was not taken into use: {error}") from error

    def _download(self, head: HeadDocument, part: Path) -> None:
        with part.open("ab") as target:
            start = target.tell()
            if start < head.size:
                self._client.download(head.sha256, target, start, head.size)
        size = part.stat().st_size
        if size < head.size:
            raise CentralAway(f"the file broke off at {size} of {head.size} bytes; it goes on from there")
        digest = hashlib.sha256()
        with part.open("rb") as source:
            while piece := source.read(_PIECE):
                digest.update(piece)
        if size != head.size or digest.hexdigest() != head.sha256:
            part.unlink()
            raise CatalogueRefused(f"the file of version {head.version} is not the one its head names")


def _unpack(packed: Path, target: Path, raw_size: int) -> None:
    written = 0
    try:
        with packed.open("rb") as source, target.open("wb") as raw:
            for piece in zstandard.ZstdDecompressor().read_to_iter(source, write_size=_PIECE):
                written += len(piece)
                if written > raw_size:
                    raise CatalogueRefused(f"the file holds more than the {raw_size} bytes its head says")
                raw.write(piece)
    except zstandard.ZstdError as error:
        raise CatalogueRefused(f"the file cannot be unpacked: {error}") from error
    if written != raw_size:
        raise CatalogueRefused(f"the file holds {written} bytes, its head says {raw_size}")
