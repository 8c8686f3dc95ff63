"""A rule of a catalogue that is not followed, and why: the others keep working."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """`kind` is promotion, restriction or recall; `reason` is for the person who mends it."""

    kind: str
    rule_id: str
    reason: str
