"""I-6 and I-7: stock is the sum of its movements, and a price is the same shown, charged, printed and uploaded."""

from collections import Counter
from collections.abc import Iterator

from sync.central.ledgers.books import Ledgers
from sync.central.ledgers.difference import Difference


def stock(ledgers: Ledgers) -> Iterator[Difference]:
    """I-6: on hand is the sum of the movements by item and place; a reservation expires or is an order, never both."""
    central = ledgers.central
    if central is None:
        return
    made: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for move in central.moves:
        made[move.place, move.sku] += move.quantity
        if move.reference:
            seen[move.place, move.kind, move.reference, move.sku] += 1
    for place, sku in sorted(made.keys() | central.on_hand.keys()):
        on_hand = central.on_hand.get((place, sku))
        if on_hand != made[place, sku]:
            said = "nothing is said to be on hand" if on_hand is None else f"{on_hand} are on hand"
            yield Difference("I-6", place, f"{sku}: {said}, movements make {made[place, sku]}")
    for (place, kind, reference, sku), times in seen.items():
        if times > 1:
            yield Difference("I-6", place, f"{sku}: {kind} by {reference} was counted {times} times")
    yield from _sold(ledgers)
    for kept in central.reservations:
        if kept.order and kept.expired:
            what = f"reservation {kept.reservation} expired and is order {kept.order}"
            yield Difference("I-6", kept.station, what)


def _sold(ledgers: Ledgers) -> Iterator[Difference]:
    """Each line of each booked sale lowered the stock by what it sold."""
    central = ledgers.central
    if central is None or not central.moves:
        return
    moved: Counter[tuple[str, str]] = Counter()
    for move in central.moves:
        if move.kind == "sold":
            moved[move.reference, move.sku] -= move.quantity
    for sale in central.sales:
        for line in sale.document.lines:
            reference = f"{sale.station}/{sale.document.sale}/{line.line}"
            if moved[reference, line.sku] != line.quantity:
                what = f"line {line.line} of sale {sale.document.sale} sold {line.quantity} of {line.sku}, "
                yield Difference("I-6", sale.station, f"{what}stock moved by {moved[reference, line.sku]}")


def prices(ledgers: Ledgers) -> Iterator[Difference]:
    """I-7: shown is charged is printed is uploaded, and every witness names the same catalogue."""
    for sale in ledgers.artefacts:
        told = {
            name: amount
            for name, amount in (
                ("shown", sale.shown),
                ("charged", sale.charged),
                ("printed", sale.printed),
                ("uploaded", sale.uploaded),
            )
            if amount is not None
        }
        if len(set(told.values())) > 1:
            both = ", ".join(f"{name} {amount}" for name, amount in told.items())
            yield Difference("I-7", sale.station, f"sale {sale.sale}: {both}")
        if len(sale.catalogue_versions) > 1:
            versions = " and ".join(map(str, sorted(sale.catalogue_versions)))
            yield Difference("I-7", sale.station, f"sale {sale.sale} is of the catalogues {versions}")
