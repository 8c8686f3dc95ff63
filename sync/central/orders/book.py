"""The order book: one row for each order of a sale, and what happens to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.central.tables import AddressRow, OrderEventRow, OrderRow
from sync.wire.sale import KeptOrderDocument, OrderDocument, SaleDocument

KEPT_FOR = timedelta(hours=24)


class AddressFault(ValueError):
    """One field of the address form is not usable; `field` names it, `fault` is the word for its message."""

    def __init__(self, field: str, fault: str) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault = fault


class AddressNotWanted(ValueError):
    """The order already has its address, or needs none."""


@dataclass(frozen=True, slots=True)
class Address:
    """Who receives a shipment and where."""

    name: str
    phone: str
    address: str


def put_orders(session: Session, source: SaleDocument | KeptOrderDocument, *, shop: str) -> None:
    """Write the orders of a sale or of a kept cart; the key refuses a second one of the same number."""
    at = source.completed_at if isinstance(source, SaleDocument) else source.kept_at
    for order in source.orders:
        state = _first_state(order)
        session.add(
            OrderRow(
                station=source.station,
                sale=source.sale,
                order=order.order,
                shop=shop,
                kind=order.kind,
                pickup_shop=order.pickup_shop,
                state=state,
                paid=order.paid,
                fee=order.fee,
                total=order.total,
                currency=source.currency,
                link_token=source.link_token,
                created_at=at,
                ends_at=None if order.paid else at + KEPT_FOR,
                document=order.model_dump(mode="json"),
            )
        )
        session.flush()
        _note(session, source.station, source.sale, order.order, state, at)


def _first_state(order: OrderDocument) -> str:
    if not order.paid:
        return "kept"
    return "needs_address" if order.kind == "ship" else "confirmed"


def end_kept_orders(session: Session, *, now: datetime) -> int:
    """End orders that nobody paid within a day; answers how many."""
    late = select(OrderRow).where(OrderRow.state == "kept", OrderRow.ends_at <= now).with_for_update()
    rows = session.scalars(late).all()
    for row in rows:
        row.state = "ended"
        _note(session, row.station, row.sale, row.order, "ended", now)
    return len(rows)


def orders_of_link(session: Session, link_token: str) -> list[OrderRow]:
    """The orders that a receipt link shows."""
    rows = select(OrderRow).where(OrderRow.link_token == link_token).order_by(OrderRow.order)
    return list(session.scalars(rows))


def give_address(session: Session, link_token: str, address: Address, *, now: datetime) -> None:
    """Confirm every shipment of the link that waits for its address; once only.

    Raises `AddressNotWanted` when none waits.
    """
    waiting = select(OrderRow).where(OrderRow.link_token == link_token, OrderRow.state == "needs_address")
    rows = session.scalars(waiting.with_for_update()).all()
    if not rows:
        raise AddressNotWanted(link_token)
    for row in rows:
        row.state = "confirmed"
        key = {"station": row.station, "sale": row.sale, "order": row.order}
        session.add(AddressRow(**key, name=address.name, phone=address.phone, address=address.address, given_at=now))
        _note(session, row.station, row.sale, row.order, "confirmed", now)


def address_from(name: str, phone: str, address: str) -> Address:
    """The address as typed into the form, tidied; raises `AddressFault` for the first field that cannot be used."""
    name, address = " ".join(name.split()), " ".join(address.split())
    digits = "".join(letter for letter in phone if letter.isdigit() and letter.isascii())
    if not name:
        raise AddressFault("name", "missing")
    if len(name) > 60:
        raise AddressFault("name", "long")
    if not 9 <= len(digits) <= 15:
        raise AddressFault("phone", "missing" if not digits else "wrong")
    if len(address) < 8:
        raise AddressFault("address", "missing" if not address else "short")
    if len(address) > 300:
        raise AddressFault("address", "long")
    if any(not letter.isprintable() for letter in name + address):
        raise AddressFault("address", "wrong")
    return Address(name, digits, address)


def _note(session: Session, station: str, sale: str, order: str, state: str, at: datetime) -> None:
    session.add(OrderEventRow(station=station, sale=sale, order=order, state=state, at=at))
