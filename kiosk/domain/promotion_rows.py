"""Promotions as they travel: the JSON objects of docs/pricing.md, section 2, to rules and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain import promotion_fields as fields
from kiosk.domain.catalogue import LANGUAGES
from kiosk.domain.promotion import (
    AmountOff,
    AmountPer,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    ShortDate,
    Slot,
    TenderDiscount,
    Threshold,
    Tier,
    Tiered,
)
from kiosk.domain.promotion_fields import PromotionError

__all__ = ["KINDS", "PromotionError", "promotion_from", "promotion_to"]

_Readers = dict[str, Callable[[object, str], object]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind is written: fields that it needs, fields that it may have, and those of which it needs just one.

    Fields are the rule's attributes, but for `most`, which is written max.
    """

    rule: type[Promotion]
    needs: _Readers
    may: _Readers = field(default_factory=dict)
    one_of: _Readers = field(default_factory=dict)


_MONEY_OR_PERCENT: _Readers = {"amount": fields.money, "percent": fields.percent}
_CART_LEVEL: _Readers = {"group": fields.text, "rank": fields.rank}
_KINDS = {
    "n_plus_m": _Kind(NPlusM, {"pool": fields.pool, "buy": fields.pieces, "free": fields.pieces}),
    "percent_off": _Kind(PercentOff, {"pool": fields.pool, "percent": fields.percent}),
    "amount_off": _Kind(AmountOff, {"pool": fields.pool, "amount": fields.money}),
    "fixed_price": _Kind(FixedPrice, {"pool": fields.pool, "count": fields.pieces, "price": fields.money}),
    "bundle": _Kind(Bundle, {"slots": fields.slots}, one_of={"price": fields.money} | _MONEY_OR_PERCENT),
    "cross_gift": _Kind(CrossGift, {"buy": fields.slot, "gift": fields.slot}, {"percent": fields.percent}),
    "tiered": _Kind(Tiered, {"pool": fields.pool, "tiers": fields.tiers}),
    "short_date": _Kind(ShortDate, {"pool": fields.pool, "days": fields.days, "percent": fields.percent}),
    "threshold": _Kind(
        Threshold,
        {"pool": fields.pool, "at_least": fields.money},
        _CART_LEVEL,
        _MONEY_OR_PERCENT | {"gift": fields.slot},
    ),
    "amount_per": _Kind(
        AmountPer,
        {"pool": fields.pool, "each": fields.some_money, "amount": fields.money},
        {"most": fields.money} | _CART_LEVEL,
    ),
    "tender_discount": _Kind(
        TenderDiscount,
        {"tender": fields.text},
        {"pool": fields.pool, "at_least": fields.money, "most": fields.money} | _CART_LEVEL,
        _MONEY_OR_PERCENT,
    ),
}
_NAME_OF = {kind.rule: name for name, kind in _KINDS.items()}
_CONDITIONS: _Readers = {
    "coupon": fields.text,
    "partner": fields.text,
    "limit": fields.applications,
    "member_limit": fields.applications,
    "day_limit": fields.applications,
}
_COMMON = ("id", "kind", "name", "badge", "from", "to", "weekdays", "hours", "shops", "members_only", *_CONDITIONS)

KINDS = tuple(_KINDS)


def promotion_from(row: Mapping[str, object]) -> Promotion:
    """The rule that a JSON object describes; raises `PromotionError` with the field and what it may hold.

    Without `name` the id is shown; `badge` is passed over, because the kind says it; null counts as left out. Any
    other field that this kind does not know is refused: it could be a condition without which too much would be
    taken off.
    """
    said = fields.told(row, "promotion", "an object")
    promotion_id = fields.text(said.get("id"), "id")
    kind = _kind(said)
    may = {**kind.may, **_CONDITIONS}
    values: dict[str, Any] = {
        attribute: read(said.get(_written(attribute)), _written(attribute)) for attribute, read in kind.needs.items()
    } | {
        attribute: read(said[_written(attribute)], _written(attribute))
        for attribute, read in may.items()
        if _written(attribute) in said
    }
    return kind.rule(
        promotion_id=promotion_id,
        name=fields.name(said.get("name"), promotion_id),
        validity=fields.validity(said),
        **values,
        **_just_one(said, kind.one_of),
    )


def promotion_to(promotion: Promotion) -> dict[str, object]:
    """The JSON object of a rule; `promotion_from` of it gives an equal rule back."""
    name = _NAME_OF.get(type(promotion))
    if name is None:
        raise PromotionError("kind", f"{type(promotion).__name__} is no kind of promotion")
    kind, words, validity = _KINDS[name], promotion.name, promotion.validity
    row: dict[str, object] = {"id": promotion.promotion_id, "kind": name}
    row["name"] = {language: getattr(words, language) for language in LANGUAGES if getattr(words, language)}
    row |= {_written(attribute): _plain(getattr(promotion, attribute)) for attribute in kind.needs}
    optional: dict[str, object] = {
        "from": validity.starts.isoformat() if validity.starts else None,
        "to": validity.ends.isoformat() if validity.ends else None,
        "weekdays": sorted(validity.weekdays) or None,
        "hours": list(validity.hours) if validity.hours else None,
        "shops": sorted(validity.shops) or None,
        "members_only": validity.members_only or None,
    }
    for attribute in (*kind.may, *kind.one_of, *_CONDITIONS):
        # An empty group, coupon or partner is none; 0 and {} say something.
        value = getattr(promotion, attribute)
        optional[_written(attribute)] = None if value == "" else _plain(value)
    return row | {known: value for known, value in optional.items() if value is not None}


def _kind(said: Mapping[str, object]) -> _Kind:
    name = fields.text(said.get("kind"), "kind")
    if name not in _KINDS:
        raise PromotionError("kind", f"{name!r} is not one of {', '.join(KINDS)}")
    kind = _KINDS[name]
    own = {_written(attribute) for attribute in (*kind.needs, *kind.may, *kind.one_of)}
    for known in said:
        if known not in own and known not in _COMMON:
            allowed = ", ".join(sorted(own.union(_COMMON)))
            raise PromotionError(known, f"a promotion of kind {name} has no such field; it has {allowed}")
    return kind


def _just_one(said: Mapping[str, object], choices: _Readers) -> dict[str, Any]:
    given = [attribute for attribute in choices if attribute in said]
    if choices and len(given) != 1:
        where = given[1] if given else next(iter(choices))
        raise PromotionError(where, f"{'more than' if given else 'not'} one of {', '.join(choices)} is given")
    return {attribute: choices[attribute](said[attribute], attribute) for attribute in given}


def _written(attribute: str) -> str:
    return "max" if attribute == "most" else attribute


def _plain(value: object) -> object:
    if isinstance(value, Pool):
        members = {"skus": value.skus, "categories": value.categories, "brands": value.brands}
        pool: dict[str, object] = {known: sorted(ids) for known, ids in members.items() if ids}
        return pool if value.without is None else pool | {"without": _plain(value.without)}
    if isinstance(value, Slot):
        return {"pool": _plain(value.pool), "count": value.count}
    if isinstance(value, Tier):
        return {"count": value.count, "percent": value.percent}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value
