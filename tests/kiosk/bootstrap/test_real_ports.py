"""Time, names and randomness as a running kiosk gets them."""

import time
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.bootstrap.real_ports import NoCentral, RandomNames, ShopClock


def test_the_clock_is_aware_and_in_the_shops_zone() -> None:
    now = ShopClock("Asia/Seoul").now()
    assert now.utcoffset() == timedelta(hours=9)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)
    assert ShopClock("Europe/Paris").now().tzinfo is not None


def test_monotonic_time_only_grows() -> None:
    clock = ShopClock("Asia/Seoul")
    read = [clock.monotonic() for _ in range(1000)]
    assert read == sorted(read)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(KeyError):
        ShopClock("Asia/Nowhere")


def test_names_are_uuids_of_version_7_and_time_order() -> None:
    """RFC 9562, 5.7: 48 bits of milliseconds, then version 7 and variant 2."""
    names = RandomNames()
    made = []
    for _ in range(3):
        made.append(names.new_id())
        time.sleep(0.003)
    parsed = [uuid.UUID(name) for name in made]
    assert [one.version for one in parsed] == [7, 7, 7]
    assert all(one.variant == uuid.RFC_4122 for one in parsed)
    assert made == sorted(made)
    stamp = int.from_bytes(parsed[0].bytes[:6], "big") / 1000
    assert abs(stamp - time.time()) < 5


def test_names_and_tokens_never_repeat() -> None:
    names = RandomNames()
    assert len({names.new_id() for _ in range(10_000)}) == 10_000
    tokens = {names.link_token() for _ in range(10_000)}
    assert len(tokens) == 10_000
    assert {len(token) for token in tokens} == {24}, "144 bits (T-17 asks for 128)"
    assert set("".join(tokens)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_a_station_on_its_own_never_pretends_to_be_online() -> None:
    since = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    alone = NoCentral(since)
    alone.wake()
    assert (alone.online(), alone.offline_since(), alone.acknowledged()) == (False, since, 0)
