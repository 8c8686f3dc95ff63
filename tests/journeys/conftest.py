"""One demo shop for all journeys: central on its own PostgreSQL, every device simulated, one enrolled station."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.shop_world import ShopWorld


@pytest.fixture(scope="session")
def running_world() -> Iterator[ShopWorld]:
    folder = Path(tempfile.mkdtemp(prefix="baro-world-"))
    world = ShopWorld(folder)
    try:
        world.start()
        first = world.till([{"until": {"stage": "idle", "online": True, "waiting_uploads": 0}}])
        assert first.code == 0, first.errors  # it has a catalogue now and can open without central
        yield world
    finally:
        world.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def world(running_world: ShopWorld) -> Iterator[ShopWorld]:
    """The shop with all that a test may have changed put back."""
    terminal = running_world.demo.devices.terminal
    yield running_world
    terminal.auto_approve_after = None
