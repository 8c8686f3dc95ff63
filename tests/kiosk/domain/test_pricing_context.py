"""What a price depends on besides the lines."""

from datetime import UTC, datetime

from kiosk.domain.pricing_context import PricingContext, Used


def test_a_promotion_that_was_never_used_counts_nothing() -> None:
    context = PricingContext(at=datetime(2026, 11, 21, tzinfo=UTC), shop="S", uses={"P": Used(by_member=2, today=5)})
    assert context.used("P") == Used(2, 5)
    assert context.used("Q") == Used(0, 0)
