"""Lanes for the tests of the till."""

import logging
from collections.abc import Iterator

import pytest

from tests.fakes.lane import Lane


@pytest.fixture
def lane() -> Lane:
    """An open lane that waits for a shopper."""
    return Lane().boot()


@pytest.fixture(autouse=True)
def nothing_failed_inside(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A command never raises; here it must not even hide a failure in the log, unless the test asks for one."""
    caplog.set_level(logging.INFO, "baro.till")
    yield
    hidden = [x.getMessage() for x in caplog.get_records("call") if x.exc_info and x.name == "baro.till"]
    assert not hidden, hidden
