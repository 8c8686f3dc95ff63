"""What stations say of themselves, and carts that wait for a staffed checkout: each is taken up once."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from sync.central.lane_tables import LaneRow, ParkedCartRow
from sync.central.problems import Refused
from sync.wire.lane import CartTakenDocument, LaneDocument, LaneReport, LanesAnswer, ParkedCartDocument

FRESH = timedelta(minutes=5)
KEPT = timedelta(days=2)


def report_lane(
    session: Session, report: LaneReport, *, station: str, shop: str, lane: str, now: datetime
) -> LanesAnswer:
    """Note what a station says of itself; answers the other stations of its shop that were heard of lately."""
    values = {"shop": shop, "lane": lane, "takes_cards": report.takes_cards, "is_open": report.open, "seen_at": now}
    statement = insert(LaneRow).values(station=station, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["station"], set_=values))
    others = select(LaneRow).where(LaneRow.shop == shop, LaneRow.station != station, LaneRow.seen_at > now - FRESH)
    return LanesAnswer(
        lanes=tuple(
            LaneDocument(
                station=row.station,
                lane=row.lane,
                takes_cards=row.takes_cards,
                open=row.is_open,
                seconds=max(0.0, (now - row.seen_at).total_seconds()),
            )
            for row in session.scalars(others.order_by(LaneRow.station))
        )
    )


def put_parked(session: Session, cart: ParkedCartDocument, *, shop: str, station: str, sequence: int) -> None:
    """Write a parked cart down; a repeated entry changes nothing."""
    session.execute(
        insert(ParkedCartRow)
        .values(
            station=station,
            sequence=sequence,
            shop=shop,
            number=cart.number,
            until=cart.until,
            taken_by="",
            taken_at=None,
            document=cart.model_dump(mode="json"),
        )
        .on_conflict_do_nothing()
    )


def put_taken(session: Session, taken: CartTakenDocument, *, shop: str, at: datetime) -> None:
    """A station took up a cart by itself: it waits no longer."""
    rows = select(ParkedCartRow).where(
        ParkedCartRow.shop == shop,
        ParkedCartRow.number == taken.number,
        ParkedCartRow.station == taken.parked_by,
        ParkedCartRow.taken_at.is_(None),
    )
    for row in session.scalars(rows.with_for_update()):
        if datetime.fromisoformat(row.document["at"]) == taken.parked_at:
            row.taken_by, row.taken_at = taken.station, at


def take_parked(session: Session, number: str, *, shop: str, station: str, now: datetime) -> ParkedCartDocument:
    """Give the newest waiting cart of this number to a station, once; asking again within the hour repeats it.

    Raises `Refused`: 404 when none waits under the number, 409 when another checkout has taken it up.
    """
    wanted = select(ParkedCartRow).where(
        ParkedCartRow.shop == shop, ParkedCartRow.number == number, ParkedCartRow.until > now
    )
    row = session.scalars(wanted.order_by(ParkedCartRow.until.desc()).limit(1).with_for_update()).one_or_none()
    if row is None:
        raise Refused(404, "no such cart", f"no cart waits under {number}: it was never here, or its time is over")
    if row.taken_at is not None and row.taken_by != station:
        raise Refused(409, "taken already", f"cart {number} was taken up by {row.taken_by}")
    if row.taken_at is None:
        row.taken_by, row.taken_at = station, now
    return ParkedCartDocument.model_validate(row.document)


def waiting_carts(session: Session, *, now: datetime, most: int = 100) -> list[ParkedCartDocument]:
    """Carts that wait now, the newest first: what a staffed checkout reads."""
    wanted = select(ParkedCartRow).where(ParkedCartRow.taken_at.is_(None), ParkedCartRow.until > now)
    rows = session.scalars(wanted.order_by(ParkedCartRow.until.desc()).limit(most))
    return [ParkedCartDocument.model_validate(row.document) for row in rows]


def forget_old_carts(session: Session, *, now: datetime) -> None:
    """What a shopper left behind is not kept longer than it is of use."""
    session.execute(delete(ParkedCartRow).where(ParkedCartRow.until < now - KEPT))
