"""Makes signed gift vouchers for QR codes."""

import base64
from collections.abc import Callable
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.voucher import unsigned_voucher
from sync.central.coupons.book import MOST_AT_ONCE, CouponsRefused


def make_vouchers(
    key: Ed25519PrivateKey, amount: int, currency: str, count: int, until: date, random_bytes: Callable[[int], bytes]
) -> list[str]:
    """The texts of `count` QR codes, each worth `amount` minor units until the end of that day.

    A serial number is 80 random bits, so nobody guesses one; stations prove the signature with central's public
    key. Raises `CouponsRefused`.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise CouponsRefused(f"1 to {MOST_AT_ONCE} vouchers are made at once, not {count}")
    made = []
    for _ in range(count):
        try:
            text = unsigned_voucher(base64.b32encode(random_bytes(10)).decode(), amount, currency, until)
        except ValueError as fault:
            raise CouponsRefused(str(fault)) from None
        signature = base64.urlsafe_b64encode(key.sign(text.encode())).rstrip(b"=").decode()
        made.append(f"{text}.{signature}")
    return made
