"""The fields of a price case, one reader each: a value of the domain, or where it is wrong and what it may hold."""

from datetime import date, datetime
from typing import NoReturn

from kiosk.domain.catalogue import LANGUAGES, LocalText
from kiosk.domain.promotion_fields import MOST_MONEY, PromotionError, text, told, whole
from kiosk.domain.tax import TaxError, rate_parts

__all__ = ["MOST_MONEY", "CaseError", "PromotionError", "text", "told", "whole"]


class CaseError(ValueError):
    """A case that cannot be priced: `where` is the path of the field, such as cart[0].quantity; `why` says why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def refuse(where: str, must: str, value: object) -> NoReturn:
    """Raise `CaseError` with what is allowed and what was there."""
    if value is None:
        raise CaseError(where, f"is missing: {must}")
    shown = repr(value)
    raise CaseError(where, f"{must}, not {shown if len(shown) <= 60 else shown[:60] + '…'}")


def money(value: object, where: str) -> int:
    """An amount in minor units, nothing or more."""
    return whole(value, where, 0, MOST_MONEY)


def word(value: object, where: str, otherwise: str = "") -> str:
    """An id that may be left out or empty."""
    return otherwise if value is None or value == "" else text(value, where)


def rows(value: object, where: str) -> list[object]:
    """A list; none when left out."""
    if value is None:
        return []
    if not isinstance(value, list):
        refuse(where, "must be a list", value)
    return value


def names(value: object, where: str) -> frozenset[str]:
    """Ids in a list, which may be empty."""
    return frozenset(text(inner, f"{where}[{place}]") for place, inner in enumerate(rows(value, where)))


def yes_or_no(value: object, where: str, *, otherwise: bool) -> bool:
    """True or false."""
    if value is None:
        return otherwise
    if not isinstance(value, bool):
        refuse(where, "must be true or false", value)
    return value


def moment(value: object, where: str) -> datetime:
    """A time with its zone: its own clock is the shop's."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        refuse(where, "must be a time such as 2026-11-21T18:12:00+09:00", value)
    if found.utcoffset() is None:
        raise CaseError(where, "must say its time zone, such as +09:00: promotions are live by the shop's clock")
    return found


def day(value: object, where: str) -> date | None:
    """A day, or None when left out."""
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError:
        pass
    refuse(where, "must be a day such as 2026-11-21", value)


def rate(value: object, where: str) -> str:
    """A percentage as decimal text; a number is taken for its digits."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        refuse(where, 'must be a percentage as text such as "10" or "7.5"', value)
    try:
        rate_parts(value)
    except TaxError as error:
        raise CaseError(where, str(error)) from None
    return value


def local_text(value: object, otherwise: str) -> LocalText:
    """What an item is called: a text, or an object of languages; anything else is no name and passed over."""
    if isinstance(value, str) and value:
        return LocalText(value)
    if isinstance(value, dict):
        words = {language: str(value[language]) for language in LANGUAGES if value.get(language)}
        if words:
            return LocalText(**({"ko": next(iter(words.values()))} | words))
    return LocalText(otherwise)
