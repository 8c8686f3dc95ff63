"""In which order staff see what waits: what holds a shopper's money or way out comes first."""

_FIRST = (
    "unknown_payment",
    "age",
    "scale",
    "pack_check",
    "blocked_item",
    "expired",
    "price",
    "help",
    "unknown_item",
    "benefit",
    "past_best",
    "list_old",
    "label",
)


def urgency(kind: str) -> int:
    """The smaller, the sooner; kinds that are not known come last, in the order of their calls."""
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
