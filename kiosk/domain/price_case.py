"""One price case: the JSON object of docs/pricing.md, section 1, to what pricing takes."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from kiosk.domain.cart import LineItem
from kiosk.domain.fees import deposit_fees
from kiosk.domain.money import DECIMALS
from kiosk.domain.price_case_fields import (
    CaseError,
    PromotionError,
    moment,
    money,
    names,
    rate,
    refuse,
    rows,
    text,
    told,
    whole,
    word,
    yes_or_no,
)
from kiosk.domain.price_case_lines import items_from, lines_from
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing_context import PricingContext, Used
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_rows import promotion_from
from kiosk.domain.tax_rules import STANDARD, TaxFraction, TaxMode, TaxRounding, TaxRules

__all__ = ["CaseError", "PriceCase", "price_case_from"]

MOST_USES = 1_000_000_000
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class PriceCase:
    """What `price_cart` takes, read from a case; the deposits of the lines are among the fees."""

    lines: tuple[LineItem, ...]
    promotions: tuple[Promotion, ...]
    context: PricingContext
    fees: tuple[Fee, ...] = ()


def price_case_from(case: object) -> PriceCase:
    """The lines, promotions and circumstances that a JSON object tells; raises `CaseError` with the path.

    null counts as left out. Further fields of the case, of items and of lines are passed over, because they may be
    notes; those of promotions are refused, because they may be conditions.
    """
    try:
        return _case(case)
    except PromotionError as error:
        raise CaseError(error.where, error.why) from None


def _case(case: object) -> PriceCase:
    said = told(case, "case", "an object with currency, at, items, cart and promotions")
    currency = word(said.get("currency"), "currency", "KRW")
    if currency not in DECIMALS:
        raise CaseError("currency", f"{currency!r} is not known; known are {', '.join(sorted(DECIMALS))}")
    tax = _tax(said.get("tax"))
    context = PricingContext(
        at=moment(said.get("at"), "at"),
        shop=word(said.get("shop"), "shop"),
        currency=currency,
        member=yes_or_no(said.get("member"), "member", otherwise=False),
        coupons=names(said.get("coupons"), "coupons"),
        partners=names(said.get("partners"), "partners"),
        tender=word(said.get("tender"), "tender"),
        tax=tax,
        uses=_uses(said.get("uses")),
    )
    lines = lines_from(said.get("cart"), items_from(said.get("items")), tax.rates)
    fees = (*deposit_fees(lines), *_fees(said.get("fees"), tax))
    return PriceCase(lines, _promotions(said.get("promotions")), context, fees)


def _tax(value: object) -> TaxRules:
    said = told({} if value is None else value, "tax", "an object with mode and rates")
    rates = told(said.get("rates", {}), "tax.rates", "an object of tax kinds and their percentages as text")
    mode = _one_of(TaxMode, said.get("mode", TaxMode.INCLUSIVE), "tax.mode")
    rounding = _one_of(TaxRounding, said.get("rounding", TaxRounding.RECEIPT), "tax.rounding")
    fraction = _one_of(TaxFraction, said.get("fraction", TaxFraction.HALF_UP), "tax.fraction")
    known = {text(kind, "tax.rates"): rate(number, f"tax.rates.{kind}") for kind, number in rates.items()}
    return TaxRules(mode, known, rounding, fraction)


def _one_of(words: type[_Word], value: object, where: str) -> _Word:
    if not isinstance(value, str) or value not in tuple(words):
        refuse(where, f"must be {' or '.join(words)}", value)
    return words(value)


def _uses(value: object) -> dict[str, Used]:
    found = {}
    for promotion, row in told({} if value is None else value, "uses", "an object by promotion id").items():
        where = f"uses.{promotion}"
        said = told(row, where, "an object with member and today")
        found[promotion] = Used(
            *(whole(said.get(field, 0), f"{where}.{field}", 0, MOST_USES) for field in ("member", "today"))
        )
    return found


_SAYS_NOTHING = frozenset({"weekdays", "shops", "coupon", "partner", "group"})


def _promotions(value: object) -> tuple[Promotion, ...]:
    found: dict[str, Promotion] = {}
    for place, row in enumerate(rows(value, "promotions")):
        where = f"promotions[{place}]"
        said = told(row, where, "an object with id and kind")
        if isinstance(said.get("name"), str):
            # A case may call a promotion by one word; in a catalogue names have languages.
            del said["name"]
        # What says nothing in a case is no condition; a catalogue must leave it out (docs/pricing.md, section 2).
        said = {field: told for field, told in said.items() if not (field in _SAYS_NOTHING and told in ("", []))}
        never = said.get("limit") == 0 and not isinstance(said.get("limit"), bool)
        if never:
            del said["limit"]
        try:
            promotion = promotion_from(said)
        except PromotionError as error:
            raise CaseError(f"{where}.{error.where}", error.why) from None
        if promotion.promotion_id in found:
            raise CaseError(f"{where}.id", f"there is a promotion {promotion.promotion_id!r} already")
        found[promotion.promotion_id] = replace(promotion, day_limit=0) if never else promotion
    return tuple(found.values())


def _fees(value: object, tax: TaxRules) -> tuple[Fee, ...]:
    found = []
    for place, row in enumerate(rows(value, "fees")):
        where = f"fees[{place}]"
        said = told(row, where, "an object with kind and amount")
        kind = said.get("tax", STANDARD)
        if kind != "" and tax.rates and text(kind, f"{where}.tax") not in tax.rates:
            raise CaseError(f"{where}.tax", f"tax.rates has no {kind!r}; it has {', '.join(sorted(tax.rates))}")
        found.append(
            Fee(
                text(said.get("kind"), f"{where}.kind"),
                money(said.get("amount"), f"{where}.amount"),
                word(kind, f"{where}.tax"),
                whole(said.get("count", 1), f"{where}.count", 1, MOST_USES),
            )
        )
    return tuple(found)
