"""The open cart as text, so that a crash does not lose it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time

from kiosk.checkout.ports import Catalogue
from kiosk.domain.cart import Cart, CartError, LineItem, PriceOverride
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.fulfilment import Fulfilment, FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.scanned_meaning import CouponSource


@dataclass(frozen=True, slots=True)
class CartText:
    """What the stored text says besides its lines."""

    sale_id: str
    started_at: datetime
    pieces: int


class CartDocumentError(ValueError):
    """The stored cart cannot be read; the message says why."""


def write_cart(cart: Cart, sale_id: str, started_at: datetime) -> str:
    """The cart as JSON: what was taken, and item prices that may not rise.

    Numbers of members and partners' cards are personal and not written.
    """
    return json.dumps(
        {
            "version": 1,
            "sale": sale_id,
            "started_at": started_at.isoformat(),
            "pieces": cart.pieces,
            "coupons": [_write_coupon(coupon) for coupon in cart.coupons],
            "lines": [_write_line(line) for line in cart.lines],
        },
        ensure_ascii=False,
    )


def read_heading(text: str) -> CartText:
    """Whose cart it is and how much is in it; raises `CartDocumentError`."""
    written = _load(text)
    try:
        started = datetime.fromisoformat(str(written["started_at"]))
        return CartText(str(written["sale"]), started, int(str(written["pieces"])))
    except (KeyError, ValueError) as fault:
        raise CartDocumentError(f"the kept cart is not understood: {fault}") from None


def read_cart(text: str, catalogue: Catalogue) -> Cart:
    """The cart with the items as the catalogue has them now; rows the shop no longer sells are left out."""
    written = _load(text)
    cart = Cart(catalogue.head().currency)
    rows = written.get("lines")
    if not isinstance(rows, list):
        raise CartDocumentError("the kept cart has no lines")
    for row in rows:
        try:
            item = catalogue.by_sku(row["sku"])
            if item is None or item.blocked:
                continue
            item = _not_dearer(item, row)
            cart.add(
                item,
                quantity=row["quantity"],
                grams=row["grams"],
                fixed_price=row["fixed_price"],
                fulfilment=Fulfilment(FulfilmentKind(row["fulfilment"]), row["shop"]),
                lot=_read_lot(row),
                serials=tuple(str(serial) for serial in row.get("serials", ())),
                cleared=frozenset(str(name) for name in row.get("cleared", ())),
                cleared_by=str(row.get("cleared_by", "")),
                override=_read_override(row.get("override")),
            )
        except (KeyError, TypeError, ValueError) as fault:
            if isinstance(fault, CartError):
                continue
            raise CartDocumentError(f"a line of the kept cart is not understood: {fault}") from None
    for coupon in _read_coupons(written.get("coupons", [])):
        cart.present(coupon)
    return cart


def _write_line(line: LineItem) -> dict[str, object]:
    lot = line.lot
    return {
        "sku": line.item.sku,
        "unit_price": line.item.unit_price,
        "member_price": line.item.member_price,
        "quantity": line.quantity,
        "grams": line.grams,
        "fixed_price": line.fixed_price,
        "fulfilment": line.fulfilment.kind.value,
        "shop": line.fulfilment.shop,
        "expires_on": lot.expires_on.isoformat() if lot.expires_on else None,
        "expires_time": lot.expires_time.isoformat() if lot.expires_time else None,
        "sell_by": lot.sell_by.isoformat() if lot.sell_by else None,
        "best_before": lot.best_before.isoformat() if lot.best_before else None,
        "batch": lot.batch,
        "serials": line.serials,
        "made_on": lot.made_on.isoformat() if lot.made_on else None,
        "cleared": sorted(line.cleared),
        "cleared_by": line.cleared_by,
        "override": asdict(line.override) if line.override else None,
    }


def _read_lot(row: Mapping[str, str | None]) -> Lot:
    # Rows that were kept before packs had lots have none of these keys.
    def day(name: str) -> date | None:
        written = row.get(name)
        return date.fromisoformat(written) if written else None

    moment = row.get("expires_time")
    until = time.fromisoformat(moment) if moment else None
    dates = (day("expires_on"), until, day("sell_by"), day("best_before"))
    return Lot(*dates, row.get("batch") or "", day("made_on"))


def _write_coupon(coupon: PresentedCoupon) -> dict[str, object]:
    until = coupon.expires_on.isoformat() if coupon.expires_on else None
    return {**asdict(coupon), "source": coupon.source.value, "expires_on": until}


def _read_coupons(rows: object) -> list[PresentedCoupon]:
    try:
        return [
            PresentedCoupon(
                str(row["coupon"]),
                CouponSource(row["source"]),
                str(row["serial"]),
                date.fromisoformat(row["expires_on"]) if row["expires_on"] else None,
                str(row["value"]),
            )
            for row in rows  # type: ignore[attr-defined]  # any other shape ends in the same fault
        ]
    except (KeyError, TypeError, ValueError) as fault:
        raise CartDocumentError(f"a coupon of the kept cart is not understood: {fault}") from None


def _not_dearer(item: CatalogueItem, row: Mapping[str, int | None]) -> CatalogueItem:
    """The item at the price that the shopper saw, when the catalogue asks for more by now."""
    kept, member = row.get("unit_price"), row.get("member_price")
    if kept is not None and kept < item.unit_price:
        item = replace(item, unit_price=kept)
    if member is not None and (item.member_price is None or member < item.member_price):
        item = replace(item, member_price=member)
    return item


def _read_override(row: Mapping[str, str | int] | None) -> PriceOverride | None:
    return PriceOverride(int(row["unit_price"]), str(row["reason"]), str(row["person"])) if row else None


def _load(text: str) -> dict[str, object]:
    try:
        written = json.loads(text)
    except ValueError as fault:
        raise CartDocumentError(f"the kept cart is not JSON: {fault}") from None
    if not isinstance(written, dict) or written.get("version") != 1:
        raise CartDocumentError("the kept cart is of an unknown version")
    return written
