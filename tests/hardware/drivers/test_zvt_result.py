"""What a ZVT terminal said, as the end of a request: contradictions are not known, never a refusal or an approval."""

from datetime import UTC, datetime

import pytest

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.messages import Abort, Completion
from hardware.codecs.zvt.status_information import StatusInformation, decode_status_information
from hardware.drivers.zvt_dialogue import Ending, Refused
from hardware.drivers.zvt_mark import Handle, read_handle
from hardware.drivers.zvt_receipts import Receipts
from hardware.drivers.zvt_result import Asked, end_of, moment
from hardware.ports.payment_terminal import Operation, Outcome, TerminalResult
from tests.hardware.drivers.zvt_line import status

NOW = datetime(2026, 3, 1, 19, 17, tzinfo=UTC)
ASKED = Asked(Operation.PAYMENT, 12_800, "KRW")
GIVING_BACK = Asked(Operation.REVERSAL, 12_800, "KRW", paid=Handle(1, 12_800, "KRW", 20))


def _told(**figures: int) -> StatusInformation:
    return decode_status_information(status(**figures))  # type: ignore[arg-type]


def _end(ending: Ending, *told: StatusInformation, asked: Asked = ASKED) -> TerminalResult:
    return end_of(asked, ending, told, Receipts(customer=("BELEG",)), NOW)


def test_an_approval_carries_all_that_a_reversal_needs() -> None:
    result = _end(Completion(), _told(receipt=203, trace=105))

    assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, 12_800, "KRW")
    assert read_handle(result.handle) == Handle(203, 12_800, "KRW", 105, "12345678", "203/105/0/0301/191600")
    assert result.handle_time == result.approved_at == "2026-03-01T19:16:00+00:00"
    assert (result.trace, result.receipt_number, result.terminal_id) == ("000105", "0203", "12345678")
    assert result.customer_receipt == ("BELEG",)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (0x05, Outcome.DECLINED),
        (0x64, Outcome.DECLINED),
        (0x6C, Outcome.ABORTED),
        (0x9C, Outcome.BUSY),
        (0xA3, Outcome.UNAVAILABLE),
        (0xCC, Outcome.UNAVAILABLE),
        (0xF0, Outcome.UNAVAILABLE),
        (0x6B, Outcome.UNAVAILABLE),
    ],
)
def test_a_terminal_that_stopped_without_a_result_charged_nothing(code: int, outcome: Outcome) -> None:
    for ending in (Refused(code), Abort(code)):
        result = _end(ending)
        assert (result.outcome, result.charged) == (outcome, 0)
        assert result.reason
        assert f"{code:02X}" in result.message


@pytest.mark.parametrize("code", [0x05, 0x6C, 0xA3])
def test_a_result_of_refusal_charged_nothing(code: int) -> None:
    result = _end(Abort(code), _told(result=code, receipt=0))

    assert result.outcome is (Outcome.ABORTED if code == 0x6C else Outcome.DECLINED)
    assert (result.charged, result.handle) == (0, "")


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (Completion(), ()),
        (Abort(0), ()),
        (Abort(0xCC), (_told(),)),  # approved, then taken back
        (Completion(), (_told(), _told(result=5))),
        (Completion(), (_told(receipt=1), _told(receipt=2))),
        (Completion(), (decode_status_information(status(amount=None)),)),
        (Completion(), (decode_status_information(Apdu(0x040F, bytes.fromhex("04000000012800"))),)),
    ],
)
def test_what_contradicts_itself_is_not_known(ending: Ending, told: tuple[StatusInformation, ...]) -> None:
    result = _end(ending, *told)

    assert (result.outcome, result.charged, result.handle) == (Outcome.UNKNOWN, 0, "")


@pytest.mark.parametrize("figures", [{"amount": 12_801}, {"amount": 5_000}, {"currency": 978}, {"original": 7}])
def test_other_figures_are_for_staff(figures: dict[str, int]) -> None:
    result = _end(Completion(), _told(**figures))

    assert result.outcome is Outcome.MISMATCH
    assert result.charged == figures.get("amount", 12_800)
    assert result.message


def test_a_reversal_of_another_payment_is_for_staff() -> None:
    assert _end(Completion(), _told(original=20), asked=GIVING_BACK).outcome is Outcome.APPROVED
    assert _end(Completion(), _told(original=20), asked=GIVING_BACK).charged == 0
    assert _end(Completion(), _told(original=21), asked=GIVING_BACK).outcome is Outcome.MISMATCH
    assert _end(Completion(), _told(original=20, amount=700), asked=GIVING_BACK).outcome is Outcome.MISMATCH


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [("0301", "191600", "2026-03-01T19:16:00"), ("1231", "235959", "2025-12-31T23:59:59"), ("0229", "000000", None)],
)
def test_the_terminals_clock_has_no_year(date: str, time: str, expected: str | None) -> None:
    found = moment(decode_status_information(status(date=date, time=time)), NOW)

    assert (found.replace(tzinfo=None).isoformat() if found else None) == expected
