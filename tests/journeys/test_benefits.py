"""A coupon, a telco card, a gift voucher and a card pay one sale; every ledger tells the same (I-2, I-7, I-13)."""

from typing import Any

from tests.fakes.shop_world import NOODLES, ShopWorld, Step
from tests.journeys.test_card_payments import card

TELCO = "TELCO:123456789012"
PIECES = 14
PHONE = "01012345678"


def shown(text: str) -> Step:
    return {"hand": ["scanner", "send", {"text": text}]}


def begun() -> list[Step]:
    return [
        {"until": {"stage": "idle", "terminal": "ready", "online": True}},
        {"scan": NOODLES},
        {"until": {"pieces": 1}},
        {"do": "set_quantity", "with": ["1", PIECES]},
        {"until": {"pieces": PIECES}},
    ]


def test_benefits_and_several_tenders_in_one_sale(world: ShopWorld) -> None:
    coupon, voucher = world.demo.made_code("coupon"), world.demo.made_code("voucher")
    already = len(world.entries())
    told = world.till(
        [
            *begun(),
            shown(coupon),
            {"until": {"notice": "coupon_ready"}},
            shown(TELCO),
            {"until": {"notice": "partner_applied"}},
            {"do": "pay"},
            {"until": {"stage": "choosing_tender"}},
            shown(voucher),
            {"pause": 1.0},
            {"do": "cash_receipt", "with": ["consumer", PHONE]},
            {"pause": 1.0},
            {"do": "choose_tender", "with": ["card"]},
            {"until": {"stage": "paying"}},
            card(),
            {"until": {"stage": "done"}},
            {"until": {"waiting_uploads": 0, "online": True}},
        ]
    )
    assert told.code == 0, told.errors
    (sale,) = [x.body for x in world.entries()[already:] if x.kind == "sale.completed"]
    used = {row["promotion"]: row["amount"] for row in sale["pricing"]["used"]}
    assert used["P024"] == 2_000
    assert used["P025"] == (sale["gross"] - sum(v for k, v in used.items() if k != "P025")) // 1_000 * 100
    assert sale["total"] == sale["gross"] - sum(used.values())
    paid = {tender["kind"]: tender["amount"] for tender in sale["tenders"]}
    assert paid == {"voucher": 5_000, "card": sale["total"] - 5_000}
    told_receipt = sale["cash_receipt"]
    assert (told_receipt["purpose"], told_receipt["number"], told_receipt["total"]) == ("consumer", PHONE, 5_000)
    central = ("--folder", str(world.demo.central.folder), "--sale", sale["sale"])
    listed: Any = world.demo.ask("central", "sales", *central)
    assert listed[0]["cash_receipt"] == {**told_receipt, "number": "010-••••-5678"}
    assert world.demo.ask("central", "prices", "--folder", str(world.demo.central.folder)) == []
    world.check_station()
    world.check_central()

    again: Any = world.till([*begun(), shown(coupon), {"until": {"notice": "coupon_used"}}, {"do": "start_over"}])
    assert again.code == 0, again.errors
