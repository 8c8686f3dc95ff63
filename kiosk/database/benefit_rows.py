"""Coupons that this station used up, and how often it applied promotions, in rows of station.db."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.database.tables import coupon_use, promotion_use
from kiosk.domain.pricing_context import Used


def coupon_sale(connection: Connection, coupon: str, serial: str) -> str | None:
    """The sale that used this coupon up on this station, or None."""
    wanted = select(coupon_use.c.sale_id).where(coupon_use.c.coupon == coupon, coupon_use.c.serial == serial)
    return connection.execute(wanted).scalar()


def use_coupon(connection: Connection, coupon: str, serial: str, sale_id: str, at: datetime) -> bool:
    """Note that a sale used this coupon up; answers False when an earlier one did."""
    row = {"coupon": coupon, "serial": serial, "sale_id": sale_id, "at": at.isoformat()}
    return connection.execute(insert(coupon_use).values(row).on_conflict_do_nothing()).rowcount > 0


def note_uses(connection: Connection, sale_id: str, member: str, day: date, uses: Mapping[str, int]) -> None:
    """Note how often a sale applied each promotion."""
    rows = [
        {"promotion": promotion, "member": member, "day": day.isoformat(), "applications": count, "sale_id": sale_id}
        for promotion, count in uses.items()
    ]
    if rows:
        connection.execute(insert(promotion_use), rows)


def promotion_uses(connection: Connection, member: str, day: date) -> dict[str, Used]:
    """How often this station applied each promotion: for the member ever ("" is nobody), and on that day."""
    total = func.sum(promotion_use.c.applications)
    name = promotion_use.c.promotion
    today = dict(
        connection.execute(select(name, total).where(promotion_use.c.day == day.isoformat()).group_by(name)).all()
    )
    mine = (
        dict(connection.execute(select(name, total).where(promotion_use.c.member == member).group_by(name)).all())
        if member
        else {}
    )
    return {each: Used(int(mine.get(each, 0)), int(today.get(each, 0))) for each in {*today, *mine}}
