"""Which catalogue a shop has now: a small signed document that names an immutable file."""

import base64
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, Field

from sync.wire.document import Document, canonical


class HeadRefused(ValueError):
    """The head is not from the central this station knows; the message says why."""


class HeadDocument(Document):
    """Version, shop and file: `sha256` and `size` are of the compressed file, `raw_size` of the SQLite file in it."""

    version: int = Field(ge=1)
    shop: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=1)
    raw_size: int = Field(ge=1)
    published_at: AwareDatetime


class SignedHead(Document):
    """A head with central's Ed25519 signature (base64) over its canonical JSON."""

    head: dict[str, Any]
    signature: str


def sign_head(head: HeadDocument, key: Ed25519PrivateKey) -> SignedHead:
    """The head signed with central's key."""
    document = head.model_dump(mode="json")
    return SignedHead(head=document, signature=base64.b64encode(key.sign(canonical(document))).decode())


def open_head(signed: SignedHead, key: Ed25519PublicKey) -> HeadDocument:
    """The head inside, when the signature is central's; raises `HeadRefused` otherwise."""
    try:
        key.verify(base64.b64decode(signed.signature, validate=True), canonical(signed.head))
    except (InvalidSignature, ValueError) as error:
        raise HeadRefused("the catalogue head is not signed by the central this station enrolled at") from error
    try:
        return HeadDocument.model_validate(signed.head)
    except ValueError as error:
        raise HeadRefused(f"the catalogue head is not understood: {error}") from error
