"""Moments while this checkout takes no cards: said before the first scan, while shopping, and where to pay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.checkout.snapshot import LaneView, ParkedView, Snapshot
from tests.kiosk.ui.scenes import HEALTHY, NOON, cart_empty, cart_list, cart_scanned, idle

LANES = (
    LaneView("2", staffed=False, place="bags-1", seen_at=NOON - timedelta(minutes=1)),
    LaneView("", staffed=True),
)


def idle_terminal_away() -> Snapshot:
    return replace(idle(), health=replace(HEALTHY, terminal="away", terminal_reason="unreachable"), tenders=())


def idle_terminal_away_lane() -> Snapshot:
    """The next checkout takes cards, a staffed one too, and vouchers pay here."""
    away = replace(idle_terminal_away(), tenders=("voucher",))
    return replace(away, lanes=LANES, health=replace(away.health, terminal_reason="paper_out"))


def idle_parked() -> Snapshot:
    """A cart was sent to a staffed checkout a moment ago."""
    return replace(idle_terminal_away(), parked=ParkedView("301", 7, 17790, NOON + timedelta(minutes=30), shared=True))


def idle_parked_here() -> Snapshot:
    """The same while central is away: only this checkout knows it."""
    parked = ParkedView("301", 7, 17790, NOON + timedelta(minutes=30))
    return replace(idle_terminal_away(), parked=parked)


def cart_terminal_away() -> Snapshot:
    """The terminal went away while the cart was filled."""
    away = replace(HEALTHY, terminal="away", terminal_reason="unreachable")
    return replace(cart_list(), health=away, tenders=(), lanes=LANES)


def cart_now_terminal_away() -> Snapshot:
    return replace(cart_scanned(), health=cart_terminal_away().health, tenders=())


def cart_empty_terminal_away() -> Snapshot:
    return replace(cart_empty(), health=cart_terminal_away().health, tenders=())


def cart_offline_no_card() -> Snapshot:
    health = replace(HEALTHY, online=False, offline_since=NOON, terminal="away")
    return replace(cart_list(), health=health, tenders=())


AWAY_SCENES: dict[str, Callable[[], Snapshot]] = {
    "idle_terminal_away": idle_terminal_away,
    "idle_terminal_away_lane": idle_terminal_away_lane,
    "idle_parked": idle_parked,
    "idle_parked_here": idle_parked_here,
    "cart_offline_no_card": cart_offline_no_card,
    "cart_terminal_away": cart_terminal_away,
    "cart_now_terminal_away": cart_now_terminal_away,
    "cart_empty_terminal_away": cart_empty_terminal_away,
}
