"""The rules of the endless aisle for one station: its catalogue, clock, staff on duty and the age of its lists."""

from datetime import datetime

from kiosk.aisle.item_rules import ItemRules
from kiosk.bootstrap.real_ports import ShopClock
from kiosk.bootstrap.station import Station
from kiosk.settings import Settings


def aisle_rules(settings: Settings, clock: ShopClock, station: Station) -> ItemRules:
    """Made once for the till's orders and once for the pages."""

    def list_as_of() -> datetime | None:
        return clock.now() if station.central.online() else station.central.offline_since()

    shop = station.identity.shop
    return ItemRules(station.catalogue, clock, shop, attended=settings.till.attended, list_as_of=list_as_of)
