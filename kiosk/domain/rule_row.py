"""A JSON object of a shop's rules, read field by field: each is checked, and one nobody knows is refused."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from kiosk.domain.catalogue import LANGUAGES, LocalText
from kiosk.domain.promotion import Pool

E = TypeVar("E", bound=Enum)
_POOL = ("skus", "categories", "brands")
MOST_NAMES = 10_000


class RuleRowError(ValueError):
    """A rule that cannot be understood: `where` is the field, `why` says what is allowed."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class RuleRow:
    """One object and where it stands; null counts as left out."""

    def __init__(self, value: object, fields: Iterable[str], where: str = "") -> None:
        if not isinstance(value, Mapping):
            raise RuleRowError(where or "rule", "must be an object")
        self._row, self._where = value, where
        allowed = tuple(fields)
        for field in value:
            if field not in allowed:
                # An unknown field could be a condition without which too much would be sold.
                raise RuleRowError(self.place(str(field)), f"no such field; there are {', '.join(allowed)}")

    def place(self, field: str) -> str:
        """The field as a person finds it."""
        return f"{self._where}.{field}" if self._where else field

    def fault(self, field: str, why: str) -> RuleRowError:
        """The error of one field."""
        return RuleRowError(self.place(field), why)

    def has(self, field: str) -> bool:
        """Whether the field is there."""
        return self._row.get(field) is not None

    def raw(self, field: str) -> object:
        """The field as it stands, None when it is left out."""
        return self._row.get(field)

    def text(self, field: str, default: str | None = None, most: int = 200) -> str:
        """A printable text; without a default it must be there."""
        value = self._row.get(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip() or not value.isprintable() or len(value) > most:
            raise self.fault(field, f"must be a printable text of 1 to {most} characters")
        return value

    def words(self, field: str, default: str) -> LocalText:
        """A text in several languages; without it `default` is shown."""
        if not self.has(field):
            return LocalText(default)
        row = RuleRow(self._row[field], LANGUAGES, self.place(field))
        told = {language: row.text(language) for language in LANGUAGES if self._row[field].get(language)}
        if not told:
            raise self.fault(field, "must have words in ko, en, ja or zh")
        return LocalText(**({"ko": next(iter(told.values()))} | told))

    def whole(self, field: str, least: int, most: int) -> int:
        """A whole number that must be there."""
        value = self._row.get(field)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.fault(field, f"must be a whole number from {least} to {most}, not {value!r}")
        return value

    def optional_whole(self, field: str, least: int, most: int) -> int | None:
        """A whole number, or None when it is left out."""
        return self.whole(field, least, most) if self.has(field) else None

    def yes(self, field: str) -> bool:
        """True or false; left out is false."""
        value = self._row.get(field)
        if value is not None and not isinstance(value, bool):
            raise self.fault(field, "must be true or false")
        return bool(value)

    def one_of(self, field: str, kind: type[E], default: E | None = None) -> E:
        """One of the words of `kind`; without a default it must be there."""
        value = self._row.get(field)
        if value is None and default is not None:
            return default
        return self.word(value, kind, field)

    def word(self, value: object, kind: type[E], field: str) -> E:
        """`value` as one of the words of `kind`."""
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(str(one.value) for one in kind)
            raise self.fault(field, f"must be one of {allowed}, not {value!r}") from None

    def items(self, field: str) -> tuple[object, ...]:
        """A list of one or more, or nothing when it is left out."""
        value = self._row.get(field)
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)) or not 0 < len(value) <= MOST_NAMES:
            raise self.fault(field, "must be a list of one or more; leave it out when there are none")
        return tuple(value)

    def names(self, field: str) -> frozenset[str]:
        """A list of texts as a set; left out is empty."""
        found = self.items(field)
        if not all(isinstance(one, str) and one.strip() == one and one for one in found):
            raise self.fault(field, "must be a list of texts without blanks around them")
        return frozenset(str(one) for one in found)

    def instant(self, field: str) -> datetime | None:
        """A moment with its time zone, or None."""
        value = self._row.get(field)
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            raise self.fault(field, f"must be a time such as 2026-11-21T18:00:00+09:00, not {value!r}") from None
        if moment.utcoffset() is None:
            raise self.fault(field, "must say its time zone, such as +09:00")
        return moment

    def day(self, field: str) -> date | None:
        """A day of the calendar, or None."""
        value = self._row.get(field)
        if value is None:
            return None
        try:
            if isinstance(value, str) and len(value) == 10:
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise self.fault(field, f"must be a day such as 2026-11-21, not {value!r}")

    def pool(self, field: str) -> Pool:
        """Which items are meant, named as in a promotion; {} is every item."""
        if not self.has(field):
            raise self.fault(field, "must be an object with skus, categories or brands; {} is every item")
        row = RuleRow(self._row[field], (*_POOL, "without"), self.place(field))
        without = None
        if row.has("without"):
            inner = RuleRow(row.raw("without"), _POOL, row.place("without"))
            without = _named(inner, None)
            if without.everything:
                raise row.fault("without", "must name skus, categories or brands")
        return _named(row, without)


def _named(row: RuleRow, without: Pool | None) -> Pool:
    return Pool(row.names("skus"), row.names("categories"), row.names("brands"), without)


def ordered(row: RuleRow, starts: str = "from", ends: str = "to") -> tuple[datetime | None, datetime | None]:
    """From when and until when a rule is in force."""
    first, last = row.instant(starts), row.instant(ends)
    if first and last and last < first:
        raise row.fault(ends, f"is before {starts}")
    return first, last


def pool_to(pool: Pool) -> dict[str, object]:
    """The JSON object of a pool."""
    row: dict[str, object] = {one: sorted(getattr(pool, one)) for one in _POOL if getattr(pool, one)}
    return row | ({"without": pool_to(pool.without)} if pool.without else {})


def words_to(words: LocalText) -> dict[str, str]:
    """The JSON object of a text in several languages."""
    return {language: getattr(words, language) for language in LANGUAGES if getattr(words, language)}


def without_empty(row: Mapping[str, object]) -> dict[str, object]:
    """The object without the fields that say nothing."""
    return {field: value for field, value in row.items() if value not in (None, "", [], False)}
