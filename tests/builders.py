"""Things of the shop with sensible defaults, so that a test names only what it is about."""

from datetime import datetime, timedelta, timezone

from hardware.ports.scale import ScaleState, WeightReading
from hardware.ports.scanner import CodeRead
from kiosk.domain.catalogue import CatalogueItem, LocalText, Shop, SoldBy, StaffMember, StockCount
from kiosk.domain.promotion import NPlusM, Pool

SEOUL = timezone(timedelta(hours=9))
GS = "\x1d"
MORNING = datetime(2026, 11, 21, 10, 0, tzinfo=SEOUL)


def with_check_digit(body: str) -> str:
    """A GTIN from its digits without the last one (GS1 General Specifications 7.9.1)."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


def gtin(number: int) -> str:
    """The EAN-13 of the test shop's item `number`."""
    return with_check_digit(f"880{number:09d}")


def item(number: int, name: str = "", price: int = 1000, **more: object) -> CatalogueItem:
    """A counted item with its own EAN-13."""
    fields: dict[str, object] = {
        "sku": f"S{number}",
        "gtin": gtin(number).zfill(14),
        "name": LocalText(name or f"상품 {number}", name or f"Item {number}"),
        "unit_price": price,
        **more,
    }
    return CatalogueItem(**fields)  # type: ignore[arg-type]


def produce(number: int, name: str, price: int) -> CatalogueItem:
    """A weighed item with a PLU and no code."""
    return item(number, name, price, gtin="", plu=f"{number:05d}", sold_by=SoldBy.KG, tax="exempt")


def shop(shop_id: str, **more: object) -> Shop:
    """A building."""
    return Shop(shop_id, LocalText(f"{shop_id}점"), LocalText("서울"), **more)  # type: ignore[arg-type]


def stock(shop_id: str, on_hand: int, minutes: int = 5) -> StockCount:
    """A count that is some minutes old."""
    return StockCount(shop_id, on_hand, MORNING - timedelta(minutes=minutes))


def staff(person_id: str, role: str, pin: str) -> StaffMember:
    """A member of staff whose check value the fake check understands."""
    return StaffMember(person_id, f"직원 {person_id}", role, f"check-of-{pin}")


def one_plus_one(sku: str) -> NPlusM:
    """1+1 on one item."""
    return NPlusM(
        promotion_id=f"1+1-{sku}", name=LocalText("1+1 행사", "1+1"), pool=Pool(skus=frozenset({sku})), buy=1, free=1
    )


def read(
    code: str, at: float = 0, symbology: str = "EAN-13", device: str = "hand", *, gs1: bool = False, showing: int = 0
) -> CodeRead:
    """What a scanner reports."""
    return CodeRead(code, symbology, device, at, gs1, showing)


def elements(gtin14: str, **more: str) -> str:
    """A GS1 element string: `ai17="261130"` and so on, each of variable length ended by the separator."""
    fixed = {"11", "13", "15", "16", "17", *(f"310{n}" for n in range(6))}
    text = f"01{gtin14}"
    for name, value in more.items():
        ai = name.removeprefix("ai")
        text += f"{ai}{value}" + ("" if ai in fixed else GS)
    return text.removesuffix(GS)


def weight(grams: int, state: ScaleState = ScaleState.STABLE, at: float = 0) -> WeightReading:
    """What a scale reports."""
    return WeightReading(state, grams, "scale", at)
