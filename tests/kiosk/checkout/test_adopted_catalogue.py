"""The journal says which catalogue came into use and which of its rules are not followed."""

import pytest

from kiosk.domain.refused_rule import RefusedRule
from tests.fakes.lane import MILK, Lane

GIFT = RefusedRule("promotion", "P7", "unknown items GONE")


def test_a_new_catalogue_is_journalled_with_the_rules_that_are_not_followed(
    lane: Lane, caplog: pytest.LogCaptureFixture
) -> None:
    assert lane.store.bodies("station.started") == [{"catalogue_version": 7}]
    lane.catalogue.version = 8
    lane.do("catalogue_changed")
    lane.catalogue.version, lane.catalogue.refused = 9, (GIFT,)
    lane.scan(MILK)
    lane.do("catalogue_changed")
    assert lane.store.bodies("catalogue.adopted") == [
        {"catalogue_version": 8},
        {"catalogue_version": 9, "refused": [{"kind": "promotion", "id": "P7", "reason": "unknown items GONE"}]},
    ]
    assert lane.seen.health.refused_rules == ("P7",)
    assert "promotion P7 of the catalogue is not followed: unknown items GONE" in caplog.text


def test_a_till_that_starts_with_such_a_catalogue_says_so_too() -> None:
    lane = Lane()
    lane.catalogue.refused = (GIFT,)
    lane.boot()
    (body,) = lane.store.bodies("station.started")
    assert body["refused"] == [{"kind": "promotion", "id": "P7", "reason": "unknown items GONE"}]
