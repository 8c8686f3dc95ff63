"""The task to take blocked goods off their shelf: one for an item and day of the shop, kept in the journal."""

import logging

from kiosk.checkout.floor import Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.cart import LineItem
from kiosk.domain.sale_check import Finding
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
REMOVE = "remove_from_shelf"


class ShelfTask:
    """Opens shelf-removal tasks."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def open(self, line: LineItem, finding: Finding) -> None:
        """Note the task, unless it was noted today already, also before a restart."""
        item, today = line.item, self._floor.now().date().isoformat()
        mark = f"shelf_task.{item.sku}"
        body = {
            "task": REMOVE,
            "sku": item.sku,
            "gtin": item.gtin,
            "place": item.place,
            "reason": finding.reason.value,
            "rule": finding.rule,
            "batch": line.lot.batch,
            "expires_on": line.lot.expires_on.isoformat() if line.lot.expires_on else "",
            "day": today,
        }

        def work(unit: UnitOfWork) -> None:
            if unit.value(mark) != today:
                unit.append(EntryKind.TASK_OPENED.value, body)
                unit.put_value(mark, today)

        def failed(fault: Exception) -> None:
            log.error("the task to take %s off its shelf was not kept: %s", item.sku, fault)

        self._floor.commit(work, lambda _: None, failed)
