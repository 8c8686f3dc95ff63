"""What all documents on the wire share: frozen, exact about types, deaf to fields of newer versions."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """A versioned document; unknown fields are ignored so that an older reader understands a newer writer."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)


def canonical(document: dict[str, Any]) -> bytes:
    """The one way a JSON document is written for hashing and signing: sorted keys, no blanks, UTF-8."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
