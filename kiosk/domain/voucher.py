"""Gift vouchers of the shop's own: what their QR code says, to be proven by the signature in it."""

import re
from datetime import date

from kiosk.domain.money import DECIMALS
from kiosk.domain.scanned_meaning import VoucherCode

_SIGNED = re.compile(r"(BV1\.([A-Z2-7]{8,32})\.(\d{1,9})\.([A-Z]{3})\.(\d{8}))\.([A-Za-z0-9_-]{86})", re.ASCII)
_SERIAL = re.compile(r"[A-Z2-7]{8,32}", re.ASCII)
MOST_WORTH = 999_999_999


def unsigned_voucher(serial: str, amount: int, currency: str, until: date) -> str:
    """The text that is signed: form, serial number, worth in minor units, currency and last day.

    `BV1.7Q2M4XK9.10000.KRW.20271231` is a voucher over 10,000 won. Raises `ValueError` for a serial number of
    other than 8 to 32 base32 digits, a worth of nothing or more than nine digits, and an unknown currency.
    """
    if not _SERIAL.fullmatch(serial):
        raise ValueError(f"a voucher's serial number has 8 to 32 of A to Z and 2 to 7, not {serial!r}")
    if not 1 <= amount <= MOST_WORTH:
        raise ValueError(f"a voucher is worth 1 to {MOST_WORTH} minor units, not {amount}")
    if currency not in DECIMALS:
        raise ValueError(f"unknown currency {currency!r}; known: {', '.join(sorted(DECIMALS))}")
    return f"BV1.{serial}.{amount}.{currency}.{until:%Y%m%d}"


def signed_voucher_of(text: str) -> VoucherCode | None:
    """The voucher that a QR code claims to be; None when it has not the form.

    Nothing is proven by it: `signed` is what `signature` has to fit (Ed25519 by central, base64url, 86 characters).
    """
    found = _SIGNED.fullmatch(text)
    if found is None or int(found[3]) == 0:
        return None
    try:
        until = date(int(found[5][:4]), int(found[5][4:6]), int(found[5][6:]))
    except ValueError:
        return None
    return VoucherCode(found[2], int(found[3]), found[4], until, signed=found[1], signature=found[6])
