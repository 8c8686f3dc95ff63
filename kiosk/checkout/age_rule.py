"""Who is old enough: the birth date that staff look for on an identity card."""

from datetime import date


def born_before(age: int, today: date) -> date:
    """The latest date of birth that is old enough for `age` on `today`.

    Korea's Youth Protection Act (article 2.1) counts by the year: whoever reaches the age in this year is old
    enough from the first of January on.
    """
    return date(today.year - age, 12, 31)
