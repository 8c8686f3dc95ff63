"""What the register keeps of a Toss Front terminal: its own key of a request, the mark, and the handle for a cancel."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from hardware.codecs.front_frame import Hello
from hardware.codecs.nexo_json import JsonObject, read_json_object, write_json
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest, OriginalRequest

LONGEST_KEY = 64
_SERVICE_ID = re.compile(r"[0-9A-Za-z]{1,10}")


def own_key(request: MoneyRequest | OriginalRequest) -> str:
    """The paymentKey of a request (1.2: our own, at most 64 signs), the same whenever it is made again.

    The service id alone would come again after a station's database was lost; the sale does not. Nothing that was
    measured is in it: a status that is asked for with another time would ask for another payment, and not find it.
    """
    if not _SERVICE_ID.fullmatch(request.service_id):
        raise DeviceMisused(f"A request's id is 1 to 10 letters or digits, not {request.service_id!r:.40}.")
    named = request.sale_reference.encode("utf-8", "replace")
    return f"baro-{request.service_id}-{hashlib.sha256(named).hexdigest()[:32]}"


def asked_at(request: MoneyRequest | OriginalRequest) -> int:
    """When the register asked, in milliseconds since 1970; raises `DeviceMisused` for what is no time with offset."""
    try:
        moment = datetime.fromisoformat(request.requested_at)
    except ValueError as wrong:
        raise DeviceMisused(f"A request's time is ISO 8601, not {request.requested_at!r:.40}.") from wrong
    if moment.tzinfo is None:
        raise DeviceMisused("A request's time needs its offset.")
    return max(0, round(moment.timestamp() * 1000))


@dataclass(frozen=True, slots=True)
class Mark:
    """Which terminal it was and which storage it had when it last spoke (1.6: same serial, same storage epoch)."""

    serial: str
    epoch: str
    plugin: str = ""

    @classmethod
    def of(cls, hello: Hello) -> "Mark":
        """What a terminal's greeting says."""
        return cls(hello.serial, hello.epoch, hello.plugin)

    @classmethod
    def read(cls, kept: str) -> "Mark | None":
        """The mark in a text that was kept, None when there is none or it is another driver's."""
        name, _, rest = kept.partition(" ")
        parts = rest.split("/", 2)
        return cls(*parts) if name == "front1" and len(parts) == 3 and all(parts[:2]) else None

    def written(self) -> str:
        """As text to keep."""
        return f"front1 {self.serial}/{self.epoch}/{self.plugin}"

    def same_memory(self, other: "Mark | None") -> bool:
        """Whether what the one remembers is what the other wrote down."""
        return other is not None and (self.serial, self.epoch) == (other.serial, other.epoch) and bool(self.epoch)


@dataclass(frozen=True, slots=True)
class Terms:
    """The amounts of a request in won, as `requestPayment` and later `requestPaymentCancel` name them (1.2, 1.4)."""

    supply_value: int
    tax: int
    tax_exempt: int | None = None  # None: not named at all
    tip: int = 0

    @classmethod
    def read(cls, document: object) -> "Terms | None":
        """The terms in a terminal's record, None when it has none that can be read."""
        if not isinstance(document, dict):
            return None
        named = [document.get(name) for name in ("supplyValue", "tax", "tip")]
        exempt = document.get("taxExemptValue")
        if not all(_is_amount(one) for one in named) or not (exempt is None or _is_amount(exempt)):
            return None
        return cls(document["supplyValue"], document["tax"], exempt, document["tip"])

    def as_json(self) -> JsonObject:
        """The fields of a message."""
        named: JsonObject = {"supplyValue": self.supply_value, "tax": self.tax, "tip": self.tip}
        return named if self.tax_exempt is None else named | {"taxExemptValue": self.tax_exempt}

    def could_be(self, amount: int) -> bool:
        """Whether they make an amount; on which side tax-exempt goods are counted is not known (1.2)."""
        total = self.supply_value + self.tax + self.tip
        return amount in (total, total + (self.tax_exempt or 0))


@dataclass(frozen=True, slots=True)
class CancelHandle:
    """All that a cancel of one payment must name (1.4); only the terminal of that serial number can cancel it."""

    serial: str
    payment_key: str
    amount: int
    fields: JsonObject

    def written(self) -> str:
        """As text to keep."""
        kept = {"v": 1, "serial": self.serial, "paymentKey": self.payment_key, "amount": self.amount}
        return write_json(kept | {"fields": self.fields}).decode()

    @classmethod
    def read(cls, kept: str) -> "CancelHandle":
        """The handle in a text that was kept; raises `DeviceGarbled` for anything else."""
        document = read_json_object(kept.encode("utf-8", "replace"))
        serial, key, amount = document.get("serial"), document.get("paymentKey"), document.get("amount")
        fields = document.get("fields")
        known = document.get("v") == 1 and isinstance(serial, str) and isinstance(key, str) and isinstance(fields, dict)
        if not known or not _is_amount(amount):
            raise DeviceGarbled("This is not the handle of a payment at a Toss Front terminal.")
        return cls(str(serial), str(key), int(str(amount)), dict(fields or {}))


def _is_amount(value: object) -> bool:
    return type(value) is int and 0 <= value <= 10**9
