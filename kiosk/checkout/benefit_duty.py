"""What this station owes benefit hosts: written in the commits that cause it, kept until the host confirms.

There are as many duties as reservations without an end: some at most, and those of an outage. So they are one value of
the station's store, and not a table of their own.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiosk.checkout.ports import TillPorts, UnitOfWork
from kiosk.checkout.sale_document import PendingSale
from kiosk.domain.sale import PaymentAttempt
from kiosk.domain.scanned_meaning import CouponSource
from kiosk.domain.tender import TenderKind

DUTIES_KEY = "benefit_duties"


class Act(StrEnum):
    """What is to be done about a reservation."""

    HOLD = "hold"  # a cart has it, or its answer is not known yet
    BURN = "burn"  # its sale was made
    RELEASE = "release"  # nobody has it any more
    REVIEW = "review"  # the host refuses for good: people look at it


@dataclass(frozen=True, slots=True)
class BenefitDuty:
    """One reservation that has no end yet; `since` is ISO 8601, `reason` the host's word when it refused."""

    reservation: str
    kind: str
    act: Act
    sale: str
    since: str
    reason: str = ""


def reservation_of(station: str, service_id: str) -> str:
    """The name of a reservation at its host: a service id is this station's own, the whole is the shop's."""
    return f"{station}.{service_id}"


def is_hosted(till: TillPorts, tender: str) -> bool:
    """Whether a foreign host holds this tender; the shop's own vouchers ("voucher") are nobody else's."""
    return tender.partition(":")[0] in till.hosts and tender != TenderKind.VOUCHER.value


def duties(unit: UnitOfWork) -> dict[str, BenefitDuty]:
    """All of them, oldest first."""
    rows = json.loads(unit.value(DUTIES_KEY) or "[]")
    return {duty.reservation: duty for duty in map(_read, rows)}


def put_duty(unit: UnitOfWork, duty: BenefitDuty) -> None:
    """Add one, or replace it."""
    _write(unit, duties(unit) | {duty.reservation: duty})


def drop_duty(unit: UnitOfWork, reservation: str) -> None:
    """It has its end."""
    _write(unit, {name: duty for name, duty in duties(unit).items() if name != reservation})


def owe_burns(
    unit: UnitOfWork, till: TillPorts, pending: PendingSale, tenders: Iterable[PaymentAttempt], now: datetime
) -> None:
    """In the commit of a sale: what its tenders and coupons reserved is to be burned."""
    owed = {
        reservation_of(till.station, each.service_id): each.tender.partition(":")[0]
        for each in tenders
        if is_hosted(till, each.tender)
    }
    coupons = pending.pricing.coupons if pending.pricing is not None else ()
    owed |= {x.serial: TenderKind.COUPON.value for x in coupons if x.source == CouponSource.HOST and x.serial}
    if not owed:
        return
    known = duties(unit)
    for name, kind in owed.items():
        before = known.get(name) or BenefitDuty(name, kind, Act.HOLD, pending.sale, now.isoformat())
        known[name] = replace(before, act=Act.BURN, sale=pending.sale)
    _write(unit, known)


def _read(row: dict[str, str]) -> BenefitDuty:
    # A later release may know more of a duty: what this one does not understand is for people, and never lost.
    act = Act(row["act"]) if row["act"] in {*Act} else Act.REVIEW
    return BenefitDuty(row["reservation"], row["kind"], act, row["sale"], row["since"], row["reason"])


def _write(unit: UnitOfWork, known: dict[str, BenefitDuty]) -> None:
    unit.put_value(DUTIES_KEY, json.dumps([asdict(duty) for duty in known.values()]))
