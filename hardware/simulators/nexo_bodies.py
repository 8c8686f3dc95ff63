"""Compose the bodies a simulated terminal answers with: payments, receipts, reversals, status."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

from hardware.codecs.nexo_amount import decimals_of, to_minor_units
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.errors import DeviceGarbled
from hardware.simulators.nexo_ledger import RequestKey

TEST_CARD_NUMBER = "4111111111111111"  # published by card schemes for tests
_MASKED = "541333 **** 3511"


@dataclass(frozen=True, slots=True)
class PaymentAsked:
    """What the register asked for: minor units, currency, its own reference and time, instalments, or a refund."""

    amount: int
    currency: str
    sale_reference: str
    requested_at: str
    months: int = 0
    refund: bool = False


@dataclass(frozen=True, slots=True)
class Tender:
    """What happened at the terminal: its names for the payment and its time (ISO 8601)."""

    poi_id: str
    number: int
    at: str

    @property
    def tender_reference(self) -> str:
        return f"SIM{self.number:015d}"

    @property
    def psp_reference(self) -> str:
        return f"SIMPSP{self.number:010d}"

    @property
    def handle(self) -> str:
        return f"{self.tender_reference}.{self.psp_reference}"


def asked_of(body: JsonObject) -> PaymentAsked:
    """Read a payment request; raises `DeviceGarbled` for an amount that is none."""
    amounts = part(body, "PaymentTransaction", "AmountsReq")
    currency = text(amounts, "Currency")
    sale = part(body, "SaleData", "SaleTransactionID")
    amount = to_minor_units(amounts.get("RequestedAmount"), currency)
    months = part(body, "PaymentData", "Instalment").get("TotalNbOfPayments", 0)
    if type(months) is not int or not 0 <= months <= 60:
        raise DeviceGarbled("TotalNbOfPayments is a whole number of months")
    refund = text(body, "PaymentData", "PaymentType") == "Refund"
    return PaymentAsked(amount, currency, text(sale, "TransactionID"), text(sale, "TimeStamp"), months, refund)


def request_key(names: JsonObject) -> RequestKey:
    """Under which names a request is remembered: those of a header or a reference."""
    return text(names, "SaleID"), text(names, "ServiceID")


def charged_body(
    asked: PaymentAsked,
    tender: Tender,
    charged: int,
    currency: str,
    signature: bool = False,
    leaks_card: bool = False,
) -> JsonObject:
    """An approval over `charged` minor units; a partial one when that is less than was asked."""
    partial = charged < asked.amount and currency == asked.currency
    amount = _major(charged, currency)
    card = TEST_CARD_NUMBER if leaks_card else "************3511"
    additional = f"pspReference={tender.psp_reference}&cardType=mc&fundingSource=CREDIT"
    additional += f"&merchantReference={quote(asked.sale_reference)}"
    if leaks_card:
        additional += f"&message=card%20{TEST_CARD_NUMBER}"
    return {
        "POIData": _poi_data(tender),
        "PaymentReceipt": _receipts(asked, tender, f"{amount} {currency}", "APPROVED", card, signature),
        "PaymentResult": {
            "OnlineFlag": True,
            **_kind(asked),
            "AmountsResp": {"AuthorizedAmount": amount, "Currency": currency},
            "PaymentAcquirerData": {
                "MerchantID": "SimulatedMerchant",
                "AcquirerPOIID": tender.poi_id,
                "ApprovalCode": f"{tender.number % 1_000_000:06d}",
                "AcquirerTransactionID": {"TransactionID": tender.psp_reference, "TimeStamp": tender.at},
            },
            "PaymentInstrumentData": {
                "PaymentInstrumentType": "Card",
                "CardData": {"PaymentBrand": "mc", "MaskedPan": _MASKED, "EntryMode": ["Contactless"]},
            },
        },
        "Response": {"Result": "Partial" if partial else "Success", "AdditionalResponse": additional},
        "SaleData": _sale_data(asked),
    }


def _kind(asked: PaymentAsked) -> JsonObject:
    if asked.refund:
        return {"PaymentType": "Refund"}
    if asked.months:
        plan = {"InstalmentType": ["EqualInstalments"], "TotalNbOfPayments": asked.months}
        return {"PaymentType": "Instalment", "Instalment": plan}
    return {"PaymentType": "Normal"}


def acquired_body(sale_data: JsonObject, tender: Tender, token: str, alias: str) -> JsonObject:
    """A card that was read without a charge."""
    card_token = {"TokenRequestedType": "Customer", "TokenValue": token}
    card = {"PaymentBrand": "mc", "MaskedPan": _MASKED, "EntryMode": ["Contactless"], "PaymentToken": card_token}
    return {
        "POIData": _poi_data(tender),
        "SaleData": sale_data,
        "PaymentInstrumentData": {"PaymentInstrumentType": "Card", "CardData": card},
        "Response": {"Result": "Success", "AdditionalResponse": f"alias={alias}&aliasType=Default"},
    }


def failed_body(asked: PaymentAsked, tender: Tender, condition: str, message: str) -> JsonObject:
    """A payment that charged nothing, with the receipts a terminal prints for it once a card was there."""
    body: JsonObject = {
        "POIData": _poi_data(tender),
        "Response": failure(condition, message),
        "SaleData": _sale_data(asked),
    }
    if condition in ("Refusal", "WrongPIN", "InvalidCard"):
        body["PaymentReceipt"] = _receipts(asked, tender, "0", "DECLINED", "************3511", False)
    return body


def failure(condition: str, message: str) -> JsonObject:
    """A Response that says no."""
    return {
        "Result": "Failure",
        "ErrorCondition": condition,
        "AdditionalResponse": f"refusalReason={quote(message)}&message={quote(message)}",
    }


def reversed_body(asked: PaymentAsked, tender: Tender, amount: int, currency: str) -> JsonObject:
    """An accepted reversal of `amount` minor units."""
    receipts = _receipts(asked, tender, f"-{_major(amount, currency)} {currency}", "REFUND", "************3511", False)
    return {
        "POIData": _poi_data(tender),
        "PaymentReceipt": receipts,
        "ReversedAmount": _major(amount, currency),
        "Response": {"Result": "Success", "AdditionalResponse": f"pspReference={tender.psp_reference}"},
    }


def repeated_body(header: JsonObject, body: JsonObject) -> JsonObject:
    """A status answer that repeats an earlier one, given with its header."""
    return {
        "MessageReference": {name: header[name] for name in ("MessageCategory", "SaleID", "ServiceID")},
        "Response": {"Result": "Success"},
        "RepeatedMessageResponse": {
            "MessageHeader": header,
            "RepeatedResponseMessageBody": {f"{header['MessageCategory']}Response": body},
        },
    }


def status_failure(key: RequestKey, category: str, condition: str) -> JsonObject:
    """A status answer without an earlier one in it."""
    reference = {"MessageCategory": category, "SaleID": key[0], "ServiceID": key[1]}
    return {"MessageReference": reference, "Response": failure(condition, f"{condition} {category} {key[1]}")}


def diagnosis_body(poi_id: str, busy: bool, paper: bool = True) -> JsonObject:
    """How the terminal is, with a host that it reaches."""
    return {
        "POIStatus": {
            "GlobalStatus": "Busy" if busy else "OK",
            "CommunicationOKFlag": True,
            "PrinterStatus": "OK" if paper else "NoPaper",
        },
        "HostStatus": [{"AcquirerID": "0", "IsReachableFlag": True}],
        "Response": {
            "Result": "Success",
            "AdditionalResponse": f"firmwareVersion=simulator_1&terminalId={quote(poi_id)}",
        },
    }


def _major(minor_units: int, currency: str) -> Decimal | int:
    amount = Decimal(minor_units).scaleb(-decimals_of(currency))
    whole = int(amount)
    return whole if whole == amount else amount


def _poi_data(tender: Tender) -> JsonObject:
    return {
        "POIReconciliationID": "1000",
        "POITransactionID": {"TransactionID": tender.handle, "TimeStamp": tender.at},
    }


def _sale_data(asked: PaymentAsked) -> JsonObject:
    return {"SaleTransactionID": {"TransactionID": asked.sale_reference, "TimeStamp": asked.requested_at}}


def _receipts(
    asked: PaymentAsked, tender: Tender, total: str, end: str, card: str, signature: bool
) -> list[JsonObject]:
    titles = (
        ("CashierReceipt", "MERCHANT COPY", "merchantTitle"),
        ("CustomerReceipt", "CARDHOLDER COPY", "cardholderHeader"),
    )
    return [
        {
            "DocumentQualifier": qualifier,
            "RequiredSignatureFlag": signature and qualifier == "CashierReceipt",
            "OutputContent": {
                "OutputFormat": "Text",
                "OutputText": _lines(asked, tender, title, key, total, end, card),
            },
        }
        for qualifier, title, key in titles
    ]


def _lines(
    asked: PaymentAsked, tender: Tender, title: str, title_key: str, total: str, end: str, card: str
) -> list[JsonObject]:
    rows = [
        (title, "", title_key),
        ("", "", "filler"),
        ("Date", tender.at[:10], "txdate"),
        ("Time", tender.at[11:19], "txtime"),
        ("Card", card, "pan"),
        ("Card type", "mc", "cardType"),
        ("Entry mode", "Contactless chip", "posEntryMode"),
        ("AID", "A0000000041010", "aid"),
        ("MID", "50", "mid"),
        ("TID", tender.poi_id, "tid"),
        ("Auth. code", f"{tender.number % 1_000_000:06d}", "authCode"),
        ("Tender", tender.tender_reference, "txRef"),
        ("Reference", asked.sale_reference, "mref"),
        ("Type", "GOODS_SERVICES", "txtype"),
        ("TOTAL", total, "totalAmount"),
        (end, "", "approved"),
    ]
    return [{"EndOfLineFlag": True, "Text": _form(*row)} for row in rows]


def _form(name: str, value: str, key: str) -> str:
    parts = (("name", name), ("value", value), ("key", key))
    return "&".join(f"{part}={quote(content)}" for part, content in parts if content)
