"""The table of GS1 identifiers that comes with the kiosk, read once at the start."""

from pathlib import Path

from kiosk.bootstrap.station import StationNotReady
from kiosk.domain.gs1.dictionary import DictionaryError, SyntaxDictionary, read_dictionary

TABLE = Path(__file__).parents[2] / "resources" / "gs1" / "gs1-syntax-dictionary.txt"


def code_dictionary(table: Path = TABLE) -> SyntaxDictionary:
    """Read the table; without it no use-by date could be told, so a kiosk does not open: raises `StationNotReady`."""
    try:
        return read_dictionary(table.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, DictionaryError) as fault:
        raise StationNotReady(f"the table of GS1 codes cannot be read ({fault}): install Baro again") from fault
