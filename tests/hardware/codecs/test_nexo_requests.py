"""Requests are composed as recorded, and what cannot be asked is refused before anything is sent."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from hardware.codecs import nexo_requests
from hardware.codecs.nexo_json import write_json
from hardware.codecs.nexo_message import REQUEST_ROOT
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest
from tests.hardware.codecs.nexo_corpus import corpus, dialogue

_AT = "2026-03-01T10:15:30.000Z"
_ASKED = MoneyRequest("5550002", 12800, "KRW", "S-5550002", _AT, language="")


def _recorded(name: str, index: int = 0) -> Any:
    return dialogue(name)[index]["plaintext"][REQUEST_ROOT]


def test_a_payment_is_asked_as_recorded() -> None:
    assert nexo_requests.payment_body(_ASKED) == _recorded("approve_krw")["PaymentRequest"]


def test_a_partial_approval_is_allowed_as_recorded_and_the_language_said() -> None:
    body = nexo_requests.payment_body(MoneyRequest("1", 500, "EUR", "S-5550004", _AT, "ko", allow_partial=True))

    assert body["SaleData"] == _recorded("partial")["PaymentRequest"]["SaleData"]
    assert body["PaymentTransaction"]["TransactionConditions"] == {"CustomerLanguage": "ko"}


def test_instalments_are_equal_and_monthly() -> None:
    body = nexo_requests.payment_body(replace(_ASKED, months=3))

    assert body["PaymentData"]["PaymentType"] == "Instalment"
    assert body["PaymentData"]["Instalment"] == {
        "InstalmentType": ["EqualInstalments"],
        "Period": 1,
        "PeriodUnit": "Monthly",
        "TotalNbOfPayments": 3,
    }
    assert "PaymentData" not in nexo_requests.payment_body(_ASKED)


def test_a_refund_is_a_payment_the_other_way() -> None:
    body = nexo_requests.refund_body(_ASKED)

    assert body["PaymentData"] == {"PaymentType": "Refund"}
    assert body["PaymentTransaction"]["AmountsReq"] == {"Currency": "KRW", "RequestedAmount": 12800}


def test_no_request_asks_for_a_tip() -> None:
    whole = write_json([nexo_requests.payment_body(_ASKED), nexo_requests.refund_body(_ASKED)])

    assert b"Gratuity" not in whole
    assert b"Tip" not in whole


def test_an_abort_and_a_status_question_are_asked_as_recorded() -> None:
    assert nexo_requests.abort_body("KIOSK01", "5550012") == _recorded("abort", 1)["AbortRequest"]
    question = nexo_requests.status_body("KIOSK01", "5550005", "Payment")
    recorded = _recorded("lost_response_found", 2)["TransactionStatusRequest"]
    assert question["MessageReference"] == recorded["MessageReference"]
    assert question["ReceiptReprintFlag"] is True


def test_a_reversal_names_the_original_as_recorded() -> None:
    case = next(c for c in corpus("nexo_crypto_vectors.json")["cases"] if c["name"] == "reversal_full")
    at = "2026-03-01T10:15:42.000Z"
    body = nexo_requests.reversal_body("BV0q001611222452000.8815658977098900", at, None, "EUR", "R-1", at)

    del body["SaleData"]
    assert write_json(body).decode() in case["plaintext_utf8"]
    part = nexo_requests.reversal_body("BV0q.88", at, 250, "EUR", "R-1", at)
    assert part["ReversedAmount"] == Decimal("2.5")
    assert part["SaleData"]["SaleToAcquirerData"] == "currency=EUR"


def test_a_reversal_without_its_payment_is_our_fault() -> None:
    with pytest.raises(DeviceMisused, match="reference"):
        nexo_requests.reversal_body("", "", None, "KRW", "R-1", _AT)


def test_a_card_is_read_as_recorded() -> None:
    assert nexo_requests.card_acquisition_body("S-ca", _AT) == _recorded("card_acquisition")["CardAcquisitionRequest"]


def test_yes_or_no_is_asked_with_title_text_and_two_buttons() -> None:
    body = nexo_requests.confirmation_body(("계속할까요?", "한 줄", "두 줄"), 30)
    recorded = _recorded("input_confirmation")["InputRequest"]

    assert body["InputData"] == recorded["InputData"]
    assert body["DisplayOutput"]["Device"] == recorded["DisplayOutput"]["Device"]
    texts = [piece["Text"] for piece in body["DisplayOutput"]["OutputContent"]["OutputText"]]
    assert texts[:2] == ["계속할까요?", "한 줄\n두 줄"]
    assert len(texts) == 4


def test_a_menu_lists_its_choices() -> None:
    body = nexo_requests.menu_body(("어느 것?",), ("첫째", "둘째"), 10)

    assert [entry["OutputText"] for entry in body["DisplayOutput"]["MenuEntry"]] == [
        [{"Text": "첫째"}],
        [{"Text": "둘째"}],
    ]
    assert body["InputData"]["InputCommand"] == "GetMenuEntry"
    assert body["InputData"]["MaxInputTime"] == 10


@pytest.mark.parametrize("lines", [(), ("",), (" ",)])
def test_nothing_to_show_is_refused(lines: tuple[str, ...]) -> None:
    composers: tuple[Callable[[], object], ...] = (
        lambda: nexo_requests.display_body(lines, 3),
        lambda: nexo_requests.print_body(lines),
        lambda: nexo_requests.confirmation_body(lines, 3),
        lambda: nexo_requests.menu_body(lines, ("a",), 3),
    )
    for compose in composers:
        with pytest.raises(DeviceMisused, match="line of text"):
            compose()


@pytest.mark.parametrize("seconds", [0, -1, 1000])
def test_a_question_without_end_is_refused(seconds: int) -> None:
    with pytest.raises(DeviceMisused, match="seconds"):
        nexo_requests.confirmation_body(("?",), seconds)


def test_more_choices_than_buttons_are_refused() -> None:
    with pytest.raises(DeviceMisused, match="15"):
        nexo_requests.menu_body(("?",), tuple(str(number) for number in range(16)), 5)
