"""I-3, I-4, I-5 and I-8: nothing acknowledged is lost, each sale is there once, numbers and chain have no gap."""

from collections import Counter
from collections.abc import Iterator

from sync.central.ledgers.books import CentralBooks, Ledgers, sales_of
from sync.central.ledgers.difference import Difference
from sync.wire.document import canonical
from sync.wire.journal import FIRST_PREVIOUS, entry_hash
from sync.wire.sale import SaleDocument


def nothing_lost(ledgers: Ledgers) -> Iterator[Difference]:
    """I-3: what somebody outside was told is done is in the journal as it was told."""
    sales = {(station, sale.sale): sale for station, of in ledgers.journals.items() for _, sale in sales_of(of)}
    for told in ledgers.acknowledged:
        sale = sales.get((told.station, told.sale))
        if sale is None:
            yield Difference("I-3", told.station, f"sale {told.sale} was said to be done and is not in the journal")
            continue
        if told.receipt_number and told.receipt_number != sale.receipt_number:
            what = f"sale {told.sale} was told receipt {told.receipt_number}, the journal has {sale.receipt_number}"
            yield Difference("I-3", told.station, what)
        if told.total is not None and told.total != sale.total:
            what = f"sale {told.sale} was told to cost {told.total}, the journal has {sale.total}"
            yield Difference("I-3", told.station, what)


def once_at_central(ledgers: Ledgers) -> Iterator[Difference]:
    """I-4: central has each sale it was sent exactly once, with the same content, and no other."""
    central = ledgers.central
    if central is None:
        return
    booked: dict[tuple[str, str], list[SaleDocument]] = {}
    for one in central.sales:
        booked.setdefault((one.station, one.document.sale), []).append(one.document)
    for station, entries in ledgers.journals.items():
        sent = central.held.get(station, (0, ""))[0]
        for sequence, sale in sales_of(entries):
            copies = booked.pop((station, sale.sale), [])
            if sequence <= sent and len(copies) != 1:
                yield Difference("I-4", station, f"sale {sale.sale} was sent and is {len(copies)} times at central")
            yield from (_unlike(station, sale, copy) for copy in copies if _content(sale) != _content(copy))
    for station, name in booked:
        if station in ledgers.journals:
            yield Difference("I-4", station, f"sale {name} is at central and not in the journal")


def _unlike(station: str, sale: SaleDocument, copy: SaleDocument) -> Difference:
    return Difference("I-4", station, f"sale {sale.sale} over {sale.total} is another over {copy.total} at central")


def _content(sale: SaleDocument) -> bytes:
    """What both sides keep: central masks the number of a cash receipt."""
    return canonical(sale.masked().model_dump(mode="json"))


def receipt_numbers(ledgers: Ledgers) -> Iterator[Difference]:
    """I-5: the receipt numbers of a station run from 1 without gap or reuse."""
    for station, entries in ledgers.journals.items():
        used = Counter(sale.receipt_number for _, sale in sales_of(entries))
        for number, times in sorted(used.items()):
            if times > 1:
                yield Difference("I-5", station, f"receipt {number} was given {times} times")
        missing = set(range(1, max(used, default=0) + 1)) - used.keys()
        for number in sorted(missing):
            yield Difference("I-5", station, f"receipt {number} is missing")


def chains(ledgers: Ledgers) -> Iterator[Difference]:
    """I-8: the chain verifies from the first entry to the last, and the last is central's last plus the outbox."""
    for station, entries in ledgers.journals.items():
        position, previous, hashes = 0, FIRST_PREVIOUS, {0: FIRST_PREVIOUS}
        for entry in entries:
            if entry.sequence != position + 1:
                yield Difference("I-8", station, f"entry {entry.sequence} follows entry {position}")
            if entry.previous != previous:
                yield Difference("I-8", station, f"entry {entry.sequence} does not name the hash of entry {position}")
            made = entry_hash(entry.station, entry.sequence, entry.at, entry.kind, entry.body, entry.previous)
            if made != entry.hash:
                yield Difference("I-8", station, f"entry {entry.sequence} does not have the hash of its content")
            position, previous = entry.sequence, entry.hash
            hashes[position] = previous
        if ledgers.central is not None:
            yield from _central_end(ledgers, ledgers.central, station, position, hashes)


def _central_end(
    ledgers: Ledgers, central: CentralBooks, station: str, last: int, hashes: dict[int, str]
) -> Iterator[Difference]:
    held, its_hash = central.held.get(station, (0, FIRST_PREVIOUS))
    believed = ledgers.acknowledged_by_central.get(station, 0)
    if held > last:
        yield Difference("I-8", station, f"central holds entry {held}, the journal ends at entry {last}")
    elif hashes.get(held) != its_hash:
        yield Difference("I-8", station, f"entry {held} has another hash at central than in the journal")
    if believed > held:
        yield Difference("I-8", station, f"the station believes central holds entry {believed}, it holds {held}")
