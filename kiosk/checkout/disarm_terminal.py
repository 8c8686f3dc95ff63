"""Stop a request at the terminal that nobody waits for any more."""

import logging

from kiosk.checkout.floor import Floor

log = logging.getLogger("baro.till")


def disarm(floor: Floor, service_id: str, tender: str) -> None:
    """Ask whoever takes this tender to stop the request of this name; how it ends is not decided by that (rule 3)."""

    def told(taken: bool) -> None:
        log.info("asked to stop %s: taken %s", service_id, taken)

    floor.commit(
        lambda unit: unit.next_service_id(),
        lambda name: floor.till.payer(tender).abort(service_id, name, floor.guarded1(told)),
        lambda fault: log.error("no name for an abort: %s", fault),
    )
