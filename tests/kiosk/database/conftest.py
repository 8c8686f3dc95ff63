from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.station import TestStation, start_station


@pytest.fixture
def station(tmp_path: Path) -> Iterator[TestStation]:
    started = start_station(tmp_path)
    yield started
    started.close()
