"""What a shop writes beside its catalogue is read, and left out when it is not there."""

from pathlib import Path

import pytest

from kiosk.ui.shop_documents import ShopDocuments
from tests.fakes.demo_shop import DEMO


def test_the_demo_shop_tells_everything() -> None:
    told = ShopDocuments.read(DEMO)
    assert told.categories["kitchen"].name.ko == "주방·커피용품"
    assert told.stories["B21001"].made_in.en == "Icheon"
    assert told.plan.kiosk == (300, 239)
    assert {zone.zone_id for zone in told.plan.zones} >= {"z1", "z4", "checkout"}


def test_a_shop_may_write_nothing(tmp_path: Path) -> None:
    told = ShopDocuments.read(tmp_path)
    assert (told.categories, told.stories, told.plan.zones) == ({}, {}, ())


@pytest.mark.parametrize("text", ["{", "[1]", '[{"id": "a"}]', '[{"id": "a", "name": {"xx": "b"}}]'])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "categories.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"categories\.json: not as expected"):
        ShopDocuments.read(tmp_path)
