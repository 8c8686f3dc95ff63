"""The table of GS1 identifiers is there, or the kiosk says why it does not open."""

from pathlib import Path

import pytest

from kiosk.bootstrap.code_dictionary import code_dictionary
from kiosk.bootstrap.station import StationNotReady


def test_the_shipped_table_knows_the_dates_of_food() -> None:
    assert {"01", "10", "15", "17", "21", "7003"} <= set(code_dictionary().identifiers)


def test_a_table_that_is_not_there_or_no_table_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "table.txt"
    with pytest.raises(StationNotReady, match="install Baro again"):
        code_dictionary(broken)
    for content in (b"", b"\xff\xfe", b"not a table"):
        broken.write_bytes(content)
        with pytest.raises(StationNotReady, match="install Baro again"):
            code_dictionary(broken)
