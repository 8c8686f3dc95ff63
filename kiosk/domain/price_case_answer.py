"""The answer to a price case: the JSON object of docs/pricing.md, section 4."""

from typing import Any

from kiosk.domain.price_case import CaseError, PriceCase, price_case_from
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.pricing import PricingError, price_cart
from kiosk.domain.tax import TaxError, rate_parts

Answer = dict[str, Any]


def answer_case(case: object) -> Answer:
    """What the case costs, or {"error": {"where", "why"}} when it cannot be priced."""
    try:
        return answer_from(priced_case(price_case_from(case)))
    except CaseError as error:
        return error_answer(error)


def priced_case(case: PriceCase) -> PricedCart:
    """The price of a case that was read; raises `CaseError` where pricing finds what reading could not."""
    try:
        return price_cart(case.lines, case.promotions, case.context, case.fees)
    except (PricingError, TaxError) as error:
        raise CaseError("cart", str(error)) from error


def answer_from(cart: PricedCart) -> Answer:
    """The answer as it is printed; all amounts in minor units."""
    return {
        "total": cart.total,
        "gross": cart.gross,
        "discount": cart.discount,
        "exact": cart.exact,
        "lines": [
            {
                "line": row.line.line_id,
                "gross": row.gross,
                "net": row.net,
                "discounts": [{"promotion": off.promotion_id, "amount": off.amount} for off in row.discounts],
            }
            for row in cart.lines
        ],
        "used": [{"promotion": used.promotion_id, "applications": used.applications} for used in cart.used],
        "tax": _tax(cart),
        "fees": [{"kind": fee.kind, "amount": fee.amount, "count": fee.count} for fee in cart.fees],
    }


def error_answer(error: CaseError) -> Answer:
    """The answer to a case that cannot be priced."""
    return {"error": {"where": error.where, "why": error.why}}


def _tax(cart: PricedCart) -> list[Answer]:
    """One row a rate: exempt and zero-rated goods, which a receipt keeps apart, are of one rate here."""
    rows: dict[float, Answer] = {}
    for tax in cart.taxes:
        numerator, denominator = rate_parts(tax.rate)
        row = rows.setdefault(numerator / denominator, {"rate": tax.rate, "net": 0, "tax": 0})
        row["net"] += tax.net
        row["tax"] += tax.tax
    return list(rows.values())
