"""What a Toss Front terminal's answers mean: an approval only when it says so, never "unpaid" without proof (I-1)."""

from dataclasses import replace
from typing import Any

import pytest

from hardware.codecs import front_result
from hardware.codecs.front_message import Busy, Done, Ended, FrontMessage, Refused, Said
from hardware.codecs.front_record import CancelHandle, Mark, Terms
from hardware.codecs.front_result import Asked, payment_result, reversal_result, reversal_status, status_answer
from hardware.ports.payment_terminal import Operation, OriginalRequest, Outcome, StatusOutcome
from tests.hardware.codecs.front_frames import APPROVED_AT, SERIAL, card_response

KEY = "baro-42-a"
MARK = Mark(SERIAL, "0011", "1.0.0")
ASKED = Asked(KEY, 12_800, "KRW", Terms(11_637, 1_163))
ORIGINAL = OriginalRequest("42", Operation.PAYMENT, 12_800, "KRW", "S-42", "2026-03-01T19:15:30+09:00")
HANDLE = CancelHandle(SERIAL, KEY, 12_800, {})
QUIET = Said(KEY, False, False, None, False)


def _paid(response: dict[str, Any] | None = None, **changes: Any) -> Any:
    return payment_result(
        Ended(KEY, "SUCCESS", card_response(**changes) if response is None else response), ASKED, MARK
    )


def test_an_approval_keeps_all_that_a_later_cancel_needs() -> None:
    """payment-korea.md 1.3, 1.4, 3."""
    result = _paid(installment=3)

    assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, 12_800, "KRW")
    assert not result.amount_confirmed
    assert (result.approval_code, result.approved_months) == ("00123456", 3)
    assert result.approved_at == result.handle_time == "2026-03-01T19:15:42.123+09:00"
    assert (result.issuer, result.acquirer, result.brand) == ("국민카드", "신한카드", "국민카드")
    assert (result.masked_card, result.card_type) == ("510737******7890", "CREDIT")
    assert (result.terminal_id, result.merchant_id, result.trace) == ("T0012345", "00951234567", "VTK1")
    assert result.mark == "front1 FRONT1/0011/1.0.0"
    assert CancelHandle.read(result.handle) == CancelHandle(
        SERIAL,
        KEY,
        12_800,
        {
            "paymentMethod": "CARD",
            "supplyValue": 11_637,
            "tax": 1_163,
            "tip": 0,
            "timestamp": str(APPROVED_AT),
            "approvalNumber": "00123456",
            "installment": 3,
            "tid": "T0012345",
        },
    )


def test_a_wallet_is_cancelled_by_its_management_id() -> None:
    """1.4: extraData is required for BARCODE; an empty tid is left out."""
    card = card_response()["card"]
    result = _paid(
        {"paymentMethod": "BARCODE", "tid": "", "barcode": card, "extraData": {"vanTransactionManagementId": "M1"}}
    )

    fields = CancelHandle.read(result.handle).fields
    assert (result.outcome, result.wallet, result.trace) == (Outcome.APPROVED, "국민카드", "M1")
    assert fields["extraData"] == {"vanTransactionManagementId": "M1"}
    assert "tid" not in fields


@pytest.mark.parametrize(
    "response",
    [
        {},
        {"paymentMethod": "CARD"},
        {"paymentMethod": "GIFT", "card": card_response()["card"]},
        card_response(approvalNumber=""),
        card_response(approvalNumber=123456),
        card_response(approvalNumber="4111111111111111"),
        card_response(approvalNumber="1\n2"),
        card_response(timestamp=None),
        card_response(timestamp="1772360142123"),
        card_response(timestamp=1_772_360_142),
        card_response(timestamp=True),
        card_response(timestamp=10**13),
    ],
)
def test_an_approval_that_cannot_be_read_is_for_staff(response: dict[str, Any]) -> None:
    """It was charged, so it is neither forgotten nor taken for an approval that can be cancelled."""
    result = _paid(response)

    assert (result.outcome, result.charged, result.handle) == (Outcome.MISMATCH, 12_800, "")
    assert "cannot be read" in result.message


@pytest.mark.parametrize("receipt", [{}, {"approvalNumber": "1", "timestamp": APPROVED_AT}, {"approvalNumber": ""}])
def test_cash_is_never_an_approval(receipt: dict[str, Any]) -> None:
    """1.4: a kiosk excludes it; when it comes all the same, staff decide."""
    personal = {"identityNumber": "01012345678"} if receipt else {}
    result = _paid(
        {"paymentMethod": "CASH", "cash": {"isCashReceipt": bool(receipt), "cashReceipt": receipt | personal}}
    )

    assert (result.outcome, result.reason, result.charged) == (Outcome.MISMATCH, "CASH", 12_800)
    assert bool(result.handle) is ("timestamp" in receipt)
    assert "01012345678" not in repr(result)


def test_card_numbers_are_masked_wherever_they_stand() -> None:
    """T-13."""
    pan = "4111111111111111"
    response = card_response(maskedCardNumber=pan, issuerName=f"카드 {pan}", extra={"a": [pan], "n": int(pan), pan: 1})

    result = _paid(response)

    assert result.card_number_seen
    assert pan not in repr(result)
    assert result.masked_card == "411111******1111"


def test_a_long_text_in_the_answer_is_kept_short_and_a_deep_one_cut() -> None:
    deep: Any = "x" * 10_000
    for _ in range(30):
        deep = {"a": deep}
    assert len(_paid(card_response(deep=deep)).raw) < 3_000


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        (Ended(KEY, "CANCELED", found=False), Outcome.ABORTED),
        (Ended(KEY, "CANCELED", found=None), Outcome.UNKNOWN),
        (Ended(KEY, "CANCELED", card_response(), found=True), Outcome.APPROVED),
        (Ended(KEY, "TIMEOUT", found=False), Outcome.UNKNOWN),
        (Ended(KEY, "TIMEOUT", card_response(), found=True), Outcome.APPROVED),
        (Ended(KEY, "THROWN", code="READER_ERROR", found=False), Outcome.UNKNOWN),
        (Ended(KEY, "THROWN", code="PAYMENT_NOT_FOUND", found=False), Outcome.UNKNOWN),
        (Ended(KEY, "WITHDRAWN"), Outcome.ABORTED),
        (Ended(KEY, "FAILED", found=False), Outcome.UNKNOWN),
        (Ended(KEY, "success", found=False), Outcome.UNKNOWN),
        (Ended("baro-41-a", "SUCCESS", card_response()), Outcome.UNKNOWN),
        (Ended("baro-41-a", "CANCELED", found=False), Outcome.UNKNOWN),
    ],
)
def test_how_a_payment_ends(ended: Ended, outcome: Outcome) -> None:
    result = payment_result(ended, ASKED, MARK)
    assert result.outcome is outcome
    assert result.charged == (12_800 if outcome is Outcome.APPROVED else 0)


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        (Ended(KEY, "SUCCESS", card_response()), Outcome.APPROVED),
        (Ended(KEY, "SUCCESS"), Outcome.APPROVED),
        (Ended(KEY, "ALREADY"), Outcome.APPROVED),
        (Ended(KEY, "CANCELED", found=False), Outcome.ABORTED),
        (Ended(KEY, "CANCELED"), Outcome.UNKNOWN),
        (Ended(KEY, "WITHDRAWN"), Outcome.ABORTED),
        (Ended(KEY, "TIMEOUT", found=False), Outcome.UNKNOWN),
        (Ended(KEY, "TIMEOUT", found=True), Outcome.APPROVED),
        (Ended(KEY, "THROWN", code="PAYMENT_NOT_FOUND", found=False), Outcome.DECLINED),
        (Ended(KEY, "THROWN", code="INVALID_PARAMS", found=False), Outcome.DECLINED),
        (Ended(KEY, "THROWN", code="PAYMENT_NOT_FOUND"), Outcome.UNKNOWN),
        (Ended(KEY, "THROWN", code="NETWORK", found=False), Outcome.UNKNOWN),
        (Ended("other", "SUCCESS"), Outcome.UNKNOWN),
    ],
)
def test_how_a_cancel_ends(ended: Ended, outcome: Outcome) -> None:
    result = reversal_result(ended, HANDLE, MARK)
    assert (result.outcome, result.charged) == (outcome, 0)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Busy(), Outcome.BUSY),
        (Refused("params", "tax"), Outcome.UNAVAILABLE),
        (Refused("storage"), Outcome.UNAVAILABLE),
        (Refused("name"), Outcome.UNAVAILABLE),
        (Refused("key_used"), Outcome.UNKNOWN),
        (Refused("failed"), Outcome.UNKNOWN),
        (Refused(""), Outcome.UNKNOWN),
        (Done(), Outcome.UNKNOWN),
    ],
)
def test_an_answer_that_is_no_result(answer: FrontMessage, outcome: Outcome) -> None:
    assert front_result.not_begun(answer, MARK).outcome is outcome


ELSEWHERE = Mark("FRONT2", "0011")
EMPTIED = Mark(SERIAL, "ffff")


@pytest.mark.parametrize(
    ("changes", "kept", "outcome"),
    [
        ({}, MARK, StatusOutcome.NOT_FOUND),
        ({"found": None}, MARK, StatusOutcome.NOT_FOUND),
        ({}, None, StatusOutcome.UNPROVEN),
        ({}, ELSEWHERE, StatusOutcome.UNPROVEN),
        ({}, EMPTIED, StatusOutcome.UNPROVEN),
        ({"seen": None}, MARK, StatusOutcome.UNPROVEN),
        ({"dropped": 1_772_360_130_000}, MARK, StatusOutcome.UNPROVEN),
        ({"dropped": 1_772_360_129_999}, MARK, StatusOutcome.NOT_FOUND),
        ({"seen": True}, MARK, StatusOutcome.UNPROVEN),
        ({"seen": True, "left": 500}, MARK, StatusOutcome.IN_PROGRESS),
        ({"seen": True, "running": True, "left": 1}, MARK, StatusOutcome.IN_PROGRESS),
        ({"seen": True, "running": True, "left": 1, "found": True}, MARK, StatusOutcome.IN_PROGRESS),
        ({"seen": True, "running": True, "left": 0}, MARK, StatusOutcome.UNPROVEN),
        ({"seen": True, "running": True, "found": True}, MARK, StatusOutcome.FINAL),
        ({"seen": True, "ended": Ended(KEY, "TIMEOUT")}, MARK, StatusOutcome.UNPROVEN),
        ({"seen": True, "ended": Ended(KEY, "CANCELED")}, MARK, StatusOutcome.FINAL),
        ({"seen": True, "ended": Ended(KEY, "CANCELED"), "found": None}, MARK, StatusOutcome.UNPROVEN),
        ({"payment_key": "other"}, MARK, StatusOutcome.UNREACHABLE),
    ],
)
def test_what_a_query_proves(changes: dict[str, Any], kept: Mark | None, outcome: StatusOutcome) -> None:
    """1.6, state rules: "never seen" counts on the same terminal with the same storage only."""
    said = replace(QUIET, **changes)
    for status in (
        status_answer(said, ORIGINAL, ASKED, MARK, kept),
        reversal_status(said, ORIGINAL, HANDLE, MARK, kept),
    ):
        assert status.outcome is outcome
        assert (status.result is not None) is (outcome is StatusOutcome.FINAL)
        assert bool(status.evidence) is (outcome is StatusOutcome.UNPROVEN)


@pytest.mark.parametrize(
    ("written", "only", "outcome"),
    [
        (MARK, "", None),
        (replace(MARK, plugin="0.9"), SERIAL, None),
        (None, "", None),
        (ELSEWHERE, "", Outcome.NOT_SENT),
        (EMPTIED, SERIAL, Outcome.NOT_SENT),
        (MARK, "FRONT0000000009", Outcome.DECLINED),
        (ELSEWHERE, "FRONT0000000009", Outcome.DECLINED),
    ],
)
def test_where_a_request_may_go(written: Mark | None, only: str, outcome: Outcome | None) -> None:
    """I-9: to the memory that is written down with it, or no question after a restart could be believed."""
    refused = front_result.elsewhere(MARK, written, only)

    assert (refused.outcome if refused else None) is outcome
    assert refused is None or (refused.mark, refused.charged) == (MARK.written(), 0)
    assert refused is None or refused.message


@pytest.mark.parametrize(
    "said",
    [
        replace(QUIET, found=True, response=card_response()),
        replace(QUIET, seen=True, ended=Ended(KEY, "SUCCESS"), response=card_response()),
        replace(QUIET, seen=True, ended=Ended(KEY, "TIMEOUT"), found=True, response=card_response()),
        replace(QUIET, seen=True, ended=Ended(KEY, "THROWN"), found=True, response=card_response(), terms=ASKED.terms),
    ],
)
def test_what_is_found_is_an_approval_wherever_it_was_looked_up(said: Said) -> None:
    status = status_answer(said, ORIGINAL, ASKED, MARK, None)

    assert status.result is not None
    assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 12_800)
    back = reversal_status(said, ORIGINAL, HANDLE, MARK, None)
    assert back.result is not None
    assert (back.result.outcome, back.result.charged) == (Outcome.APPROVED, 0)


def test_a_found_payment_is_cancelled_with_the_terms_the_terminal_kept() -> None:
    said = replace(QUIET, found=True, response=card_response(), terms=Terms(10_000, 1_000, 1_500, 300))

    result = status_answer(said, ORIGINAL, ASKED, MARK, MARK).result

    assert result is not None
    assert CancelHandle.read(result.handle).fields["taxExemptValue"] == 1_500


def test_a_payment_remembered_with_other_amounts_is_for_staff() -> None:
    """T-12; one that ended without a charge is just that."""
    other = replace(QUIET, seen=True, ended=Ended(KEY, "SUCCESS"), response=card_response(), terms=Terms(900, 90))
    result = status_answer(other, ORIGINAL, ASKED, MARK, MARK).result
    assert result is not None
    assert (result.outcome, result.reason) == (Outcome.MISMATCH, "amounts")

    none = status_answer(
        replace(other, ended=Ended(KEY, "CANCELED"), response=None), ORIGINAL, ASKED, MARK, MARK
    ).result
    assert none is not None
    assert none.outcome is Outcome.ABORTED
