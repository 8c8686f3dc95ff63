"""The recorded nexo messages, read once."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hardware.codecs.nexo_envelope import NexoKey

_FOLDER = Path(__file__).parents[1] / "corpus" / "payment"


@cache
def corpus(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"), parse_float=Decimal)


def key_of(case: dict[str, Any]) -> NexoKey:
    key = case["key"]
    return NexoKey(key["KeyIdentifier"], key["KeyVersion"], key["Passphrase"])


def terminal_messages() -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = corpus("nexo_terminal_messages.json")["messages"]
    return messages


def terminal_key(message: dict[str, Any]) -> NexoKey:
    trailer = message["secured"]["SecurityTrailer"]
    return NexoKey(trailer["KeyIdentifier"], trailer["KeyVersion"], message["passphrase"])


def dialogue(name: str) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = corpus("nexo_dialogues.json")["dialogues"][name]["messages"]
    return messages
