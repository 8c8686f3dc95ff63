"""A station's journal in memory, with the real chain, and documents to put into it."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from sync.wire.journal import FIRST_PREVIOUS, JournalEntry, entry_hash

AT = datetime(2026, 11, 21, 10, 30, 0, 123000, tzinfo=timezone(timedelta(hours=9)))
TOKEN = "tok_" + "A" * 24


class FakeJournal:
    """Speaks the agent's JournalSource; `acknowledged_positions` is every position it was told."""

    def __init__(self, station: str) -> None:
        self.station = station
        self.entries: list[JournalEntry] = []
        self.acknowledged_positions: list[int] = [0]

    def append(self, kind: str, body: dict[str, Any], at: datetime = AT) -> JournalEntry:
        previous = self.entries[-1].hash if self.entries else FIRST_PREVIOUS
        sequence = len(self.entries) + 1
        hashed = entry_hash(self.station, sequence, at, kind, body, previous)
        entry = JournalEntry(
            station=self.station, sequence=sequence, at=at, kind=kind, body=body, previous=previous, hash=hashed
        )
        self.entries.append(entry)
        return entry

    def entries_after(self, sequence: int, limit: int) -> Sequence[JournalEntry]:
        return self.entries[sequence : sequence + limit]

    def acknowledged(self) -> int:
        return self.acknowledged_positions[-1]

    def acknowledge(self, sequence: int) -> None:
        self.acknowledged_positions.append(sequence)


def line(number: int = 1, sku: str = "B01001", net: int = 1700, **told: Any) -> dict[str, Any]:
    quantity = told.pop("quantity", 1)
    return {
        "line": str(number),
        "sku": sku,
        "name": {"ko": "통통 바나나우유", "en": "Banana Milk"},
        "quantity": quantity,
        "unit_price": net // quantity,
        "gross": net,
        "net": net,
        "tax": "standard",
        **told,
    }


def attempt(station: str, number: int = 1, amount: int = 1700, state: str = "approved") -> dict[str, Any]:
    return {
        "attempt": f"attempt-{number}",
        "sale": f"sale-{number}",
        "service_id": f"S{number}",
        "amount": amount,
        "currency": "KRW",
        "state": state,
        "at": AT.isoformat(),
        "charged": amount if state == "approved" else 0,
    }


def sale(station: str, number: int = 1, shop: str = "SS01", **told: Any) -> dict[str, Any]:
    lines = told.pop("lines", [line()])
    total = sum(x["net"] for x in lines) + sum(x["amount"] for x in told.get("fees", []))
    return {
        "version": 1,
        "sale": f"sale-{number}",
        "receipt_number": number,
        "station": station,
        "shop": shop,
        "catalogue_version": 1,
        "completed_at": AT.isoformat(),
        "currency": "KRW",
        "language": "ko",
        "gross": total,
        "discount": 0,
        "total": total,
        "lines": lines,
        "taxes": [{"kind": "standard", "rate": "10", "net": total - total // 11, "tax": total // 11}],
        "tenders": [
            {
                "kind": "card",
                "amount": total,
                "attempt": f"attempt-{number}",
                "brand": "VISA",
                "masked_card": "4111-11**-****-1111",
                "approval_code": "12345678",
            }
        ],
        "link_token": f"{TOKEN}{number}",
        **told,
    }


def order(kind: str = "ship", *, paid: bool = True, number: str = "A-1", total: int = 20_000) -> dict[str, Any]:
    pickup = "SS02" if kind == "pick_up" else ""
    return {
        "order": number,
        "kind": kind,
        "pickup_shop": pickup,
        "paid": paid,
        "lines": [line(2, "B21001", total, fulfilment=kind, pickup_shop=pickup)],
        "total": total,
    }


def buy(journal: FakeJournal, number: int = 1, **told: Any) -> JournalEntry:
    """An attempt that is sent and approved, and the sale it pays."""
    document = sale(journal.station, number, **told)
    amount = document["total"]
    journal.append("attempt.sent", attempt(journal.station, number, amount, "sent"))
    journal.append("attempt.settled", attempt(journal.station, number, amount))
    return journal.append("sale.completed", document)
