"""What recorded and made-up answers mean for the till; doubt stays doubt (I-9)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from hardware.codecs.nexo_json import JsonObject, read_json_object
from hardware.codecs.nexo_message import RESPONSE_ROOT, NexoHeader
from hardware.codecs.nexo_result import payment_result, reversal_result, status_answer
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    StatusOutcome,
)
from tests.hardware.codecs.nexo_corpus import dialogue, terminal_messages


def _original(amount: int = 12800, reference: str = "S-1", currency: str = "EUR") -> OriginalRequest:
    return OriginalRequest("1", Operation.PAYMENT, amount, currency, reference, "2026-03-01T10:15:30.000Z")


def _asked(amount: int, reference: str, currency: str = "EUR") -> MoneyRequest:
    return MoneyRequest("1", amount, currency, reference, "2026-03-01T10:15:30.000Z")


def _answer(name: str, index: int = -1) -> JsonObject:
    content = dialogue(name)[index]["plaintext"][RESPONSE_ROOT]
    body: JsonObject = next(value for key, value in content.items() if key != "MessageHeader")
    return body


def _approved(amount: object = 12800, currency: str | None = "KRW", **response: str) -> JsonObject:
    amounts = {"AuthorizedAmount": amount} | ({"Currency": currency} if currency else {})
    return {
        "Response": {"Result": "Success"} | response,
        "PaymentResult": {"AmountsResp": amounts},
        "POIData": {"POITransactionID": {"TransactionID": "T.1", "TimeStamp": "2026-03-01T10:15:42.000Z"}},
    }


def test_a_recorded_approval_says_all_that_is_needed_later() -> None:
    result = payment_result(_answer("approve"), _asked(1234, "S-5550001"))

    assert result.outcome is Outcome.APPROVED
    assert (result.charged, result.currency) == (1234, "EUR")
    assert result.handle == "BV0q001795289802813001.8817952898028131"
    assert result.handle_time == "2026-11-21T19:36:42.813Z"
    assert (result.brand, result.masked_card, result.entry_mode) == ("mc", "541333 **** 3511", "Contactless")
    assert (result.approval_code, result.merchant_id) == ("123456", "TestMerchant")
    assert result.customer_receipt[0] == "CARDHOLDER COPY"
    assert result.merchant_receipt[0] == "MERCHANT COPY"
    assert not result.signature_required
    assert not result.card_number_seen
    assert "1228" not in result.raw  # the expiry date
    assert "G955479533593347" not in result.raw  # the shopper's alias


def test_the_record_of_a_payment_has_what_a_dispute_needs() -> None:
    result = payment_result(_answer("approve"), _asked(1234, "S-5550001"))

    assert (result.approved_at, result.trace) == ("2026-11-21T19:36:42.813Z", "8817952898028131")
    assert (result.approved_months, result.issuer, result.wallet) == (0, "", "")


def test_what_the_answer_tells_of_instalments_issuer_and_wallet_is_kept() -> None:
    additional = "issuerName=Hana&acquirerCode=TestAcquirer&fundingSource=DEBIT&paymentMethodVariant=mc_applepay"
    body = _approved(60_000) | {"Response": {"Result": "Success", "AdditionalResponse": additional}}
    body["PaymentResult"]["Instalment"] = {"TotalNbOfPayments": 6}
    asked = MoneyRequest("1", 60_000, "KRW", "S-1", "2026-03-01T10:15:30.000Z", months=3)

    result = payment_result(body, asked)

    assert (result.outcome, result.approved_months) == (Outcome.APPROVED, 6)  # what was approved, not what was asked
    assert (result.issuer, result.acquirer, result.card_type, result.wallet) == (
        "Hana",
        "TestAcquirer",
        "debit",
        "applepay",
    )


@pytest.mark.parametrize("months", [True, 0, -3, 1, 10**9, "3", None])
def test_months_that_are_none_are_taken_as_asked(months: object) -> None:
    body = _approved(60_000)
    body["PaymentResult"]["Instalment"] = {"TotalNbOfPayments": months}
    asked = MoneyRequest("1", 60_000, "KRW", "S-1", "2026-03-01T10:15:30.000Z", months=3)

    assert payment_result(body, asked).approved_months == 3
    written_down = replace(_original(60_000, currency="KRW"), months=3)
    assert payment_result(body, written_down).approved_months == 3  # so it is when found by status


def test_money_given_where_a_payment_was_asked_is_for_staff() -> None:
    body = _approved()
    body["PaymentResult"]["PaymentType"] = "Refund"
    refund = OriginalRequest("1", Operation.REFUND, 12800, "KRW", "S-1", "2026-03-01T10:15:30.000Z")

    assert payment_result(body, _asked(12800, "S-1", "KRW")).outcome is Outcome.MISMATCH
    assert payment_result(body, refund).outcome is Outcome.APPROVED


def test_a_recorded_won_approval() -> None:
    result = payment_result(_answer("approve_krw"), _asked(12800, "S-5550002", "KRW"))

    assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, 12800, "KRW")
    assert "TOTAL: ₩12800" in result.customer_receipt


@pytest.mark.parametrize("message", terminal_messages(), ids=lambda message: str(message["name"]))
def test_answers_of_real_terminals_are_approvals(message: dict[str, Any]) -> None:
    body = read_json_object(message["plaintext_utf8"].encode())[RESPONSE_ROOT]["PaymentResponse"]
    asked = body["SaleData"]["SaleTransactionID"]["TransactionID"]
    cents = {"sync_payment_response": 1099}.get(message["name"], 100)

    result = payment_result(body, _asked(cents, asked))

    assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, cents, "EUR")
    assert result.handle
    assert "APPROVED" in result.customer_receipt
    assert any(line.startswith("TOTAL: €") for line in result.customer_receipt)
    assert not result.card_number_seen
    assert "expiry" not in result.raw.lower()


def test_a_recorded_refusal_has_words_for_people() -> None:
    result = payment_result(_answer("refused"), _asked(500, "S-5550003"))

    assert (result.outcome, result.reason, result.charged) == (Outcome.DECLINED, "Refusal", 0)
    assert result.message == "NOT_ENOUGH_BALANCE"
    assert "DECLINED" in result.customer_receipt


def test_a_recorded_partial_approval() -> None:
    result = payment_result(_answer("partial"), _asked(500, "S-5550004"))

    assert (result.outcome, result.charged) == (Outcome.PARTIAL, 300)


def test_a_recorded_abort() -> None:
    assert payment_result(_answer("abort"), _asked(900, "S-5550012")).outcome is Outcome.ABORTED


def test_a_tip_nobody_asked_for_is_for_staff() -> None:
    result = payment_result(_answer("tip"), _asked(1000, "S-5550014"))

    assert (result.outcome, result.charged) == (Outcome.MISMATCH, 1150)


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("Aborted", Outcome.ABORTED),
        ("Cancel", Outcome.ABORTED),
        ("Refusal", Outcome.DECLINED),
        ("WrongPIN", Outcome.DECLINED),
        ("InvalidCard", Outcome.DECLINED),
        ("PaymentRestriction", Outcome.DECLINED),
        ("NotAllowed", Outcome.DECLINED),
        ("Busy", Outcome.BUSY),
        ("DeviceOut", Outcome.UNAVAILABLE),
        ("UnavailableDevice", Outcome.UNAVAILABLE),
        ("UnavailableService", Outcome.UNAVAILABLE),
        ("LoggedOut", Outcome.UNAVAILABLE),
        ("InsertedCard", Outcome.UNAVAILABLE),
        ("MessageFormat", Outcome.UNAVAILABLE),
        ("UnreachableHost", Outcome.UNKNOWN),
        ("InProgress", Outcome.UNKNOWN),
        ("NotFound", Outcome.UNKNOWN),
        ("SomethingNew", Outcome.UNKNOWN),
        ("", Outcome.UNKNOWN),
    ],
)
def test_every_error_condition_has_its_meaning(condition: str, outcome: Outcome) -> None:
    body = {"Response": {"Result": "Failure", "ErrorCondition": condition}}

    result = payment_result(body, _asked(100, "S"))

    assert (result.outcome, result.charged) == (outcome, 0)


@pytest.mark.parametrize(
    "response", [{}, {"Result": "Succes"}, {"Result": True}, {"Result": None}, {"Result": ["Success"]}]
)
def test_a_result_that_is_none_is_unknown(response: JsonObject) -> None:
    body = _approved()
    body["Response"] = response

    assert payment_result(body, _asked(12800, "S", "KRW")).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "body",
    [
        _approved(12801),
        _approved(12799),
        _approved(0),
        _approved(12800, "JPY"),
        _approved(12800, "XXX"),
        _approved(Decimal("12800.5")),
        _approved(-12800),
        _approved("12800"),
        _approved(None),
        _approved(True),
        _approved(12800, Result="Partial"),
        _approved(12801, Result="Partial"),
        _approved(0, Result="Partial"),
        _approved() | {"SaleData": {"SaleTransactionID": {"TransactionID": "another sale"}}},
    ],
)
def test_an_approval_that_is_not_the_one_asked_for_is_for_staff(body: JsonObject) -> None:
    """T-12: amount, currency and sale are echoed and compared."""
    result = payment_result(body, _asked(12800, "S-1", "KRW"))

    assert result.outcome is Outcome.MISMATCH
    assert result.message


def test_the_currency_may_be_left_out_where_it_is_that_of_the_request() -> None:
    assert payment_result(_approved(currency=None), _asked(12800, "S", "KRW")).charged == 12800


@pytest.mark.parametrize(
    ("name", "index", "cents"), [("lost_response_found", -1, 700), ("in_progress_then_found", -1, 700)]
)
def test_a_recorded_status_holds_the_end_of_the_original(name: str, index: int, cents: int) -> None:
    asked = dialogue(name)[0]["plaintext"]["SaleToPOIRequest"]["MessageHeader"]
    original = NexoHeader("Payment", asked["ServiceID"], asked["SaleID"], asked["POIID"])

    status = status_answer(_answer(name, index), original, _original(cents, f"S-{asked['ServiceID']}"))

    assert status.outcome is StatusOutcome.FINAL
    assert status.result is not None
    assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, cents)


def test_recorded_status_not_found_and_in_progress() -> None:
    lost = NexoHeader("Payment", "5550007", "KIOSK01", "V400m-324688179")
    running = NexoHeader("Payment", "5550009", "KIOSK01", "V400m-324688179")

    assert status_answer(_answer("lost_request_not_found"), lost, _original()).outcome is StatusOutcome.NOT_FOUND
    assert (
        status_answer(_answer("in_progress_then_found", 3), running, _original()).outcome is StatusOutcome.IN_PROGRESS
    )


@pytest.mark.parametrize("other", ["5550006", "5550099"])
def test_a_status_about_another_request_is_not_taken(other: str) -> None:
    original = NexoHeader("Payment", other, "KIOSK01", "V400m-324688179")

    status = status_answer(_answer("lost_response_found"), original, _original())

    assert status.outcome is StatusOutcome.UNREACHABLE
    assert status.result is None


def test_a_repeated_answer_with_another_header_is_not_taken() -> None:
    original = NexoHeader("Payment", "1", "KIOSK01", "V400m-1")
    header = original.as_json("Response")
    for name, value in (
        ("ServiceID", "2"),
        ("SaleID", "X"),
        ("POIID", "V400m-2"),
        ("MessageType", "Request"),
    ):
        body = {
            "Response": {"Result": "Success"},
            "RepeatedMessageResponse": {
                "MessageHeader": header | {name: value},
                "RepeatedResponseMessageBody": {"PaymentResponse": _approved()},
            },
        }
        assert status_answer(body, original, _original()).outcome is StatusOutcome.UNREACHABLE


@pytest.mark.parametrize("condition", ["Busy", "MessageFormat", "UnavailableService", ""])
def test_a_status_that_cannot_say_is_asked_again(condition: str) -> None:
    original = NexoHeader("Payment", "1", "KIOSK01", "V400m-1")
    body = {"Response": {"Result": "Failure", "ErrorCondition": condition}}

    assert status_answer(body, original, _original()).outcome is StatusOutcome.UNREACHABLE


def test_a_host_that_stayed_unreachable_is_final_and_still_not_known() -> None:
    original = NexoHeader("Payment", "1", "KIOSK01", "V400m-1")
    failed = {"Response": {"Result": "Failure", "ErrorCondition": "UnreachableHost"}}
    repeated = {
        "MessageHeader": original.as_json("Response"),
        "RepeatedResponseMessageBody": {"PaymentResponse": failed},
    }

    status = status_answer(
        {"Response": {"Result": "Success"}, "RepeatedMessageResponse": repeated}, original, _original()
    )

    assert status.outcome is StatusOutcome.FINAL
    assert status.result is not None
    assert status.result.outcome is Outcome.UNKNOWN


def test_reversals() -> None:
    accepted: JsonObject = {"Response": {"Result": "Success"}, "ReversedAmount": 5000}
    assert reversal_result(accepted, 5000, "KRW").outcome is Outcome.APPROVED
    assert reversal_result(accepted, None, "KRW").outcome is Outcome.APPROVED
    assert reversal_result(accepted, 4000, "KRW").outcome is Outcome.MISMATCH
    assert reversal_result(accepted | {"ReversedAmount": "x"}, 5000, "KRW").outcome is Outcome.MISMATCH
    assert reversal_result({"Response": {"Result": "Partial"}}, None, "KRW").outcome is Outcome.MISMATCH
    for condition, outcome in (
        ("NotFound", Outcome.DECLINED),
        ("NotAllowed", Outcome.DECLINED),
        ("Refusal", Outcome.DECLINED),
        ("Busy", Outcome.BUSY),
        ("UnreachableHost", Outcome.UNKNOWN),
        ("Whatever", Outcome.UNKNOWN),
    ):
        body = {"Response": {"Result": "Failure", "ErrorCondition": condition}}
        assert reversal_result(body, None, "KRW").outcome is outcome
