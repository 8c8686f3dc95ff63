"""The messages between the register and the plug-in on a Toss Front terminal (payment-korea.md 1.6), inside frames."""

from dataclasses import dataclass, field
from enum import StrEnum

from hardware.codecs.front_record import CancelHandle, Terms
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.ports.payment_terminal import MoneyRequest

MONTHS = tuple(range(2, 13))
LARGEST_AMOUNT = 10**9
_IN_CASH = ["CASH"]  # 1.2: the only word with a meaning; a kiosk has no drawer and cannot cancel cash (1.4)


class Exempt(StrEnum):
    """How tax-free goods are named to the terminal; on a device it is not known (1.2), so it is a setting."""

    SUPPLY = "supply"  # inside supplyValue, not named: the total is right for sure
    WITHIN = "within"  # inside supplyValue, and named
    APART = "apart"  # named only, on top of supplyValue


@dataclass(frozen=True, slots=True)
class Patience:
    """Milliseconds that the terminal waits for the shopper, and that the register waits for the end (1.6)."""

    terminal: int
    register: int

    def as_json(self) -> JsonObject:
        """The fields of a message."""
        return {"timeoutMs": self.terminal, "patienceMs": self.register}


def terms_of(request: MoneyRequest, exempt: Exempt) -> Terms:
    """The amounts of a request; without a split the tax is floor(amount / 11), all else supply (1.2).

    Raises `DeviceMisused` for an amount, currency, instalment or split that this terminal cannot take.
    """
    if request.currency != "KRW":
        raise DeviceMisused(f"A Toss Front terminal takes KRW, not {request.currency!r:.10}.")
    if type(request.amount) is not int or not 0 < request.amount <= LARGEST_AMOUNT:
        raise DeviceMisused(f"The amount must be from 1 to {LARGEST_AMOUNT} won, not {request.amount!r:.20}.")
    if request.months != 0 and request.months not in MONTHS:
        raise DeviceMisused(f"Instalments are 0 or 2 to 12 months, not {request.months!r:.10}.")
    if request.split is None:
        return Terms(request.amount - request.amount // 11, request.amount // 11)
    split = request.split
    if min(split.supply, split.vat, split.tax_free, split.service) < 0 or split.total != request.amount:
        raise DeviceMisused(f"The parts of the amount make {split.total}, not {request.amount}.")
    if not split.tax_free or exempt is Exempt.SUPPLY:
        return Terms(split.supply + split.tax_free, split.vat, None, split.service)
    inside = split.tax_free if exempt is Exempt.WITHIN else 0
    return Terms(split.supply + inside, split.vat, split.tax_free, split.service)


def pay_message(
    ask_id: str, key: str, terms: Terms, months: int, patience: Patience, locale: str, asked: int, label: str
) -> JsonObject:
    """Ask for a payment; `asked` is the register's time in milliseconds, `label` what the terminal shows beside it."""
    return {
        "name": "pay",
        "id": ask_id,
        "paymentKey": key,
        **terms.as_json(),
        "installment": months,
        **patience.as_json(),
        "locale": locale,
        "exclude": _IN_CASH,
        "asked": asked,
        "order": {"label": label, "total": terms.supply_value + terms.tax + terms.tip},
    }


def cancel_message(
    ask_id: str, own: str, handle: CancelHandle, patience: Patience, locale: str, asked: int
) -> JsonObject:
    """Ask to give a payment back wholly; `own` is the key of this reversal."""
    request = {"name": "cancel", "id": ask_id, "cancelKey": own, "paymentKey": handle.payment_key}
    return {**handle.fields, **request, **patience.as_json(), "locale": locale, "asked": asked}


def query_message(ask_id: str, own: str, payment_key: str, cancel: bool) -> JsonObject:
    """Ask what became of a request whose own key is `own`."""
    of = "cancel" if cancel else "pay"
    return {"name": "query", "id": ask_id, "own": own, "paymentKey": payment_key, "of": of}


@dataclass(frozen=True, slots=True)
class Accepted:
    """The request is in the terminal's storage and begins now."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a request ended: `kind` SUCCESS, CANCELED, TIMEOUT, THROWN, WITHDRAWN, ALREADY or what the script said.

    `found` is what a look-up right after it said, None when there was none or it could not say.
    """

    payment_key: str
    kind: str
    response: JsonObject | None = field(default=None, repr=False)
    code: str = ""
    words: str = ""
    found: bool | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The plug-in's answer to a query; `seen` is None when it has no storage to look in.

    `left` is for how many milliseconds the reader may still be taking a card of a page that was reloaded; requests
    asked for no later than `dropped` may have been forgotten.
    """

    payment_key: str
    seen: bool | None
    running: bool
    ended: Ended | None
    found: bool | None
    response: JsonObject | None = field(default=None, repr=False)
    terms: Terms | None = None
    left: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Busy:
    """Another dialogue runs; this one was not begun."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The plug-in did not begin what was asked: `why` params, storage, key_used, name, or the service's name."""

    why: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Whether a request could be taken back before its payment began."""

    done: bool


@dataclass(frozen=True, slots=True)
class Pong:
    """The plug-in is there."""

    busy: bool


@dataclass(frozen=True, slots=True)
class Done:
    """Something without money was done; `value` is what was scanned."""

    value: str = field(default="", repr=False)


FrontMessage = Accepted | Ended | Said | Busy | Refused | Withdrawal | Pong | Done


def read_message(document: JsonObject) -> tuple[str, FrontMessage]:
    """The id of the request that a message belongs to, and the message; raises `DeviceGarbled`."""
    ask_id, name = text(document, "id"), text(document, "name")
    if not ask_id or len(ask_id) > 64:
        raise DeviceGarbled("The terminal answers without saying to what.")
    if name in _PLAIN:
        return ask_id, _PLAIN[name]
    if name == "result":
        return ask_id, _ended(document, text(document, "type"))
    if name == "status":
        return ask_id, _said(document)
    if name == "refused":
        return ask_id, Refused(text(document, "why")[:40], text(document, "words")[:200])
    if name == "pong":
        return ask_id, Pong(document.get("busy") is True)
    if name == "scanned":
        return ask_id, Done(text(document, "value")[:4000])
    raise DeviceGarbled(f"The terminal sent an unknown message {name!r:.40}.")


_PLAIN: dict[str, FrontMessage] = {
    "accepted": Accepted(),
    "busy": Busy(),
    "withdrawn": Withdrawal(True),
    "too_late": Withdrawal(False),
    "shown": Done(),
    "printed": Done(),
}


def _ended(document: JsonObject, kind: str) -> Ended:
    if not kind:
        raise DeviceGarbled("The terminal says that a payment ended, and not how.")
    response = document.get("response")
    return Ended(
        text(document, "paymentKey"),
        kind[:32],
        response if isinstance(response, dict) else None,
        text(document, "error", "code")[:64],
        text(document, "error", "words")[:200],
        _yes_no(document.get("found")),
    )


def _said(document: JsonObject) -> Said:
    kind = document.get("ended")
    if not (kind is None or isinstance(kind, str)):
        raise DeviceGarbled("The terminal's answer about a payment cannot be read.")
    response = part(document, "response") or None
    left, dropped = document.get("left"), document.get("dropped")
    return Said(
        text(document, "paymentKey"),
        _yes_no(document.get("seen")),
        document.get("running") is True,
        _ended(document, kind) if kind else None,
        _yes_no(document.get("found")),
        response,
        Terms.read(document.get("terms")),
        left if type(left) is int and 0 <= left <= 10**6 else 0,
        dropped if type(dropped) is int and dropped > 0 else 0,
    )


def _yes_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
