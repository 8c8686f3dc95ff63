"""Give the shopper a receipt: by link always, on paper when asked; the printer never stops a sale."""

import logging
from dataclasses import replace

from hardware.errors import DeviceRefused
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.receipt_parts import receipt_parts
from kiosk.checkout.session_state import Visit
from kiosk.checkout.sold import Sold
from kiosk.domain.checkout_state import ImpossibleStep
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")


class IssueReceipt:
    """Prints receipts and knows whether the receipt's page is there."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def sold(self, sold: Sold) -> None:
        """A sale is done: offer its receipt, and print by itself where the shop wants that."""
        self._floor.till.fail_point("K7.before")
        rule = self._floor.settings.print_paper
        offline = not self._floor.till.central.online()
        if sold.sale is not None and (rule == "always" or (rule == "offline" and offline)):
            done = self._floor.visit.done
            if done is not None and done.print_state == "offered":
                self.print()
        self._floor.till.fail_point("K7.after")

    def print(self) -> None:
        """Print the receipt of the sale on the done page; a repeat says that it is a copy."""
        floor, visit = self._floor, self._floor.visit
        done, sold, printer = visit.done, visit.sold, floor.till.printer
        if done is None or sold is None or sold.sale is None or printer is None:
            raise ImpossibleStep("there is no receipt to print")
        if floor.state.stage not in AFTER_SALE or done.print_state == "printing":
            raise ImpossibleStep("the receipt is being printed")
        floor.active()
        visit.done = replace(done, print_state="printing")
        sale_id = done.sale_id

        def start(copy: bool) -> None:
            self._print_now(visit, sold, copy)

        def work(unit: UnitOfWork) -> bool:
            # A print that was begun may be on paper, whatever came after: the next one is a copy.
            copy = unit.print_state(sale_id) in ("printing", "printed", "failed")
            unit.put_print_state(sale_id, "printing")
            return copy

        def failed(fault: Exception) -> None:
            log.error("the print state was not kept, so nothing is printed: %s", fault)
            self._show(visit, "failed")

        floor.commit(work, start, failed)

    def page(self) -> str:
        """Whether central has the sale, so that the link shows it: late or ready."""
        sold = self._floor.visit.sold
        ready = sold is not None and sold.sequence > 0 and self._floor.till.central.acknowledged() >= sold.sequence
        return "ready" if ready else "late"

    def _print_now(self, visit: Visit, sold: Sold, copy: bool) -> None:
        floor, printer, sale = self._floor, self._floor.till.printer, sold.sale
        if sale is None or printer is None:
            return
        parts = receipt_parts(
            sale,
            shop=floor.till.catalogue.shop(sale.shop),
            link=visit.done.link if visit.done else "",
            copy=copy,
            attempts=sold.attempts,
            order_number=visit.done.order_number if visit.done else "",
        )
        sale_id = sale.sale_id

        def printed() -> None:
            self._keep(sale_id, "printed", copy)
            self._show(visit, "printed")

        def refused(fault: Exception) -> None:
            log.warning("the receipt was not printed: %s", fault)
            out = isinstance(fault, DeviceRefused)
            self._keep(sale_id, "failed", copy)
            self._show(visit, "out_of_paper" if out else "failed")

        printer.print(parts, lambda: floor.guard(printed), lambda fault: floor.guard(lambda: refused(fault)))

    def _keep(self, sale_id: str, state: str, copy: bool) -> None:
        def work(unit: UnitOfWork) -> None:
            unit.put_print_state(sale_id, state)
            if state == "printed":
                unit.append(EntryKind.RECEIPT_PRINTED.value, {"sale": sale_id, "copy": copy})

        self._floor.commit(work, lambda _: None, lambda fault: log.error("the print state was not kept: %s", fault))

    def _show(self, visit: Visit, state: str) -> None:
        """Tell the shopper whose receipt it is; the next shopper never sees it."""
        if visit.done is not None:
            visit.done = replace(visit.done, print_state=state)
