"""The demo purchase on the real window: what is shown is what is printed, written down and at central (I-7)."""

import json
import re
from pathlib import Path
from typing import Any

import numpy
import pytest
from PIL import Image

from kiosk.commands.demo_world import DEMO
from kiosk.commands.proof import prove
from tests.fakes.shop_world import ShopWorld

JOURNEY = DEMO / "journey.json"
LANDSCAPE = {"BARO_PANEL__WIDTH": "1920", "BARO_PANEL__HEIGHT": "1080", "BARO_PANEL__DIAGONAL_INCH": "24"}
ENGLISH = {"BARO_STATION__LANGUAGE": "en"}


def expected_total() -> int:
    """1+1 milk for one, 842 g of apples, noodles, a lunch box by its QR, the dripper set and its shipping."""
    milk, noodles, lunch_box, dripper, shipping = 1700, 1500, 4900, 38_000, 3000
    apples = round(6900 * 842 / 1000)
    return milk + apples + noodles + lunch_box + dripper + shipping


def script(language: str) -> list[dict[str, Any]]:
    """The demo's own journey and one picture more; a shopper who reads English sees and types English."""
    steps: list[dict[str, Any]] = [*json.loads(JOURNEY.read_text("utf-8")), {"picture": "idle-again"}]
    if language == "ko":
        return steps
    told = json.dumps(steps, ensure_ascii=False).replace("통통 바나나우유", "Banana Milk")
    return [{**step, "rest": 0.5, **({"keys": list("dripper")} if "keys" in step else {})} for step in json.loads(told)]


def pixels(path: Path) -> numpy.ndarray[Any, Any]:
    with Image.open(path) as picture:
        return numpy.asarray(picture.convert("RGB"))


def play(
    world: ShopWorld, out: Path, language: str, environment: dict[str, str], size: tuple[int, int]
) -> dict[str, dict[str, Any]]:
    """The reports of the demo journey by their names, the pictures checked."""
    steps = script(language)
    played = world.journey(steps, out, environment=environment)
    assert played.code == 0, played.errors
    reports: list[dict[str, Any]] = played.says
    assert [report["name"] for report in reports] == [step["picture"] for step in steps if "picture" in step]
    pictures = [pixels(out / report["picture"]) for report in reports]
    assert {picture.shape[1::-1] for picture in pictures} == {size}
    for number, one in enumerate(pictures[:-1]):
        assert one.std() > 5, f"{reports[number]['name']} shows nothing"
        for other in pictures[:number]:
            assert not numpy.array_equal(one, other), f"{reports[number]['name']} looks like an earlier one"
    return {report["name"]: report for report in reports}


def spoken(reports: dict[str, dict[str, Any]], name: str) -> str:
    return "\n".join(reports[name]["names"])


def without_time(names: list[str]) -> list[str]:
    return [name for name in names if not re.search(r"\d:\d\d", name)]


@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("ko", (1080, 1920)),
        ("en", (1920, 1080)),
        pytest.param("en", (1080, 1920), marks=pytest.mark.long),
        pytest.param("ko", (1920, 1080), marks=pytest.mark.long),
    ],
)
def test_the_demo_purchase(world: ShopWorld, tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    environment = {**(ENGLISH if language == "en" else {}), **(LANDSCAPE if size == (1920, 1080) else {})}
    world.till(
        [{"until": {"stage": ["idle", "done"]}}, {"do": "begin"}, {"do": "start_over"}, {"until": {"stage": "idle"}}]
    )
    sales = {str(sale["sale"]) for sale in world.sales()}
    reports = play(world, tmp_path, language, environment, size)
    total = expected_total()

    korean = language == "ko"
    assert ("통통 바나나우유" if korean else "Banana Milk") in spoken(reports, "one-plus-one")
    assert ("청송 사과" if korean else "Cheongsong apples") in spoken(reports, "weighed")
    assert ("백자 드리퍼 세트" if korean else "White Porcelain Dripper Set") in spoken(reports, "product")
    wanted = "포장의 QR 코드를 비춰 주세요" if korean else "Show the QR code on the pack"
    assert wanted in spoken(reports, "qr-wanted"), "its EAN alone sells no fresh food"
    for name in ("tender", "terminal", "done"):
        assert str(total) in spoken(reports, name).replace(",", ""), f"the total is named in {name}"
    assert reports["done"]["total"] == total
    left = without_time(reports["idle-again"]["names"])
    assert left == without_time(reports["idle"]["names"]), "I-15: nothing of this shopper is left"

    new = [sale for sale in world.sales() if sale["sale"] not in sales]
    assert [sale["total"] for sale in new] == [total], "exactly this sale"
    dated = [line for line in new[0]["lines"] if line["expires_time"]]
    assert [(line["sku"], line["batch"]) for line in dated] == [("B04008", "B7")], "its date is in the books"
    assert sorted(order["kind"] for order in new[0]["orders"]) == ["ship"]
    proof = prove(world.demo, tmp_path)
    assert proof["same"] is True, proof
    assert proof["screen"] == proof["receipt"] == proof["journal"] == proof["central"] == total
    world.check_station()

    at_central = world.wait_for_central()
    assert set(at_central) - sales == {new[0]["sale"]}
    told = at_central[new[0]["sale"]][0]
    assert [tender["amount"] for tender in told["tenders"]] == [total]
    assert told["tenders"][0]["attempt_state"] == "approved"
    assert [order["kind"] for order in told["orders"]] == ["ship"]
    assert all(order["paid"] for order in told["orders"])
    world.check_central()
