"""Read and write the JSON of terminal messages with exact numbers and nothing ambiguous."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from hardware.errors import DeviceGarbled

JsonObject = dict[str, Any]

LONGEST_DOCUMENT = 262_144


def write_json(document: object) -> bytes:
    """Write a document as compact UTF-8; decimals are written digit by digit, never through a float.

    Raises `TypeError` for what JSON has no exact form for, such as a binary float.
    """
    return _written(document).encode("utf-8")


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        inner = ",".join(f"{json.dumps(str(key), ensure_ascii=False)}:{_written(v)}" for key, v in value.items())
        return "{" + inner + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(item) for item in value) + "]"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str | bool | int) or value is None:
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(f"{type(value).__name__} has no exact form in a terminal message")


def read_json_object(octets: bytes) -> JsonObject:
    """Read one JSON object; fractions arrive as `Decimal`, whole numbers as `int`.

    Raises `DeviceGarbled` for anything else: not UTF-8, not JSON, a name given twice, NaN, nested
    too deep, longer than 256 KiB, or not an object.
    """
    if len(octets) > LONGEST_DOCUMENT:
        raise DeviceGarbled("The terminal sent a message of more than 256 KiB.")
    try:
        document = json.loads(
            octets.decode("utf-8"),
            parse_float=_fraction,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise DeviceGarbled("The terminal sent a message that is not well-formed JSON.") from error
    if not isinstance(document, dict):
        raise DeviceGarbled("The terminal sent JSON that is not an object.")
    return document


def _fraction(text: str) -> Decimal:
    number = Decimal(text)
    # 1e999999999 is short on the wire and fills the memory when written out again.
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError("number out of range")
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is given twice")
    return found


def part(document: object, *path: str) -> JsonObject:
    """The object at a path of names, or an empty one when any step of the way is missing."""
    here = document
    for name in path:
        here = here.get(name) if isinstance(here, dict) else None
    return here if isinstance(here, dict) else {}


def text(document: object, *path: str) -> str:
    """The text at a path of names, or an empty one; what cannot be written as UTF-8 becomes `?`."""
    here = part(document, *path[:-1]).get(path[-1])
    return here.encode("utf-8", "replace").decode("utf-8") if isinstance(here, str) else ""
