"""GS1 Digital Link addresses: read, built, and brought to their one canonical form.

Facts: GS1 Digital Link Standard: URI Syntax, release 1.2 and later: the path holds one key and its qualifiers in
order, the query attributes. Names instead of digits (gtin for 01) were allowed up to release 1.1 only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.domain.gs1.associations import check_associations
from kiosk.domain.gs1.character_sets import only_digits
from kiosk.domain.gs1.dictionary import Groups, Identifier, SyntaxDictionary
from kiosk.domain.gs1.element_string import Element, Message, element
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.link_address import LinkAddress, decoded, encoded, read_address

CANONICAL_STEM = "https://id.gs1.org"

# Names of release 1.0 and 1.1.
_NAME_LIST = """
    sscc=00 gtin=01 gdti=253 gcn=255 ginc=401 gsin=402 shipTo=410 billTo=411 purchasedFrom=412 shipFor=413
    gln=414 payTo=415 glnProd=416 party=417 grai=8003 giai=8004 itip=8006 cpid=8010 gmn=8013 gsrnp=8017
    gsrn=8018 cpv=22 lot=10 ser=21 tpx=235 glnx=254 refno=8020 srin=8019 cpsn=8011 cpidserial=8011 exp=17
    expdt=17
"""
_NAMES = MappingProxyType(dict(name.split("=", 1) for name in _NAME_LIST.split()))
_COMPRESSED = re.compile(r"[A-Za-z0-9_-]{10,}")


@dataclass(frozen=True, slots=True)
class LinkRules:
    """What is forgiven: GTINs without leading zeros, names for digits, and small slips of hand-made links.

    The slips are a scheme in mixed case and a slash at the end.
    """

    short_gtins: bool = False
    names: bool = False
    slips: bool = False


STRICT = LinkRules()
TOLERANT = LinkRules(short_gtins=True, names=True, slips=True)


def parse_link(
    text: str, dictionary: SyntaxDictionary, rules: LinkRules = STRICT, *, complete: bool | None = None
) -> Message:
    """The elements of a Digital Link: key, qualifiers, then attributes; raises `Gs1Error`.

    `complete` as in `check_associations`.
    """
    address = read_address(text, any_case=rules.slips)
    segments = list(address.segments)
    if rules.slips and segments and not segments[-1]:
        segments.pop()
    elements = [_element(one, value, rules) for one, value in _path(segments, dictionary, rules)]
    used = {one.ai for one in elements}
    for identifier, value in _attributes(address, dictionary, rules):
        if identifier.ai in used:
            raise Gs1Error("it is there twice", identifier.ai)
        if not identifier.in_link:
            raise Gs1Error("it may not stand in the query of a Digital Link", identifier.ai)
        used.add(identifier.ai)
        elements.append(_element(identifier, value, rules))
    message = tuple(elements)
    check_associations(message, dictionary, complete=complete)
    return message


def is_link(text: str) -> bool:
    """Whether the text looks like a web address at all."""
    return "://" in text[:16]


def build_link(message: Sequence[Element], dictionary: SyntaxDictionary, stem: str = CANONICAL_STEM) -> str:
    """The Digital Link of elements below `stem`, attributes in the order they come.

    Raises `Gs1Error` when no key is there, an element may not stand in a link, or elements do not go together.
    """
    check_associations(tuple(message), dictionary)
    key, qualifiers, attributes = _ordered(message)
    return _written(stem, (key, *qualifiers), attributes)


def canonical_link(text: str, dictionary: SyntaxDictionary) -> str:
    """The canonical form of a Digital Link; raises `Gs1Error`.

    At id.gs1.org, a GTIN in 14 digits, attributes by identifier, and nothing that is not GS1's.
    """
    message = parse_link(text, dictionary, TOLERANT)
    key, qualifiers, attributes = _ordered(message)
    return _written(CANONICAL_STEM, (key, *qualifiers), sorted(attributes, key=lambda one: one.ai))


def _path(segments: Sequence[str], dictionary: SyntaxDictionary, rules: LinkRules) -> Iterator[tuple[Identifier, str]]:
    """Key and qualifiers: the pairs at the end of the path, from the nearest key on."""
    start = len(segments) - 2
    while start >= 0:
        identifier = _named(segments[start], dictionary, rules)
        if identifier is None:
            break
        if identifier.qualifiers is not None:
            pairs = [(segments[place], segments[place + 1]) for place in range(start, len(segments), 2)]
            known = [(_named(name, dictionary, rules), value) for name, value in pairs]
            found = [(one, decoded(value)) for one, value in known if one is not None]
            _check_order(identifier.ai, identifier.qualifiers, [one.ai for one, _value in found[1:]])
            return iter(found)
        start -= 2
    raise Gs1Error(_no_key(segments))


def _no_key(segments: Sequence[str]) -> str:
    if segments and _COMPRESSED.fullmatch(segments[-1]) and not only_digits(segments[-1]):
        return "the path has no key; compressed Digital Links are not read, only those with key and value in clear"
    return "the path does not end with a key, its value and its qualifiers, such as /01/ and the GTIN"


def _check_order(key: str, orders: Groups, found: Sequence[str]) -> None:
    for order in orders:
        places = [order.index(ai) for ai in found if ai in order]
        if len(places) == len(found) and places == sorted(set(places)):
            return
    told = ", or ".join("/".join(order) for order in orders if order)
    raise Gs1Error(f"in a path it is followed by {told or 'nothing'}, in this order", key)


def _named(name: str, dictionary: SyntaxDictionary, rules: LinkRules) -> Identifier | None:
    if rules.names and name in _NAMES:
        name = _NAMES[name]
    return dictionary.identifiers.get(name)


def _attributes(
    address: LinkAddress, dictionary: SyntaxDictionary, rules: LinkRules
) -> Iterator[tuple[Identifier, str]]:
    for name, value in address.query:
        identifier = _named(name, dictionary, rules)
        if identifier is not None:
            yield identifier, decoded(value, query=True)
        elif only_digits(name):
            raise Gs1Error("a name of digits in the query is no application identifier")


def _element(identifier: Identifier, value: str, rules: LinkRules) -> Element:
    if identifier.ai == "01" and rules.short_gtins and len(value) in (8, 12, 13) and only_digits(value):
        value = value.zfill(14)
    return element(identifier, value)


def _ordered(message: Sequence[Element]) -> tuple[Element, list[Element], list[Element]]:
    """Key, qualifiers in order, and attributes; each identifier once."""
    once = list({one.ai: one for one in message}.values())
    key = next((one for one in once if one.identifier.qualifiers is not None), None)
    if key is None:
        raise Gs1Error("none of the elements is a key, such as AI 01")
    present = {one.ai: one for one in once}
    orders = key.identifier.qualifiers or ((),)
    order = max(orders, key=lambda names: sum(name in present for name in names))
    qualifiers = [present[name] for name in order if name in present]
    attributes = [one for one in once if one is not key and one not in qualifiers]
    for one in attributes:
        if not one.identifier.in_link:
            raise Gs1Error(f"it may not stand in a Digital Link with the key AI {key.ai}", one.ai)
    return key, qualifiers, attributes


def _written(stem: str, path: Sequence[Element], query: Sequence[Element]) -> str:
    made = stem.rstrip("/") + "".join(f"/{one.ai}/{encoded(one.value)}" for one in path)
    asked = "&".join(f"{one.ai}={encoded(one.value)}" for one in query)
    return f"{made}?{asked}" if asked else made
