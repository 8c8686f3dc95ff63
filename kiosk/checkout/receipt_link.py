"""The link in a receipt's QR code: it finds the page, and proves number, total and time without central."""

import base64
from datetime import datetime

from kiosk.checkout.ports import LinkSigner


def signed_text(station: str, receipt_number: int, total: int, at: datetime) -> str:
    """What is signed: station, receipt number, total in minor units, seconds since 1970 UTC."""
    return f"{station}:{receipt_number}:{total}:{int(at.timestamp())}"


def sign_link(signer: LinkSigner, station: str, receipt_number: int, total: int, at: datetime) -> str:
    """The compact form: base64url of the text, a dot, and its signature."""
    text = signed_text(station, receipt_number, total, at)
    return f"{base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}.{signer.sign(text)}"


def link_of(base_url: str, token: str, signed: str) -> str:
    """The text of the QR code."""
    return f"{base_url.rstrip('/')}/r/{token}?s={signed}"
