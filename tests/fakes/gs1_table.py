"""The table of GS1 identifiers as the kiosk ships it, read once for all tests."""

from functools import cache
from pathlib import Path

from kiosk.domain.gs1.dictionary import SyntaxDictionary, read_dictionary

TABLE = Path(__file__).parents[2] / "resources" / "gs1" / "gs1-syntax-dictionary.txt"


@cache
def gs1_table() -> SyntaxDictionary:
    """The shipped table."""
    return read_dictionary(TABLE.read_text("utf-8"))
