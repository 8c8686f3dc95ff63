"""Element strings: identifiers and values one behind the other, as symbols hold them and as people write them.

Facts: GS1 General Specifications 7.8 (processing of data from a GS1 symbol) and 4.14 (human readable).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.gs1.character_sets import only_digits
from kiosk.domain.gs1.dictionary import Component, Identifier, SyntaxDictionary
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.value_rules import KIND_RULES, RULES

SEPARATOR = "\x1d"
"""What a reader sends for FNC1 between two elements."""

MOST_CHARACTERS = 8192  # no symbol holds more


@dataclass(frozen=True, slots=True)
class Element:
    """One identifier and its value, which is right by the dictionary."""

    identifier: Identifier
    value: str

    @property
    def ai(self) -> str:
        """The identifier's digits."""
        return self.identifier.ai


Message = tuple[Element, ...]
"""The elements of one or more symbols of the same item, in the order they were read."""


def value_of(message: Message, ai: str) -> str:
    """The value of the first element with this identifier, "" when there is none."""
    return next((one.value for one in message if one.identifier.ai == ai), "")


def pairs_of(message: Message) -> list[tuple[str, str]]:
    """Identifier and value of each element."""
    return [(one.identifier.ai, one.value) for one in message]


def parse_raw(text: str, dictionary: SyntaxDictionary) -> Message:
    """The elements of what a symbol holds, without the FNC1 it starts with; separators are `SEPARATOR`.

    A separator behind a value of known length, several in a row and one at the end are passed over. Raises
    `Gs1Error`.
    """
    _bounded(text)
    elements: list[Element] = []
    place = 0
    while place < len(text):
        if text[place] == SEPARATOR:
            place += 1
            continue
        identifier = dictionary.at(text, place)
        if identifier is None:
            raise Gs1Error(f"no application identifier of GS1 begins at character {place + 1}")
        place += len(identifier.ai)
        if identifier.predefined:
            end = place + identifier.longest
        else:
            end = text.find(SEPARATOR, place)
            end = len(text) if end < 0 else end
        value = text[place:end]
        if SEPARATOR in value:
            told = f"a separator stands inside the value of {identifier.longest} characters"
            raise Gs1Error(told, identifier.ai)
        elements.append(element(identifier, value))
        place = end
    if not elements:
        raise Gs1Error("there is no application identifier")
    return tuple(elements)


def parse_bracketed(text: str, dictionary: SyntaxDictionary, *, unknown: bool = False) -> Message:
    r"""The elements of a text like (01)08801234567893(10)A1; a bracket inside a value is written as \(.

    `unknown` allows identifiers that the dictionary lacks, with up to 90 characters. Raises `Gs1Error`.
    """
    _bounded(text)
    if not text.startswith("("):
        raise Gs1Error("it begins with an application identifier in brackets, such as (01)")
    elements = []
    # An escaped bracket is held by a character that no value can have.
    for piece in text.replace("\\(", SEPARATOR)[1:].split("("):
        ai, closed, value = piece.partition(")")
        if not closed:
            raise Gs1Error("the bracket around an application identifier is not closed")
        if not only_digits(ai) or not 2 <= len(ai) <= 4:
            raise Gs1Error("between brackets stand the 2 to 4 digits of an application identifier")
        identifier = dictionary.identifiers.get(ai)
        if identifier is None:
            if not unknown:
                raise Gs1Error("one of the application identifiers is unknown to the GS1 Syntax Dictionary")
            identifier = Identifier(ai, "", (Component("X", 1, 90),), False, False, shortest=1, longest=90)
        if SEPARATOR in text:
            raise Gs1Error("control characters have no place in a value", ai)
        elements.append(element(identifier, value.replace(SEPARATOR, "(")))
    return tuple(elements)


def element(identifier: Identifier, value: str) -> Element:
    """Identifier and value together; raises `Gs1Error` when the value does not fit the identifier."""
    if fault := value_fault(identifier, value):
        raise Gs1Error(fault, identifier.ai)
    return Element(identifier, value)


def value_fault(identifier: Identifier, value: str) -> str:
    """What is wrong with a value by the identifier's components; "" when nothing is."""
    if not identifier.shortest <= len(value) <= identifier.longest:
        return _length_fault(identifier, value)
    place = 0
    for component in identifier.components:
        part = value[place : place + component.longest]
        if component.optional and not part:
            break
        if len(part) < component.shortest:
            return f"the value ends inside a part of {component.shortest} characters"
        if fault := KIND_RULES[component.kind](part):
            return fault
        for rule in component.rules:
            if fault := RULES[rule](part):
                return fault
        place += len(part)
    return ""


def _length_fault(identifier: Identifier, value: str) -> str:
    shortest, longest = identifier.shortest, identifier.longest
    needed = str(longest) if shortest == longest else f"{shortest} to {longest}"
    if not value:
        return f"the value is missing; it has {needed} characters"
    return f"the value has {needed} characters, not {len(value)}"


def raw_of(message: Iterable[Element]) -> str:
    """What a symbol holds for these elements, without the FNC1 it starts with."""
    made: list[str] = []
    open_end = False
    for one in message:
        made.append(f"{SEPARATOR if open_end else ''}{one.identifier.ai}{one.value}")
        open_end = not one.identifier.predefined
    return "".join(made)


def bracketed_of(message: Iterable[Element]) -> str:
    """The elements for people to read: (01)08801234567893(10)A1."""
    return "".join(f"({one.identifier.ai}){one.value.replace('(', chr(92) + '(')}" for one in message)


def message_of(pairs: Sequence[tuple[str, str]], dictionary: SyntaxDictionary) -> Message:
    """The elements of identifiers and values; raises `Gs1Error`."""
    made = []
    for ai, value in pairs:
        identifier = dictionary.identifiers.get(ai)
        if identifier is None:
            raise Gs1Error("one of the application identifiers is unknown to the GS1 Syntax Dictionary")
        made.append(element(identifier, value))
    return tuple(made)


def _bounded(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise Gs1Error(f"it is longer than the {MOST_CHARACTERS} characters that symbols hold")
