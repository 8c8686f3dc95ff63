"""Turn the receipts in a terminal's answer into plain lines for a printer or a screen."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote_plus

from hardware.codecs.card_masking import mask_card_field, mask_card_numbers
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, part, text

_MOST_LINES = 200
_LONGEST_LINE = 200
# References of the sale and of the payment; one in ten of them passes the card check by chance.
_REFERENCES = frozenset({"txRef", "mref", "tid", "mid", "ptid"})


@dataclass(frozen=True, slots=True)
class TerminalReceipts:
    """Both copies as lines of plain text; `card_number_seen` tells that one had to be masked."""

    customer: tuple[str, ...] = ()
    merchant: tuple[str, ...] = ()
    signature_required: bool = False
    card_number_seen: bool = False


def read_receipts(body: JsonObject) -> TerminalReceipts:
    """Decode the `PaymentReceipt` list of a response body; what is not a receipt is left out."""
    copies: dict[str, list[str]] = {"CustomerReceipt": [], "CashierReceipt": []}
    signature = seen = False
    receipts = body.get("PaymentReceipt")
    for receipt in receipts[:10] if isinstance(receipts, list) else []:
        lines = copies.get(text(receipt, "DocumentQualifier"))
        if lines is None:
            continue
        signature = signature or receipt.get("RequiredSignatureFlag") is True
        seen = _append_lines(lines, part(receipt, "OutputContent").get("OutputText")) or seen
    return TerminalReceipts(tuple(copies["CustomerReceipt"]), tuple(copies["CashierReceipt"]), signature, seen)


def _append_lines(lines: list[str], output: object) -> bool:
    seen = False
    open_line: str | None = None
    for piece in output[:_MOST_LINES] if isinstance(output, list) else []:
        line, masked = plain_line(text(piece, "Text"))
        if open_line is not None:
            # A number could be spread over two pieces of one printed line.
            line, across = mask_card_numbers(open_line + line)
            masked = masked or across
        seen = seen or masked
        open_line = line
        if part(piece).get("EndOfLineFlag", True) is not False:
            lines.append(open_line)
            open_line = None
    if open_line is not None:
        lines.append(open_line)
    return seen


def plain_line(encoded: str) -> tuple[str, bool]:
    """Decode one line (`name=Total&value=1%2c00&key=…`) and tell whether it held a card number."""
    fields = form_fields(encoded[: _LONGEST_LINE * 9])
    key = fields.get("key", "")
    if key or "name" in fields or "value" in fields:
        name, value = _printable(fields.get("name", "")), _printable(fields.get("value", ""))
    else:
        name, value = _printable(unquote_plus(encoded[: _LONGEST_LINE * 9], errors="replace")), ""
    if key == "pan":
        shown = mask_card_field(value)
    elif key.lower().startswith("expir"):
        shown = "**/**" if value else ""
    else:
        shown = value
    seen = shown != value and key == "pan"
    joined = f"{name}: {shown}" if name and shown else name or shown
    if key in _REFERENCES:
        return joined[:_LONGEST_LINE], seen
    line, masked = mask_card_numbers(joined)
    return line[:_LONGEST_LINE], seen or masked


def _printable(decoded: str) -> str:
    """Drop control and direction signs: a receipt line must not steer the printer or the reader's eye."""
    visible = decoded.replace("\u00a0", " ")
    return "".join(sign for sign in visible if unicodedata.category(sign) not in ("Cc", "Cf", "Cs")).rstrip()
