"""The parts of a web address, read strictly: only what a GS1 Digital Link may be made of.

Facts: RFC 3986 (addresses) and GS1 Digital Link Standard: URI Syntax, section 4 (http and https, no user).
"""

import re
from dataclasses import dataclass

from kiosk.domain.gs1.fault import Gs1Error

MOST_CHARACTERS = 4096

_LEGAL = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*)|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9\-._~]")


@dataclass(frozen=True, slots=True)
class LinkAddress:
    """An address in parts: the path's segments still encoded, the query's named values still encoded."""

    scheme: str
    host: str
    segments: tuple[str, ...]
    query: tuple[tuple[str, str], ...]


def read_address(text: str, *, any_case: bool = False) -> LinkAddress:
    """The parts of an http or https address; raises `Gs1Error`.

    The scheme is all small or all capital letters (QR codes are shorter in capitals) unless `any_case`. Parts of
    the query without = are passed over, and so is what follows #.
    """
    if len(text) > MOST_CHARACTERS:
        raise Gs1Error(f"an address has at most {MOST_CHARACTERS} characters")
    if not _LEGAL.fullmatch(text):
        raise Gs1Error("a character has no place in a web address; it has to be written as % and two digits")
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise Gs1Error("it is no web address")
    scheme, host, path, query = found[1], found[2], found[3], found[4] or ""
    if scheme.lower() not in ("http", "https"):
        raise Gs1Error("a GS1 Digital Link begins with http:// or https://")
    if not any_case and scheme not in (scheme.lower(), scheme.upper()):
        raise Gs1Error("http or https is written in small or in capital letters, not mixed")
    named = _HOST.fullmatch(host)
    if named is None or (named[1] and int(named[1]) > 65535):
        raise Gs1Error("the address has no right host name")
    pairs = (part.partition("=") for part in re.split("[&;]", query))
    return LinkAddress(
        scheme.lower(), host, tuple(path.split("/")[1:]), tuple((name, value) for name, is_, value in pairs if is_)
    )


def decoded(text: str, *, query: bool = False) -> str:
    """The text without percent encoding; in a query + stands for a blank.

    What is not of the first 128 characters stays a character that no GS1 value holds.
    """
    plain = text.replace("+", " ") if query else text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), plain)


def encoded(text: str) -> str:
    """The text with everything but letters, digits and - . _ ~ percent-encoded."""
    return "".join(one if _UNRESERVED.fullmatch(one) else f"%{ord(one):02X}" for one in text)
