"""Made-up elements that are right by the shipped dictionary, for properties."""

from hypothesis import strategies as st

from kiosk.domain.gs1.character_sets import CHARACTERS_39, CHARACTERS_64, CHARACTERS_82
from kiosk.domain.gs1.dictionary import Component, Identifier
from kiosk.domain.gs1.element_string import Element, element, value_fault
from kiosk.domain.gtin import check_digit
from tests.fakes.gs1_table import gs1_table

_CHARACTERS = {"N": "0123456789", "X": CHARACTERS_82, "Y": CHARACTERS_39, "Z": CHARACTERS_64}
_PLAIN = {"gcppos1", "gcppos2", "csum"}


def simple_identifiers() -> list[Identifier]:
    """Those whose parts have no rule but a check digit: any characters of the kind will do."""
    table = gs1_table().identifiers.values()
    return [one for one in table if all(set(part.rules) <= _PLAIN for part in one.components)]


def _part(component: Component) -> st.SearchStrategy[str]:
    letters = _CHARACTERS[component.kind]
    if "csum" in component.rules:
        body = st.text(letters, min_size=component.longest - 1, max_size=component.longest - 1)
        return body.map(lambda digits: digits + check_digit(digits))
    if component.rules:  # a company prefix: four digits at least
        return st.text("0123456789", min_size=5, max_size=component.longest)
    return st.text(letters, min_size=component.shortest, max_size=component.longest)


@st.composite
def elements(draw: st.DrawFn) -> Element:
    """One right element."""
    identifier = draw(st.sampled_from(simple_identifiers()))
    value = ""
    for component in identifier.components:
        if component.optional and draw(st.booleans()):
            break
        value += draw(_part(component))
    assert value_fault(identifier, value) == "", (identifier.ai, value)
    return element(identifier, value)


def messages() -> st.SearchStrategy[tuple[Element, ...]]:
    """One to eight right elements, whether they belong together or not."""
    return st.lists(elements(), min_size=1, max_size=8).map(tuple)
