"""Which identifiers belong together and which exclude each other.

Facts: GS1 General Specifications 4.14 and 4.15 (data relationships), as the syntax dictionary tells them in its
attributes `req` and `ex`; and the rule that a digital signature (AI 8030) needs a key with a serial part.
"""

from collections.abc import Collection, Iterator

from kiosk.domain.gs1.dictionary import Groups, SyntaxDictionary
from kiosk.domain.gs1.element_string import Message, value_of
from kiosk.domain.gs1.fault import Gs1Error

_IDENTIFYING = frozenset({"02", "03", "8026"})  # identify what is inside or to be made, beside the keys
_SERIAL_OPTIONAL = {"253": 13, "255": 13, "8003": 14}  # keys whose serial part may be missing, and their length


def check_associations(message: Message, dictionary: SyntaxDictionary, *, complete: bool | None = None) -> None:
    """Raise `Gs1Error` when elements contradict or exclude each other, or one that is needed is missing.

    What is missing counts only in a message that is `complete`: by the dictionary, pairs are judged over all
    symbols of an item, and a message without an identification is a part of one. None: complete when it
    identifies something.
    """
    _check_repeats(message)
    present = {one.identifier.ai for one in message}
    _check_exclusions(message, present)
    if complete is None:
        complete = any(ai in _IDENTIFYING or _is_key(ai, dictionary) for ai in present)
    if complete:
        _check_requirements(message, present)
    if "8030" in present:
        _check_signed_keys(message, present)


def _is_key(ai: str, dictionary: SyntaxDictionary) -> bool:
    known = dictionary.identifiers.get(ai)
    return known is not None and known.qualifiers is not None


def _check_repeats(message: Message) -> None:
    values: dict[str, str] = {}
    for one in message:
        if values.setdefault(one.identifier.ai, one.value) != one.value:
            raise Gs1Error("it is there twice with different values", one.identifier.ai)


def _check_exclusions(message: Message, present: Collection[str]) -> None:
    for one in message:
        for pattern in one.identifier.excludes:
            for other in _matching(pattern, present):
                if other != one.identifier.ai:
                    raise Gs1Error(f"it cannot stand beside AI {other}", one.identifier.ai)


def _check_requirements(message: Message, present: Collection[str]) -> None:
    for one in message:
        for alternatives in one.identifier.requires:
            if not _met(alternatives, present):
                raise Gs1Error(f"it needs {_told(alternatives)} beside it", one.identifier.ai)


def _met(alternatives: Groups, present: Collection[str]) -> bool:
    return any(all(any(_matching(pattern, present)) for pattern in group) for group in alternatives)


def _matching(pattern: str, present: Collection[str]) -> Iterator[str]:
    head = pattern.rstrip("n")
    if head == pattern:
        if pattern in present:
            yield pattern
    else:
        yield from (ai for ai in present if len(ai) == len(pattern) and ai.startswith(head))


def _told(alternatives: Groups) -> str:
    return " or ".join("AI " + " with AI ".join(group) for group in alternatives)


def _check_signed_keys(message: Message, present: Collection[str]) -> None:
    for ai, length in _SERIAL_OPTIONAL.items():
        if ai in present and len(value_of(message, ai)) == length:
            raise Gs1Error(f"a signature needs the serial part of AI {ai}", "8030")
