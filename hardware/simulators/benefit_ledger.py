"""The books of a simulated benefit host: what is reserved, burned and released, and survives its restart."""

import json
import os
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class HeldBenefit:
    """One reservation in the host's books; `asked` is what was asked for, `code` what pays for it."""

    reservation: str
    kind: str
    code: str
    asked: int
    amount: int
    currency: str
    sale: str
    state: str  # reserved, burned, released, refused
    shop: str = ""
    station: str = ""
    reason: str = ""
    expires_at: str = ""
    number: int = 0


class BenefitLedger:
    """Accounts and reservations, in memory or in a file of JSON lines that is flushed line by line."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.lock = threading.RLock()
        self._held: dict[str, HeldBenefit] = {}
        self._worth: dict[tuple[str, str], int] = {}
        self._names: dict[tuple[str, str], str] = {}
        if path is not None and path.exists():
            self._load(path)

    def account(self, kind: str, code: str, worth: int, name: str = "") -> None:
        """Put a member's points, a voucher's worth or a coupon's uses into the books."""
        with self.lock:
            self._take({"account": [kind, code, worth, name]})

    def knows(self, kind: str, code: str) -> bool:
        """Whether there is such an account."""
        with self.lock:
            return (kind, code) in self._worth

    def name(self, kind: str, code: str) -> str:
        """What it is called: for a coupon what the shop's promotions call it."""
        with self.lock:
            return self._names.get((kind, code), "")

    def left(self, kind: str, code: str) -> int:
        """What can be reserved of it: its worth without what is reserved or burned."""
        with self.lock:
            return self._worth.get((kind, code), 0) - sum(
                1 if kind == "coupon" else one.amount
                for one in self._held.values()
                if (one.kind, one.code) == (kind, code) and one.state in ("reserved", "burned")
            )

    def find(self, reservation: str) -> HeldBenefit | None:
        """The reservation with this id."""
        with self.lock:
            return self._held.get(reservation)

    def put(self, held: HeldBenefit) -> HeldBenefit:
        """Write a reservation down as it is now; a new one gets the next number."""
        with self.lock:
            held = held if held.number else replace(held, number=len(self._held) + 1)
            self._take({"held": asdict(held)})
            return held

    def all(self) -> list[HeldBenefit]:
        """Every reservation, in the order of its first coming."""
        with self.lock:
            return list(self._held.values())

    def burned(self) -> dict[str, int]:
        """What was burned, by the register's id of the reservation."""
        return {one.reservation: one.amount for one in self.all() if one.state == "burned"}

    def _take(self, line: dict[str, Any]) -> None:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
                file.flush()
                os.fsync(file.fileno())
        self._apply(line)

    def _apply(self, line: dict[str, Any]) -> None:
        if "account" in line:
            kind, code, worth, name = line["account"]
            self._worth[kind, code], self._names[kind, code] = worth, name
        else:
            held = HeldBenefit(**line["held"])
            self._held[held.reservation] = held

    def _load(self, path: Path) -> None:
        octets = path.read_bytes()
        whole = octets.rfind(b"\n") + 1
        if whole < len(octets):
            # A killed writer leaves half a line; what was not written whole did not happen.
            with path.open("r+b") as file:
                file.truncate(whole)
        for line in octets[:whole].splitlines():
            self._apply(json.loads(line))
