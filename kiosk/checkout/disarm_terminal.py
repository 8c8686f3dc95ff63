"""Stop a payment at the terminal that nobody waits for any more."""

import logging

from kiosk.checkout.floor import Floor

log = logging.getLogger("baro.till")


def disarm(floor: Floor, service_id: str, tender: str) -> None:
    """Ask the terminal to stop the payment of this name; how it ends is not decided by that."""

    def told(taken: bool) -> None:
        log.info("the terminal was asked to stop %s, which nobody waits for: taken %s", service_id, taken)

    floor.commit(
        lambda unit: unit.next_service_id(),
        lambda name: floor.till.payer(tender).abort(service_id, name, told),
        lambda fault: log.error("no name for an abort: %s", fault),
    )
