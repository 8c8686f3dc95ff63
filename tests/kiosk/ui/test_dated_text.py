"""The demo's codes are as fresh, or as old, as their names say, on every day."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bootstrap.code_dictionary import code_dictionary
from kiosk.domain.lot import Lot
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import ItemCode
from kiosk.ui.dated_text import dated
from tests.fakes.demo_shop import DEMO, items

NOW = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("17{day+0}", "17261231"),
        ("17{day+2}10B7", "1726123110B7".replace("261231", "270102")),
        ("{time+1}", "2701010030"),
        ("{time-24}|{day-1}", "2612302330|261230"),
        ("8801234567893", "8801234567893"),
        ("{day}{time+}{day+12345}", "{day}{time+}{day+12345}"),
    ],
)
def test_dates_are_counted_from_now(text: str, written: str) -> None:
    assert dated(text, NOW) == written


@given(st.datetimes(datetime(2026, 1, 1), datetime(2074, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_demos_dated_codes_are_understood_and_as_old_as_they_say(now: datetime) -> None:
    rules = ScanRules(dictionary=code_dictionary())
    hands = json.loads((DEMO / "hands.json").read_text("utf-8"))
    codes = [(words, text) for words, text in hands["items"] if "{day" in text or "{time" in text]
    assert len(codes) >= 3
    for words, text in codes:
        meaning = interpret(dated(text, now), "", rules, today=now.date())
        assert isinstance(meaning, ItemCode), (words, meaning)
        item = next(x for x in items().values() if x.gtin == meaning.gtin)
        assert item.dated_code, words
        lot = Lot(meaning.expires_on, meaning.expires_time)
        assert lot.dated, words
        assert lot.expired(now) is ("expired" in words), words
        assert not lot.expired(now - timedelta(days=3)), words
