"""What a simulated benefit host does with requests, apart from the wire: reserve, tell, burn, release."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hardware.simulators.benefit_ledger import BenefitLedger, HeldBenefit

KEPT_FOR = timedelta(hours=24)
EXPIRED = "expired"
Told = tuple[int, dict[str, Any]]
_KINDS = ("points", "voucher", "coupon")


class BenefitRules:
    """The acts of the protocol over the books; each answers a status and a document."""

    def __init__(self, ledger: BenefitLedger, shop: str, currency: str) -> None:
        self._ledger, self._shop, self._currency = ledger, shop, currency

    def reserve(self, wish: dict[str, Any], now: datetime, refuse: bool = False) -> Told:
        """Hold something, once for an id; the same wish again gets the same answer."""
        fault = _fault(wish)
        if fault:
            return 400, {"error": "bad_request", "message": fault}
        if wish["shop"] != self._shop:
            return 403, {"error": "other_shop", "message": "the key is another shop's"}
        with self._ledger.lock:
            known = self._ledger.find(wish["id"])
            if known is not None:
                return self._again(known, wish)
            made = self._new(wish, now, "host_refuses" if refuse else self._refusal(wish))
            return 200, self.document(self._ledger.put(made))

    def tell(self, reservation: str) -> Told:
        """Where a reservation stands."""
        held = self._ledger.find(reservation)
        if held is None:
            return 404, {"error": "not_found"}
        return 200, self.document(held)

    def burn(self, reservation: str) -> Told:
        """Use it up; one whose time is over is taken if the account still has it."""
        with self._ledger.lock:
            held = self._ledger.find(reservation)
            if held is None:
                return 404, {"error": "not_found"}
            if held.reason == EXPIRED:
                needed = 1 if held.kind == "coupon" else held.amount
                if self._ledger.left(held.kind, held.code) < needed:
                    return 410, {"error": EXPIRED, "message": "its time was over and it was used elsewhere"}
                held = replace(held, state="reserved", reason="")
            if held.state in ("released", "refused"):
                return 409, {"error": held.state, "message": "nothing is held under this id"}
            if held.state == "reserved":
                held = self._ledger.put(replace(held, state="burned"))
            return 200, self.document(held)

    def release(self, reservation: str) -> Told:
        """Give it back; an id that was never heard of is ended before it can begin."""
        with self._ledger.lock:
            held = self._ledger.find(reservation)
            if held is None:
                held = HeldBenefit(reservation, "", "", 0, 0, self._currency, "", "released", self._shop)
            if held.state == "burned":
                return 409, {"error": "burned", "message": "its sale was made"}
            if held.state != "refused":
                held = self._ledger.put(replace(held, state="released", reason=""))
            return 200, self.document(held)

    def balance(self, wish: dict[str, Any]) -> Told:
        """What a member can spend."""
        code = wish.get("code")
        if not isinstance(code, str) or not self._ledger.knows("points", code):
            return 404, {"error": "unknown_member"}
        return 200, {"balance": self._ledger.left("points", code), "currency": self._currency}

    def document(self, held: HeldBenefit) -> dict[str, Any]:
        """A reservation as it is told."""
        name = self._ledger.name(held.kind, held.code)
        left = self._ledger.left(held.kind, held.code) if held.kind in ("points", "voucher") else None
        return {
            "id": held.reservation,
            "status": held.state,
            "kind": held.kind,
            "amount": held.amount,
            "currency": held.currency,
            "name": "" if held.kind == "coupon" else name,
            "coupon": name if held.kind == "coupon" else "",
            "balance": left,
            "handle": f"B{held.number:06d}",
            "expires_at": held.expires_at,
            "reason": held.reason,
        }

    def _again(self, known: HeldBenefit, wish: dict[str, Any]) -> Told:
        same = (known.kind, known.code, known.asked, known.sale) == tuple(
            wish[name] for name in ("kind", "code", "amount", "sale")
        )
        if not same and known.code:  # one that was released before it came has nothing to compare
            return 409, {"error": "conflict", "message": "this id names another reservation"}
        return 200, self.document(known)

    def _refusal(self, wish: dict[str, Any]) -> str:
        kind, code = wish["kind"], wish["code"]
        if wish["currency"] != self._currency:
            return "other_currency"
        if not self._ledger.knows(kind, code):
            return "unknown_member" if kind == "points" else "unknown"
        left = self._ledger.left(kind, code)
        if left <= 0:
            return "used" if kind != "points" else "not_enough"
        return "not_enough" if kind == "points" and left < wish["amount"] else ""

    def _new(self, wish: dict[str, Any], now: datetime, refusal: str) -> HeldBenefit:
        kind, asked = wish["kind"], wish["amount"]
        amount = 0 if kind == "coupon" or refusal else min(asked, self._ledger.left(kind, wish["code"]))
        return HeldBenefit(
            wish["id"],
            kind,
            wish["code"],
            asked,
            amount,
            wish["currency"],
            wish["sale"],
            "refused" if refusal else "reserved",
            wish["shop"],
            wish["station"],
            refusal,
            (now + KEPT_FOR).isoformat(),
        )

    def sweep(self, now: datetime) -> None:
        """What was reserved for too long is free again."""
        with self._ledger.lock:
            for held in self._ledger.all():
                if held.state == "reserved" and datetime.fromisoformat(held.expires_at) < now:
                    self._ledger.put(replace(held, state="released", reason=EXPIRED))


def _fault(wish: dict[str, Any]) -> str:
    for name in ("id", "kind", "code", "currency", "sale", "station", "shop", "at"):
        if not isinstance(wish.get(name), str) or not wish[name]:
            return f"{name} is missing, or no text"
    amount = wish.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int) or amount < 0:
        return "amount is a whole number of minor units"
    if wish["kind"] not in _KINDS:
        return f"kind is one of {', '.join(_KINDS)}"
    if (wish["kind"] == "coupon") != (amount == 0):
        return "a coupon has the amount 0, and nothing else has"
    return ""
