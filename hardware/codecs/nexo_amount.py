"""Convert between minor units and the decimal amounts of nexo messages, exactly."""

from decimal import Decimal
from fractions import Fraction

from hardware.errors import DeviceGarbled, DeviceMisused

# Decimals of ISO 4217. For CLP, IDR and ISK lists of online payment services differ from it; a message of a terminal
# carries major units, so that the standard's decimals are exact in it whatever those lists say.
_DECIMALS = {
    **dict.fromkeys(("CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV"), 0),
    **dict.fromkeys(("XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("AED", "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR"), 2),
    **dict.fromkeys(("EGP", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "KZT", "LAK", "MAD", "MNT", "MOP"), 2),
    **dict.fromkeys(("MXN", "MYR", "NOK", "NZD", "PEN", "PKR", "QAR", "RUB", "UAH", "UZS"), 2),
    **dict.fromkeys(("PHP", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "USD", "ZAR"), 2),
}
_LARGEST = Decimal("99999999.999999")  # of the nexo schema


def decimals_of(currency: str) -> int:
    """Say how many decimals a currency has; raises `DeviceMisused` for one that is not in the table."""
    try:
        return _DECIMALS[currency]
    except KeyError:
        raise DeviceMisused(
            f"The payment terminal driver does not know the currency {currency!r}; "
            "add its number of decimals to hardware/codecs/nexo_amount.py."
        ) from None


def to_decimal(minor_units: int, currency: str) -> Decimal | int:
    """Write minor units as the number nexo wants: 1234 EUR -> 12.34, 12800 KRW -> 12800.

    Raises `DeviceMisused` when the amount is not positive or more than nexo can carry.
    """
    decimals = decimals_of(currency)
    if minor_units <= 0:
        raise DeviceMisused(f"A terminal takes positive amounts only, not {minor_units}.")
    amount = Decimal(minor_units).scaleb(-decimals)
    if amount > _LARGEST:
        raise DeviceMisused(f"A terminal takes at most {_LARGEST} {currency} at once.")
    whole = int(amount)
    return whole if amount == whole else amount


def to_minor_units(amount: object, currency: str) -> int:
    """Read a number of a message as minor units; raises `DeviceGarbled` unless it is exact.

    A fraction finer than the currency has, a negative or a missing amount is refused, not rounded.
    """
    try:
        decimals = decimals_of(currency)
    except DeviceMisused as unknown:
        raise DeviceGarbled(f"The terminal answered in the unknown currency {currency!r}.") from unknown
    if isinstance(amount, bool) or not isinstance(amount, int | Decimal):
        raise DeviceGarbled("The terminal's answer has no readable amount.")
    if not 0 <= amount <= _LARGEST:
        raise DeviceGarbled("The terminal's answer has an amount out of range.")
    scaled = Fraction(amount) * 10**decimals  # a Decimal product would be rounded to 28 digits
    if scaled.denominator != 1:
        raise DeviceGarbled(f"The terminal's answer has an amount that {currency} cannot express.")
    return int(scaled)
