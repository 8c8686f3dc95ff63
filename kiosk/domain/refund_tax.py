"""The tax that a refund gives back: that of what was paid before less that of what is paid now, by rate."""

from fractions import Fraction

from kiosk.domain.money import round_half_up
from kiosk.domain.priced_cart import PricedCart, TaxAmount
from kiosk.domain.proportion import in_proportion
from kiosk.domain.tax import rate_parts


def tax_back(before: PricedCart, paid_before: int, after: PricedCart, paid_after: int) -> tuple[TaxAmount, ...]:
    """Net and tax by rate that come back; several returns in a row add up to the sale's own taxes.

    A row is below zero when more of what remains is of that rate than before (a promotion moved).
    """
    was, now = taxes_paid(before, paid_before), taxes_paid(after, paid_after)
    rows: dict[Fraction | str, TaxAmount] = {}
    for sign, taxes in ((1, was), (-1, now)):
        for row in taxes:
            # Kinds of one rate above zero are one row of the sale, under whichever kind came first in it.
            place = Fraction(*rate_parts(row.rate)) or row.kind
            old = rows.get(place, TaxAmount(row.kind, row.rate, 0, 0))
            rows[place] = TaxAmount(old.kind, old.rate, old.net + sign * row.net, old.tax + sign * row.tax)
    return tuple(row for row in rows.values() if row.net or row.tax)


def taxes_paid(priced: PricedCart, paid: int) -> tuple[TaxAmount, ...]:
    """The taxes inside `paid`, where less was paid for these goods than they would cost now.

    What is missing is missing from each rate in proportion, and from fees outside of tax last.
    """
    missing = priced.total - paid
    gross = [row.net + row.tax for row in priced.taxes]
    if missing <= 0 or not gross:
        return priced.taxes
    less = in_proportion(min(missing, sum(gross)), gross)
    rows = []
    for row, whole, cut in zip(priced.taxes, gross, less, strict=True):
        tax = round_half_up(row.tax * (whole - cut), whole) if whole else 0
        rows.append(TaxAmount(row.kind, row.rate, whole - cut - tax, tax))
    return tuple(rows)
