"""The table of application identifiers (AIs), read from the text of the GS1 Barcode Syntax Dictionary.

The format of a line is told in the head of `resources/gs1/gs1-syntax-dictionary.txt`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.domain.gs1.value_rules import RULES

Groups = tuple[tuple[str, ...], ...]
"""Alternatives, each a group of patterns: 01+21,02 is (("01", "21"), ("02",))."""


class DictionaryError(ValueError):
    """A line of the syntax dictionary cannot be understood; the message names line and fault."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a value: `kind` is N (digits), X (character set 82), Y (39) or Z (base64url)."""

    kind: str
    shortest: int
    longest: int
    rules: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Identifier:
    """One application identifier.

    `predefined`: its length is known beforehand, no separator follows it. `in_link`: allowed as an attribute of
    a Digital Link. `requires`: of each entry one alternative must be there. `excludes`: patterns (n is any digit)
    that must not be. `qualifiers`: None when it is no key of a Digital Link, else the allowed orders of qualifiers.
    """

    ai: str
    title: str
    components: tuple[Component, ...]
    predefined: bool
    in_link: bool
    requires: tuple[Groups, ...] = ()
    excludes: tuple[str, ...] = ()
    qualifiers: Groups | None = None
    shortest: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class SyntaxDictionary:
    """All identifiers by their digits, and the release of the table."""

    release: str
    identifiers: Mapping[str, Identifier]

    def at(self, text: str, place: int) -> Identifier | None:
        """The identifier that the text has at `place`; no identifier begins with another one."""
        for length in (2, 3, 4):
            found = self.identifiers.get(text[place : place + length])
            if found is not None:
                return found
        return None

    @property
    def keys(self) -> tuple[str, ...]:
        """The identifiers that can be the key of a Digital Link."""
        return tuple(ai for ai, one in self.identifiers.items() if one.qualifiers is not None)


_LINE = re.compile(r"(\d{2,4})(?:-(\d{2,4}))?\s+(?:([*?!\"$%&'()+,./:;<=>@\\^_`{|}~-]+)\s+)?(\S.*)")
_COMPONENT = re.compile(r"\[?([NXYZ])(\.\.)?(\d{1,2})\]?((?:,[a-z][a-z0-9]*)*)")
_RELEASE = re.compile(r"#\s*Release:\s*(\S+)")
_FLAGS = frozenset("*?")


def read_dictionary(text: str) -> SyntaxDictionary:
    """The table that the text holds; raises `DictionaryError`, with the line's number, for what it cannot read."""
    found: dict[str, Identifier] = {}
    release = _RELEASE.search(text)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        for one in _identifiers(line, number):
            if one.ai in found:
                raise DictionaryError(f"line {number}: AI {one.ai} is there twice")
            found[one.ai] = one
    if not found:
        raise DictionaryError("the text names no application identifier")
    return SyntaxDictionary(release[1] if release else "", MappingProxyType(found))


def _identifiers(line: str, number: int) -> Iterator[Identifier]:
    described, _, title = line.partition("#")
    match = _LINE.fullmatch(described.strip())
    if match is None:
        raise DictionaryError(f"line {number}: expected AI, flags, components and attributes")
    first, last, flags, rest = match[1], match[2] or match[1], match[3] or "", match[4]
    if set(flags) - _FLAGS:
        raise DictionaryError(f"line {number}: unknown flag among {flags}")
    if len(first) != len(last) or int(last) < int(first):
        raise DictionaryError(f"line {number}: {first}-{last} is no range of identifiers")
    words = rest.split()
    parts = [word for word in words if _COMPONENT.fullmatch(word)]
    components = tuple(map(_component, parts))
    if not components or words[: len(parts)] != parts:
        raise DictionaryError(f"line {number}: components come first, then attributes")
    if strange := sorted({rule for part in components for rule in part.rules} - RULES.keys()):
        raise DictionaryError(
            f"line {number}: the rule {strange[0]} is unknown; this release of Baro is too old for it"
        )
    requires, excludes, qualifiers = _attributes(words[len(parts) :], number)
    shortest = sum(part.shortest for part in components if not part.optional)
    longest = sum(part.longest for part in components)
    for value in range(int(first), int(last) + 1):
        ai = f"{value:0{len(first)}d}"
        yield Identifier(
            ai, title.strip(), components, "*" in flags, "?" in flags, requires, excludes, qualifiers, shortest, longest
        )


def _component(word: str) -> Component:
    match = _COMPONENT.fullmatch(word)
    assert match is not None  # noqa: S101  # asked by the caller
    kind, variable, length = match[1], match[2], int(match[3])
    rules = tuple(match[4].split(",")[1:])
    return Component(kind, 1 if variable else length, length, rules, word.startswith("["))


def _attributes(words: list[str], number: int) -> tuple[tuple[Groups, ...], tuple[str, ...], Groups | None]:
    requires: list[Groups] = []
    excludes: list[str] = []
    qualifiers: Groups | None = None
    for word in words:
        key, equals, value = word.partition("=")
        if key == "req" and value:
            requires.append(tuple(tuple(group.split("+")) for group in value.split(",")))
        elif key == "ex" and value:
            excludes += value.split(",")
        elif key == "dlpkey" and bool(equals) == bool(value):
            qualifiers = tuple(tuple(order.split(",")) for order in value.split("|")) if value else ((),)
        else:
            raise DictionaryError(f"line {number}: unknown attribute {word}")
    return tuple(requires), tuple(excludes), qualifiers
