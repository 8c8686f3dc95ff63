"""The nexo driver against its simulator over real TLS: the common suite and what is nexo's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hardware.drivers.nexo_bench import NexoBench
from tests.hardware.drivers.terminal_conformance import TerminalConformance


class TestConformance(TerminalConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[NexoBench]:
        bench = NexoBench(tmp_path)
        yield bench
        bench.close()
