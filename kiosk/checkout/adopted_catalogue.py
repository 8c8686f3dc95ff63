"""Which catalogue came into use, and which of its rules are not followed: told in the log and the journal."""

import logging

from kiosk.checkout.floor import Floor
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")


def told_catalogue(floor: Floor) -> dict[str, object]:
    """What journal entries say of the catalogue in use: `catalogue_version`, and `refused` where there is any."""
    catalogue = floor.till.catalogue
    told: dict[str, object] = {"catalogue_version": catalogue.head().version}
    refused = catalogue.refused_rules()
    for rule in refused:
        log.warning("%s %s of the catalogue is not followed: %s", rule.kind, rule.rule_id, rule.reason)
    if refused:
        told["refused"] = [{"kind": x.kind, "id": x.rule_id, "reason": x.reason} for x in refused]
    return told


def journal_catalogue(floor: Floor) -> None:
    """Note that another catalogue came into use."""
    floor.journal(EntryKind.CATALOGUE_ADOPTED, told_catalogue(floor))
