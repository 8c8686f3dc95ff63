"""The mark of a nexo request: read strictly, so that no other driver's mark is ever taken for one (payment.md 4)."""

import pytest

from hardware.drivers.nexo_mark import MOST_SIGNS, NexoMark, elsewhere, not_proven, read_mark
from hardware.ports.payment_terminal import Operation, OriginalRequest, StatusOutcome

OWN = NexoMark("V400m-324688179", "KIOSK01")


@pytest.mark.parametrize("sale_id", ["KIOSK01", "kiosk 1 left", " ", "바로 1", "K" * MOST_SIGNS])
def test_a_mark_is_read_as_it_was_written(sale_id: str) -> None:
    mark = NexoMark("V400m-324688179", sale_id)

    assert mark.text() == f"nexo1 V400m-324688179 {sale_id}"
    assert read_mark(mark.text()) == mark
    assert elsewhere(mark.text(), mark) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nexo1",
        "nexo1 ",
        "nexo1 V400m-324688179",
        "nexo1 V400m-324688179 ",
        "nexo1  V400m-324688179 KIOSK01",
        " nexo1 V400m-324688179 KIOSK01",
        "nexo2 V400m-324688179 KIOSK01",
        "NEXO1 V400m-324688179 KIOSK01",
        "nexo1 V400m KIOSK01",
        "nexo1 V400m-324688179\tKIOSK01",
        "nexo1 V400m-324688179 KIOSK01\n",
        "nexo1 V400m-３２４ KIOSK01",
        "nexo1 V400m-324688179 " + "K" * (MOST_SIGNS + 1),
        "nexo1 " + "V" * 61 + "-1 KIOSK01",
        "nexo1 V400m-324688179 " + "K" * 10_000_000,
        '{"terminal_id": "29001234", "last": "7/7/0"}',
    ],
)
def test_what_is_no_mark_of_this_driver_is_not_read(text: str) -> None:
    assert read_mark(text) is None
    assert bool(elsewhere(text, OWN)) is bool(text)


def test_terminal_and_register_are_both_named() -> None:
    told = elsewhere("nexo1 S1F2-000158200012345 KIOSK02", OWN)

    for name in ("S1F2-000158200012345", "KIOSK02", "V400m-324688179", "KIOSK01"):
        assert name in told


def test_the_mark_of_another_driver_is_shown_short_and_without_a_card_number() -> None:
    """T-13: it is opaque, so nobody knows what it holds."""
    written = "other 4111111111111111 \n" + "x" * 1000
    original = OriginalRequest("1", Operation.PAYMENT, 1, "KRW", "S", "2026-03-01T10:15:30Z", written)

    status = not_proven(original, OWN, "why")

    assert (status.outcome, status.message) == (StatusOutcome.UNPROVEN, "why")
    shown = dict(status.evidence)["mark before"]
    assert "4111111111111111" not in shown
    assert "\n" not in shown
    assert len(shown) <= 200
