"""Compose the bodies of nexo requests: payments, reversals, questions, and what a terminal shows or prints."""

import re
from collections.abc import Sequence

from hardware.codecs import nexo_amount
from hardware.codecs.nexo_json import JsonObject
from hardware.codecs.nexo_message import PAYMENT
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest

MOST_CHOICES = 15  # buttons that a terminal's menu takes
_LABELS = ("아니요 / No", "예 / Yes")


def payment_body(request: MoneyRequest) -> JsonObject:
    """The body of a payment request; a tip is never asked for.

    `months` above 0 asks for that many equal monthly instalments.
    """
    sale_data = _sale_data(request.sale_reference, request.requested_at)
    if request.allow_partial:
        sale_data["SaleToAcquirerData"] = "tenderOption=AllowPartialAuthorisation"
    body: JsonObject = {"SaleData": sale_data, "PaymentTransaction": _transaction(request)}
    if request.months:
        body["PaymentData"] = {
            "PaymentType": "Instalment",
            "Instalment": {
                "InstalmentType": ["EqualInstalments"],
                "Period": 1,
                "PeriodUnit": "Monthly",
                "TotalNbOfPayments": request.months,
            },
        }
    return body


def refund_body(request: MoneyRequest) -> JsonObject:
    """The body of a request to give money to a card that is presented."""
    return {
        "SaleData": _sale_data(request.sale_reference, request.requested_at),
        "PaymentTransaction": _transaction(request),
        "PaymentData": {"PaymentType": "Refund"},
    }


def reversal_body(
    handle: str, handle_time: str, amount: int | None, currency: str, reference: str, requested_at: str
) -> JsonObject:
    """The body of a request to give back a payment, wholly or `amount` minor units of it."""
    if not handle or not handle_time:
        raise DeviceMisused("A reversal needs the terminal's reference and time of the payment.")
    sale_data = _sale_data(reference, requested_at)
    body: JsonObject = {
        "SaleData": sale_data,
        "OriginalPOITransaction": {"POITransactionID": {"TransactionID": handle, "TimeStamp": handle_time}},
        "ReversalReason": "MerchantCancel",
    }
    if amount is not None:
        sale_data["SaleToAcquirerData"] = f"currency={currency}"
        body["ReversedAmount"] = nexo_amount.to_decimal(amount, currency)
    return body


def abort_body(sale_id: str, running_service_id: str, category: str = PAYMENT) -> JsonObject:
    """The body of a request to stop what runs under `running_service_id` of this register."""
    return {"AbortReason": "MerchantAbort", "MessageReference": _reference(category, sale_id, running_service_id)}


def status_body(sale_id: str, original_service_id: str, original_category: str) -> JsonObject:
    """The body of the question what became of an earlier request of this register."""
    return {
        "ReceiptReprintFlag": True,
        "DocumentQualifier": ["CashierReceipt", "CustomerReceipt"],
        "MessageReference": _reference(original_category, sale_id, original_service_id),
    }


def card_acquisition_body(reference: str, requested_at: str) -> JsonObject:
    """The body of a request to read a card without a charge, for a token of its holder."""
    sale_data = _sale_data(reference, requested_at) | {"TokenRequestedType": "Customer"}
    return {"SaleData": sale_data, "CardAcquisitionTransaction": {"TotalAmount": 0}}


def end_acquisition_body() -> JsonObject:
    """The body that ends a card acquisition after which nothing is paid."""
    return {"TransactionAction": "AbortTransaction"}


def display_body(lines: Sequence[str], seconds: int) -> JsonObject:
    """The body of a request to show lines of text for at least `seconds` (0 to 999)."""
    output = _shown(lines, "Idle") | {"MinimumDisplayTime": min(999, max(0, seconds)), "ResponseRequiredFlag": True}
    return {"DisplayOutput": [output]}


def confirmation_body(lines: Sequence[str], seconds: int) -> JsonObject:
    """The body of a question with the answers yes and no; the first line is its title."""
    title, rest = _needed(lines)[0], "\n".join(lines[1:])
    return {
        "DisplayOutput": _shown((title, rest, *_LABELS), "GetConfirmation"),
        "InputData": _input("GetConfirmation", seconds),
    }


def menu_body(lines: Sequence[str], choices: Sequence[str], seconds: int) -> JsonObject:
    """The body of a question with up to 15 choices of which one is taken."""
    if len(choices) > MOST_CHOICES:
        raise DeviceMisused(f"A terminal's menu has at most {MOST_CHOICES} choices, not {len(choices)}.")
    title, rest = _needed(lines)[0], "\n".join(lines[1:])
    entries = [{"OutputFormat": "Text", "OutputText": [{"Text": choice}]} for choice in choices]
    shown = _shown((title, rest) if rest else (title,), "MenuButtons")
    data = _input("GetMenuEntry", seconds) | {"MinLength": 1, "MaxLength": 1}
    return {"DisplayOutput": shown | {"MenuEntry": entries}, "InputData": data}


def print_body(lines: Sequence[str]) -> JsonObject:
    """The body of a request to print lines on the terminal's printer; answered when they are out."""
    content = {
        "OutputFormat": "Text",
        "OutputText": [{"Text": line, "EndOfLineFlag": True} for line in _needed(lines)],
    }
    return {"PrintOutput": {"DocumentQualifier": "Document", "ResponseMode": "PrintEnd", "OutputContent": content}}


def _transaction(request: MoneyRequest) -> JsonObject:
    amount = nexo_amount.to_decimal(request.amount, request.currency)
    transaction: JsonObject = {"AmountsReq": {"Currency": request.currency, "RequestedAmount": amount}}
    if re.fullmatch(r"[a-z]{2}", request.language):
        transaction["TransactionConditions"] = {"CustomerLanguage": request.language}
    return transaction


def _sale_data(reference: str, requested_at: str) -> JsonObject:
    return {"SaleTransactionID": {"TransactionID": reference, "TimeStamp": requested_at}}


def _reference(category: str, sale_id: str, service_id: str) -> JsonObject:
    return {"MessageCategory": category, "SaleID": sale_id, "ServiceID": service_id}


def _shown(lines: Sequence[str], predefined: str) -> JsonObject:
    return {
        "Device": "CustomerDisplay",
        "InfoQualify": "Display",
        "OutputContent": {
            "OutputFormat": "Text",
            "PredefinedContent": {"ReferenceID": predefined},
            "OutputText": [{"Text": line} for line in _needed(lines)],
        },
    }


def _input(command: str, seconds: int) -> JsonObject:
    if not 1 <= seconds <= 999:
        raise DeviceMisused(f"A terminal waits 1 to 999 seconds for an answer, not {seconds}.")
    return {"Device": "CustomerInput", "InfoQualify": "Input", "InputCommand": command, "MaxInputTime": seconds}


def _needed(lines: Sequence[str]) -> Sequence[str]:
    if not lines or not lines[0].strip():
        raise DeviceMisused("A terminal needs at least one line of text to show or print.")
    return lines
