"""How a nexo terminal is found and trusted: address, names, keys, certificate, deadlines."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from hardware.codecs.nexo_envelope import NexoKey
from hardware.drivers import nexo_mark
from hardware.errors import DeviceMisused
from hardware.transports.tls_http import split_address

_CERTIFICATE_NAME = re.compile(
    r"(?:(?P<poi_id>[A-Za-z0-9+_]+-[0-9A-Za-z]+)|legacy-terminal-certificate)\.(?:test|live)\.terminal\.adyen\.com"
)
MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class NexoSettings:
    """How to find and trust one terminal; raises `DeviceMisused` that names the wrong setting.

    `address` is host or host:port (8443), `poi_id` the terminal's model-serial, `sale_id` this
    register's name. Messages are sealed with the key of `passphrase`, `key_identifier` and
    `key_version`; answers under one of `previous_keys` are believed too, while keys change.
    Timeouts are seconds; a payment's must be longer than the 120 s after which the terminal gives up.
    `most_months` is the longest instalment plan of the merchant's contract, 0 for none. `prints_receipts` says that
    the receipts come out of the terminal's own printer, which then must have paper.
    """

    address: str
    poi_id: str
    sale_id: str
    passphrase: str = field(repr=False)
    key_identifier: str
    key_version: int
    root_certificate: Path
    previous_keys: tuple[NexoKey, ...] = ()
    connect_timeout: float = 3.0
    payment_timeout: float = 150.0
    status_timeout: float = 20.0
    most_months: int = 12
    prints_receipts: bool = False

    def __post_init__(self) -> None:
        split_address(self.address, 8443)
        if not nexo_mark.POI_ID.fullmatch(self.poi_id):
            raise DeviceMisused(f"poi_id is the terminal's model-serial, like V400m-324688179, not {self.poi_id!r}.")
        if not nexo_mark.is_sale_id(self.sale_id):
            most = nexo_mark.MOST_SIGNS
            raise DeviceMisused(f"sale_id names this register at the terminal: 1 to {most} printable signs.")
        references = [(key.identifier, key.version) for key in self.keys()]
        if len(set(references)) != len(references):
            raise DeviceMisused("Each terminal key needs its own key_identifier and key_version.")
        if min(self.connect_timeout, self.payment_timeout, self.status_timeout) <= 0:
            raise DeviceMisused("Timeouts of the terminal are seconds greater than 0.")
        if not (self.most_months == 0 or 2 <= self.most_months <= MOST_MONTHS):
            raise DeviceMisused(f"most_months is 0 for no instalments, or 2 to {MOST_MONTHS}, not {self.most_months}.")

    def keys(self) -> tuple[NexoKey, ...]:
        """The key to send with, then those that are still believed."""
        return (NexoKey(self.key_identifier, self.key_version, self.passphrase), *self.previous_keys)


def certificate_complaint(common_name: str, poi_id: str) -> str:
    """Say what is wrong with the name in a terminal's certificate, or "" when it is the terminal `poi_id`."""
    match = _CERTIFICATE_NAME.fullmatch(common_name)
    if match is None:
        return f"The certificate is not that of a payment terminal (its name is {common_name[:80]!r})."
    named = match.group("poi_id")
    if named is not None and named != poi_id:
        return f"The certificate is that of the terminal {named}, but {poi_id} is configured."
    return ""
