"""What the elements of a GS1 code mean at a till."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from kiosk.domain.gs1.amounts import currency_of, decimal_of, grams_of, minor_units
from kiosk.domain.gs1.coupon import read_coupon
from kiosk.domain.gs1.dates import resolve_date, resolve_time
from kiosk.domain.gs1.element_string import Element, Message, value_of
from kiosk.domain.money import DECIMALS
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    MemberCode,
    ScannedMeaning,
    UnknownCode,
)

_NO_ITEMS = {
    "00": "a logistic unit, not an item",
    "02": "the content of a logistic unit, not an item",
    "03": "an item that is made to order",
    "8006": "one piece of an item of several pieces",
    "414": "a place, not an item",
    "415": "a payment slip, not an item",
    "417": "a company, not an item",
    "8003": "a returnable asset, not an item",
    "8004": "an asset, not an item",
    "8010": "a component, not an item",
    "8017": "a person who serves, not an item",
}


class _NoMeaning(Exception):
    """What is in the code cannot be used; the message says why."""


def meaning_of(message: Message, *, currency: str, today: date | None) -> ScannedMeaning:
    """The item, coupon or member that elements name; `UnknownCode` with the reason for all others.

    `currency` is the shop's. Without `today` the dates stay unknown, because two digits of a year have no century.
    """
    try:
        if coupon := _coupon(message, currency, today):
            return coupon
        if gtin := value_of(message, "01"):
            return _item(gtin, message, currency, today)
    except _NoMeaning as fault:
        return UnknownCode(str(fault))
    if number := value_of(message, "8018"):
        return MemberCode(number, "gsrn")
    named = next((_NO_ITEMS[one.ai] for one in message if one.ai in _NO_ITEMS), "a GS1 code that names no item")
    return UnknownCode(named)


def _item(gtin: str, message: Message, currency: str, today: date | None) -> ItemCode:
    item = ItemCode(gtin)
    changes: dict[str, object] = {}
    for one in message:
        read = _READERS.get(one.ai) or _READERS.get(one.ai[:3] if len(one.ai) == 4 else "")
        if read is not None:
            changes |= read(one, currency, today)
    item = replace(item, **changes)  # type: ignore[arg-type]  # each reader names fields of ItemCode
    timed = _timed(value_of(message, "7003"), today)
    if timed is not None and (item.expires_on is None or timed[0] <= item.expires_on):
        item = replace(item, expires_on=timed[0], expires_time=timed[1])
    return item


def _dated(field: str) -> Callable[[Element, str, date | None], dict[str, object]]:
    return lambda one, _currency, today: {field: _date(one.value, today)}


def _text(field: str) -> Callable[[Element, str, date | None], dict[str, object]]:
    return lambda one, _currency, _today: {field: one.value}


def _grams(one: Element, _currency: str, _today: date | None) -> dict[str, object]:
    grams = grams_of(one)
    if not grams:
        raise _NoMeaning("the weight inside the code is zero")
    return {"grams": grams}


def _pieces(one: Element, _currency: str, _today: date | None) -> dict[str, object]:
    pieces = int(one.value)
    if not pieces:
        raise _NoMeaning("the number of pieces inside the code is zero")
    return {"pieces": pieces}


def _price(one: Element, currency: str, _today: date | None) -> dict[str, object]:
    price = _amount(one, currency, "price")
    if not price:
        raise _NoMeaning("the price inside the code is zero")
    return {"price": price}


_READERS: dict[str, Callable[[Element, str, date | None], dict[str, object]]] = {
    "10": _text("batch"),
    "11": _dated("made_on"),
    "15": _dated("best_before"),
    "16": _dated("sell_by"),
    "17": _dated("expires_on"),
    "21": _text("serial"),
    "235": _text("serial"),
    "30": _pieces,
    "310": _grams,
    "320": _grams,
    "392": _price,
    "393": _price,
}


def _date(yymmdd: str, today: date | None) -> date | None:
    if today is None:
        return None
    try:
        return resolve_date(yymmdd, today)
    except ValueError as fault:
        raise _NoMeaning("a date inside the code is not in the calendar") from fault


def _timed(value: str, today: date | None) -> tuple[date, time] | None:
    day = _date(value[:6], today) if value else None
    return None if day is None else (day, resolve_time(value[6:]))


def _amount(one: Element, currency: str, what: str) -> int:
    stated = currency_of(one)
    if stated and stated != currency:
        raise _NoMeaning(f"the {what} inside the code is in another currency than the shop's")
    amount = minor_units(decimal_of(one), DECIMALS.get(currency, 2))
    if amount is None:
        raise _NoMeaning(f"the {what} inside the code is finer than the smallest coin of the shop's currency")
    return amount


def _coupon(message: Message, currency: str, today: date | None) -> CouponCode | None:
    if text := value_of(message, "8110"):
        told = read_coupon(text)
        starts, expires = (_date(day, today) if day else None for day in (told.starts, told.expires))
        return CouponCode(text, CouponSource.NORTH_AMERICA, starts_on=starts, expires_on=expires)
    if text := value_of(message, "8112"):
        return CouponCode(text, CouponSource.POSITIVE_OFFER)
    number = value_of(message, "255")
    if not number:
        return None
    amount: int | None = None
    percent: Decimal | None = None
    for one in message:
        if one.ai[:3] in ("390", "391") and len(one.ai) == 4:
            amount = _amount(one, currency, "amount")
        elif one.ai[:3] == "394" and len(one.ai) == 4:
            percent = decimal_of(one)
    points, last = value_of(message, "8111"), value_of(message, "17")
    expires = _date(last, today) if last else None
    return CouponCode(number, CouponSource.GCN, amount, percent, int(points) if points else None, None, expires)
