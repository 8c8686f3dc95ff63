"""Read the form-encoded texts inside nexo messages."""

from urllib.parse import unquote_plus

_MOST_FIELDS = 200


def form_fields(encoded: str) -> dict[str, str]:
    """Read `name=value&name=value`; a repeated name keeps its first value, a part without `=` is left out."""
    fields: dict[str, str] = {}
    for piece in encoded.split("&", _MOST_FIELDS)[:_MOST_FIELDS]:
        name, sign, value = piece.partition("=")
        if sign:
            fields.setdefault(unquote_plus(name, errors="replace"), unquote_plus(value, errors="replace"))
    return fields
