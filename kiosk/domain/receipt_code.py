"""The link in a receipt's QR code, read back: which sale it claims to be.

The form is made by `kiosk.checkout.receipt_link`: .../r/TOKEN?s=TEXT.SIGNATURE, TEXT being base64url of
station:number:total:seconds.
"""

import base64
import binascii
import re
from datetime import UTC, datetime

from kiosk.domain.scanned_meaning import ReceiptCode

_LINK = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+/(?:[A-Za-z0-9._~%-]+/){0,8}r/([A-Za-z0-9_-]{1,64})"
    r"\?s=(([A-Za-z0-9_-]{8,200})\.[A-Za-z0-9_-]{20,200})"
)
_TOLD = re.compile(r"([^:\s]{1,40}):(\d{1,12}):(-?\d{1,12}):(\d{1,11})", re.ASCII)


def receipt_of(text: str) -> ReceiptCode | None:
    """The receipt that a link claims to be; None when it has not the form. Nothing is proven by it."""
    found = _LINK.fullmatch(text)
    if found is None:
        return None
    try:
        told = base64.urlsafe_b64decode(found[3] + "=" * (-len(found[3]) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    parts = _TOLD.fullmatch(told)
    if parts is None:
        return None
    sold_at = datetime.fromtimestamp(int(parts[4]), UTC)
    return ReceiptCode(str(int(parts[2])), parts[1], int(parts[3]), sold_at, found[1], found[2])
