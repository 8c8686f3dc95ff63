"""Who may lower a price how far."""

import pytest

from kiosk.domain.price_limit import ATTENDANT, SUPERVISOR, LoweringLimit, PriceLimits

LIMITS = PriceLimits(LoweringLimit(30, 5000), LoweringLimit(80))


@pytest.mark.parametrize(
    ("role", "price", "lowest"),
    [
        (ATTENDANT, 1000, 700),
        (ATTENDANT, 1005, 703),  # 301.5 rounds half up to 302
        (ATTENDANT, 100_000, 95_000),
        (SUPERVISOR, 100_000, 20_000),
        ("technician", 1000, 1000),
    ],
)
def test_percent_and_amount_both_hold(role: str, price: int, lowest: int) -> None:
    assert LIMITS.lowest(role, price) == lowest


@pytest.mark.parametrize(("wanted", "role"), [(1200, ATTENDANT), (700, ATTENDANT), (699, SUPERVISOR), (199, "")])
def test_the_least_role_that_may(wanted: int, role: str) -> None:
    assert LIMITS.role_for(1000, wanted) == role


@pytest.mark.parametrize(("percent", "amount"), [(-1, None), (101, None), (10, -1)])
def test_a_limit_that_is_none_is_refused(percent: int, amount: int | None) -> None:
    with pytest.raises(ValueError, match="staff may lower"):
        LoweringLimit(percent, amount)
