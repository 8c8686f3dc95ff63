"""The benchmark of payments buys at each simulated terminal, and asks the driver alone in between."""

import pytest

from hardware.errors import DeviceError
from kiosk.commands.benchmarks import payment


@pytest.mark.parametrize("protocol", ["nexo", "zvt", "toss-front"])
def test_both_ways_are_approved_in_turns(protocol: str) -> None:
    try:
        whole, alone = payment._of(protocol, 2)
    except DeviceError as missing:
        pytest.skip(f"{protocol}: {missing}")
    assert len(whole) == len(alone) == 2
    assert min(whole + alone) > 0
