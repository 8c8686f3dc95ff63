"""The numbers that ISO 4217 gives to currencies, as ZVT writes them."""

from hardware.errors import DeviceMisused

_NUMBERS = {
    "AED": 784, "AUD": 36, "BGN": 975, "BRL": 986, "CAD": 124, "CHF": 756, "CNY": 156, "CZK": 203, "DKK": 208,
    "EUR": 978, "GBP": 826, "HKD": 344, "HUF": 348, "ILS": 376, "INR": 356, "JPY": 392, "KRW": 410, "KWD": 414,
    "MXN": 484, "MYR": 458, "NOK": 578, "NZD": 554, "PHP": 608, "PLN": 985, "RON": 946, "SAR": 682, "SEK": 752,
    "SGD": 702, "THB": 764, "TND": 788, "TRY": 949, "TWD": 901, "USD": 840, "VND": 704, "ZAR": 710,
}  # fmt: skip
_NAMES = {number: name for name, number in _NUMBERS.items()}


def currency_number(name: str) -> int:
    """The number of a currency, 410 for KRW; raises `DeviceMisused` for one that is not in the table."""
    try:
        return _NUMBERS[name]
    except KeyError:
        raise DeviceMisused(
            f"The ZVT driver does not know the number of the currency {name!r}; "
            "add it to hardware/drivers/zvt_currency.py."
        ) from None


def currency_name(number: int) -> str:
    """The name of a currency, or its number as text when it is not in the table."""
    return _NAMES.get(number, f"{number:03d}")
