"""Reads the options of a device from its settings, and says clearly which one is wrong."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hardware.errors import DeviceMisused

Choice = TypeVar("Choice", bound=StrEnum)
_YES, _NO = ("true", "yes", "1", "on"), ("false", "no", "0", "off")


class DriverOptions:
    """The options given to one driver; each reader raises `DeviceMisused` for a wrong value.

    Values may be of their own type (TOML) or text (environment). `finish` refuses options that
    nobody asked for, naming those there are.
    """

    def __init__(self, driver: str, given: Mapping[str, object]) -> None:
        self._driver = driver
        self._given = dict(given)
        self._known: list[str] = []

    def text(self, key: str, default: str | None = None) -> str:
        """A text; needed when there is no default."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, value, "a text")
        return value

    def secret(self, key: str) -> str:
        """A text that is never repeated in a message; needed."""
        value = self._take(key, None)
        if not isinstance(value, str) or not value:
            raise DeviceMisused(f"The driver {self._driver}: {key} is a text that must not be empty.")
        return value

    def number(self, key: str, default: int | None = None, least: int = 0, most: int = 10**9) -> int:
        """A whole number from `least` to `most`."""
        value = self._take(key, default)
        if isinstance(value, str) and value.strip().isdecimal():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self._wrong(key, value, f"a whole number from {least} to {most}")
        return value

    def seconds(self, key: str, default: float) -> float:
        """A time in seconds greater than 0."""
        value = self._take(key, default)
        try:
            seconds = float(value) if isinstance(value, str | int | float) else 0.0
        except ValueError:
            seconds = 0.0
        if not 0.0 < seconds < 86400.0:
            raise self._wrong(key, value, "a time in seconds greater than 0")
        return seconds

    def automatic(self, key: str, least: float, most: float) -> float | None:
        """A number from `least` to `most`, or None for "auto", which is the default."""
        value = self._take(key, "auto")
        if isinstance(value, str) and value.strip().lower() == "auto":
            return None
        try:
            number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            raise self._wrong(key, value, f'"auto" or a number from {least:g} to {most:g}')
        return number

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._take(key, default)
        if isinstance(value, str) and value.lower() in _YES + _NO:
            return value.lower() in _YES
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true or false")
        return value

    def choice(self, key: str, default: Choice) -> Choice:
        """One of the values of `default`'s enumeration."""
        value = self._take(key, default.value)
        for choice in type(default):
            if isinstance(value, str) and value.lower() == choice.value:
                return choice
        raise self._wrong(key, value, "one of " + ", ".join(type(default)))

    def one_of(self, key: str, default: str, allowed: Sequence[str]) -> str:
        """One of several words, of which some are known only at run time."""
        value = self._take(key, default)
        if isinstance(value, str) and value.lower() in allowed:
            return value.lower()
        raise self._wrong(key, value, "one of " + ", ".join(allowed))

    def says(self, key: str, word: str) -> bool:
        """Whether an option is this word; it is taken only when it is."""
        value = self._given.get(key)
        found = isinstance(value, str) and value.lower() == word
        if found:
            self._take(key, None)
        return found

    def file(self, key: str) -> Path:
        """The path of a file that exists; needed."""
        path = Path(self.text(key))
        if not path.is_file():
            raise self._wrong(key, str(path), "a file that exists")
        return path

    def finish(self) -> None:
        """Refuse what was given and never read."""
        if self._given:
            wrong = ", ".join(sorted(self._given))
            there = ", ".join(self._known) or "none"
            raise DeviceMisused(f"The driver {self._driver} has no option {wrong}; its options are: {there}.")

    def _take(self, key: str, default: object) -> object:
        self._known.append(key)
        value = self._given.pop(key, default)
        if value is None:
            raise DeviceMisused(f"The driver {self._driver} needs the option {key}.")
        return value

    def _wrong(self, key: str, value: object, allowed: str) -> DeviceMisused:
        return DeviceMisused(f"The driver {self._driver}: {key} is {allowed}, not {value!r}.")
