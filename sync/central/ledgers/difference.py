"""What a checker of books finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not fit: the invariant, where, and both sides in one sentence."""

    invariant: str
    station: str
    what: str
