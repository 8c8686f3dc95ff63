"""The totals of an end of day: bitmap 60 of its status information."""

from dataclasses import dataclass
from typing import Final

from hardware.codecs.zvt.bitmaps import bcd, bcd_digits
from hardware.errors import DeviceGarbled

BRANDS: Final = ("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners", "other")
"""The brands in the order in which bitmap 60 has them."""
_SIZE = 4 + 7 * len(BRANDS)


@dataclass(frozen=True, slots=True)
class BrandSum:
    """Count and sum of one brand, in minor units."""

    brand: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What the terminal counted since its last end of day, receipt numbers `first` to `last`; brands with 0 too."""

    first: int
    last: int
    brands: tuple[BrandSum, ...]

    @property
    def count(self) -> int:
        """All transactions."""
        return sum(brand.count for brand in self.brands)

    @property
    def amount(self) -> int:
        """The sum over all brands, in minor units."""
        return sum(brand.amount for brand in self.brands)


def decode_totals(value: bytes) -> Totals:
    """Read bitmap 60: two receipt numbers, then per brand a count (one byte) and a sum (12 digits).

    More bytes than that are let be; raises `DeviceGarbled` for fewer.
    """
    if len(value) < _SIZE:
        raise DeviceGarbled("The totals of the end of day are shorter than they must be (9A).")
    brands = []
    for place, brand in enumerate(BRANDS):
        at = 4 + place * 7
        brands.append(BrandSum(brand, value[at], int(bcd_digits(value[at + 1 : at + 7]))))
    return Totals(int(bcd_digits(value[:2])), int(bcd_digits(value[2:4])), tuple(brands))


def encode_totals(totals: Totals) -> bytes:
    """Write bitmap 60; brands that are not in the table count as the last one; raises `DeviceMisused`."""
    counts = dict.fromkeys(BRANDS, 0)
    sums = dict.fromkeys(BRANDS, 0)
    for brand in totals.brands:
        name = brand.brand if brand.brand in counts else BRANDS[-1]
        counts[name] += brand.count
        sums[name] += brand.amount
    body = b"".join(bytes([min(counts[name], 0xFF)]) + bcd(sums[name], 6) for name in BRANDS)
    return bcd(totals.first, 2) + bcd(totals.last, 2) + body
