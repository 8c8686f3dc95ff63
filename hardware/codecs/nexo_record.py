"""Write an authentic answer down for the journal without any card data in it."""

from decimal import Decimal

from hardware.codecs.card_masking import mask_card_field, mask_card_numbers
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, write_json

# Receipts are kept decoded elsewhere; the rest of these may carry expiry, track data or a name.
_LEFT_OUT = frozenset({"PaymentReceipt", "SensitiveCardData", "ProtectedCardData", "TrackData", "MobileData"})
# Identifiers of their own form, kept as they are: one in ten is a valid card number by chance.
_IDENTIFIERS = frozenset({"TransactionID", "ServiceID", "SaleID", "POIID", "AcquirerPOIID", "POIReconciliationID"})
_CARD_FIELDS = frozenset({"MaskedPan", "MaskedPAN", "PAN"})
# Of the vendor's additional response only what a dispute or a technician needs; the list holds no
# expiry date, card holder, shopper mail or alias, whatever else a firmware may add.
_KEPT_ADDITIONS = (
    "refusalReason",
    "refusalReasonRaw",
    "message",
    "acquirerResponseCode",
    "transactionType",
    "cardType",
    "fundingSource",
    "posEntryMode",
    "offline",
    "AID",
    "tid",
    "mid",
    "posAuthAmountValue",
    "posAuthAmountCurrency",
    "iso8601TxDate",
    "firmwareVersion",
    "warnings",
)
_REFERENCES = frozenset(
    {
        "pspReference",
        "transactionReferenceNumber",
        "merchantReference",
        "alias",
        "tc",
        "PaymentAccountReference",
    }
)
_LONGEST_TEXT = 1000


def journal_record(body: JsonObject) -> tuple[str, bool]:
    """The answer as JSON text fit to be kept, and whether a card number had to be masked in it."""
    seen: list[bool] = []
    cleaned = _cleaned(body, "", seen)
    return write_json(cleaned).decode(), bool(seen)


def _cleaned(value: object, name: str, seen: list[bool]) -> object:
    if isinstance(value, dict):
        return {
            _masked(str(key), seen): _cleaned(item, str(key), seen)
            for key, item in value.items()
            if key not in _LEFT_OUT
        }
    if isinstance(value, list):
        return [_cleaned(item, name, seen) for item in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | Decimal):
        plain = format(value, "f") if isinstance(value, Decimal) else str(value)
        masked = _masked(plain, seen)
        return value if masked == plain else masked
    return _cleaned_text(str(value), name, seen)


def _cleaned_text(value: str, name: str, seen: list[bool]) -> str:
    text = _writable(value)
    if name in _IDENTIFIERS:
        return text[:_LONGEST_TEXT]
    if name in _CARD_FIELDS:
        masked = mask_card_field(text)
        if masked != text:
            seen.append(True)
        return masked[:_LONGEST_TEXT]
    if name == "AdditionalResponse":
        fields = form_fields(text)
        kept = "; ".join(f"{key}={fields[key]}" for key in _KEPT_ADDITIONS if key in fields)
        # Looked at for the alarm even where left out, but for references of their own form.
        free = [fields[key] for key in fields if key not in _REFERENCES]
        for addition in free if fields else [text]:
            _masked(addition, seen)
        reference = fields.get("pspReference", "")
        return _masked(kept, seen)[:_LONGEST_TEXT] + (f"; pspReference={reference[:40]}" if reference else "")
    return _masked(text, seen)[:_LONGEST_TEXT]


def _masked(text: str, seen: list[bool]) -> str:
    masked, found = mask_card_numbers(_writable(text))
    if found:
        seen.append(True)
    return masked


def _writable(text: str) -> str:
    """Half of a surrogate pair is allowed in JSON but cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
