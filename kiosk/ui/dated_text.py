"""Codes of the demo whose dates are counted from now, so that what is fresh today is fresh next year too."""

import re
from datetime import datetime, timedelta

_PLACE = re.compile(r"\{(day|time)([+-]\d{1,4})\}")


def dated(text: str, now: datetime) -> str:
    """The text with `{day+2}` as the date in two days (YYMMDD) and `{time-1}` as an hour ago (YYMMDDhhmm).

    Both are what the AIs 17 and 7003 hold; `now` is the shop's local time.
    """

    def written(place: re.Match[str]) -> str:
        count = int(place[2])
        if place[1] == "day":
            return f"{now + timedelta(days=count):%y%m%d}"
        return f"{now + timedelta(hours=count):%y%m%d%H%M}"

    return _PLACE.sub(written, text)
