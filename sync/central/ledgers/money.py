"""I-1, I-2 and I-9: each approval belongs to one sale, the sums agree, and no unknown outcome was guessed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from kiosk.domain.terminal_movement import TerminalMovement
from sync.central.ledgers.books import AttemptStory, Charge, Ledgers, charges, kind_of, sales_of, stories
from sync.central.ledgers.difference import Difference
from sync.wire.journal import EntryKind
from sync.wire.sale import SaleDocument, TenderDocument

Day = tuple[str, str]  # day, currency
NOTHING_TAKEN = frozenset({"declined", "aborted", "not_charged", "reversed"})


def one_sale_each(ledgers: Ledgers) -> Iterator[Difference]:
    """I-1: an approved, unreversed attempt belongs to exactly one sale, a card tender to exactly one such attempt."""
    for station, entries in ledgers.journals.items():
        attempts = stories(entries)
        sales = [sale for _, sale in sales_of(entries)]
        yield from _journal_agrees(station, attempts, sales)
        if station in ledgers.terminals:
            yield from _terminal_agrees(ledgers, station, attempts, sales)
    if ledgers.central is not None:
        yield from _central_agrees(ledgers)


def _journal_agrees(station: str, attempts: dict[str, AttemptStory], sales: list[SaleDocument]) -> Iterator[Difference]:
    owners: dict[str, list[str]] = defaultdict(list)
    for sale in sales:
        for tender in sale.tenders:
            owners[tender.attempt].append(sale.sale)
            story = attempts.get(tender.attempt)
            if story is None or story.state not in ("approved", "taken"):
                known = f"is {story.state}" if story else "is not in the journal"
                what = f"sale {sale.sale} is paid by attempt {tender.attempt!r}, which {known}"
                yield Difference("I-1", station, what)
    for name, of in owners.items():
        if len(of) > 1:
            yield Difference("I-1", station, f"attempt {name} pays {len(of)} sales: {', '.join(of)}")
    for name, story in attempts.items():
        if story.state == "approved" and name not in owners:
            what = f"approved attempt {name} over {story.last.charged} belongs to no sale"
            yield Difference("I-1", station, what)


def _terminal_agrees(
    ledgers: Ledgers, station: str, attempts: dict[str, AttemptStory], sales: list[SaleDocument]
) -> Iterator[Difference]:
    tenders = _terminal_tenders(ledgers, sales)
    kept: Counter[str] = Counter()
    for charge in charges(ledgers.terminals[station], attempts):
        if charge.left <= 0:
            continue
        name = charge.owner.attempt if charge.owner else ""
        kept[name] += charge.left
        # A charge of one approval, twice at the terminal: seen in the sum of its attempt below.
        if name not in tenders:
            whose = f"attempt {name}, which is {charge.owner.state}" if charge.owner else "no attempt"
            what = f"the terminal kept {charge.left} of {_named(charge)}, of {whose} and no sale"
            yield Difference("I-1", station, what)
    for name, (sale, tender) in tenders.items():
        if kept[name] != tender.amount:
            what = f"sale {sale} has {tender.amount} of attempt {name}, the terminal kept {kept[name]} for it"
            yield Difference("I-1", station, what)


def _central_agrees(ledgers: Ledgers) -> Iterator[Difference]:
    central = ledgers.central
    assert central is not None  # noqa: S101  # its caller looked
    for station, entries in ledgers.journals.items():
        uploaded = central.held.get(station, (0, ""))[0]
        for name, story in stories([entry for entry in entries if entry.sequence <= uploaded]).items():
            booked = central.attempts.get((station, name))
            if story.ended and (booked is None or booked.state != story.last.state):
                says = f"says {booked.state}" if booked else "does not know it"
                what = f"attempt {name} is {story.last.state} in the journal, central {says}"
                yield Difference("I-1", station, what)
    paid: Counter[tuple[str, str]] = Counter()
    for sale in central.sales:
        paid.update({(sale.station, tender.attempt) for tender in sale.document.tenders})
    for (station, name), times in paid.items():
        if times > 1:
            yield Difference("I-1", station, f"attempt {name} pays {times} sales at central")


def sums_agree(ledgers: Ledgers) -> Iterator[Difference]:
    """I-2: approved less reversed less refunded is what the card tenders make, by station, day and currency.

    The day is that on which the attempt was begun, so that a payment over midnight counts once on both sides.
    """
    zone = ZoneInfo(ledgers.time_zone)
    for station, entries in ledgers.journals.items():
        attempts = stories(entries)
        sales = [sale for _, sale in sales_of(entries)]
        begun = {name: story.sent_at.astimezone(zone).date().isoformat() for name, story in attempts.items()}
        journal = Counter[Day]()
        for name, (_, tender, currency) in _tenders_with_currency(ledgers, sales).items():
            journal[begun.get(name, "no day"), currency] += tender.amount
        if station in ledgers.terminals:
            terminal = _kept_by_day(ledgers.terminals[station], attempts, begun)
            for key in sorted(journal.keys() | terminal.keys()):
                if journal[key] != terminal[key]:
                    what = f"on {key[0]} sales have {journal[key]} {key[1]} on cards, the terminal kept {terminal[key]}"
                    yield Difference("I-2", station, what)
        yield from _central_sum(ledgers, station, sum(journal.values()))


def _kept_by_day(
    book: Sequence[TerminalMovement], attempts: dict[str, AttemptStory], begun: dict[str, str]
) -> Counter[Day]:
    kept = Counter[Day]()
    for charge in charges(book, attempts):
        day = begun[charge.owner.attempt] if charge.owner else "no day"
        kept[day, charge.movement.currency] += charge.left
    for movement in book:
        if movement.kind == "refund":
            kept["refunds", movement.currency] -= movement.amount
    return kept


def _central_sum(ledgers: Ledgers, station: str, here: int) -> Iterator[Difference]:
    """Central's sum, of a station whose journal it holds whole."""
    central, entries = ledgers.central, ledgers.journals[station]
    if central is None or not entries or central.held.get(station, (0, ""))[0] != entries[-1].sequence:
        return
    sales = [sale.document for sale in central.sales if sale.station == station]
    there = sum(tender.amount for _, tender, _ in _tenders_with_currency(ledgers, sales).values())
    if here != there:
        yield Difference("I-2", station, f"sales have {here} on cards, central has {there}")


def nothing_guessed(ledgers: Ledgers) -> Iterator[Difference]:
    """I-9: an outcome is unknown until it is told; meanwhile nothing else is asked for that sale or terminal."""
    for station, entries in ledgers.journals.items():
        yield from _one_at_a_time(ledgers, station)
        attempts = stories(entries)
        if ledgers.calm:
            for name, story in attempts.items():
                if not story.ended:
                    yield Difference("I-9", station, f"attempt {name} over {story.last.amount} has no end")
        for charge in charges(ledgers.terminals.get(station, ()), attempts):
            owner = charge.owner
            if owner is not None and charge.left > 0 and owner.state in NOTHING_TAKEN:
                what = f"attempt {owner.attempt} ended as {owner.state}, the terminal kept {charge.left} for it"
                yield Difference("I-9", station, what)


def _one_at_a_time(ledgers: Ledgers, station: str) -> Iterator[Difference]:
    open_now: dict[str, str] = {}  # attempt -> sale
    for entry in ledgers.journals[station]:
        body = entry.body
        name, sale = str(body.get("attempt", "")), str(body.get("sale", ""))
        on_terminal = kind_of(str(body.get("tender", "card"))) in ledgers.terminal_tenders
        if entry.kind == EntryKind.ATTEMPT_SENT and on_terminal:
            for other, of in open_now.items():
                where = f"for the same sale {sale}" if of == sale else "at the same terminal"
                what = f"attempt {name} was sent while attempt {other} was not settled, {where}"
                yield Difference("I-9", station, what)
            open_now[name] = sale
        elif entry.kind == EntryKind.REVERSAL_SENT and on_terminal:
            open_now[name] = sale
        elif entry.kind in (EntryKind.ATTEMPT_SETTLED, EntryKind.ATTEMPT_REVERSED):
            open_now.pop(name, None)


def _terminal_tenders(ledgers: Ledgers, sales: list[SaleDocument]) -> dict[str, tuple[str, TenderDocument]]:
    found = _tenders_with_currency(ledgers, sales)
    return {name: (sale, tender) for name, (sale, tender, _) in found.items()}


def _tenders_with_currency(ledgers: Ledgers, sales: list[SaleDocument]) -> dict[str, tuple[str, TenderDocument, str]]:
    return {
        tender.attempt: (sale.sale, tender, sale.currency)
        for sale in sales
        for tender in sale.tenders
        if kind_of(tender.kind) in ledgers.terminal_tenders
    }


def _named(charge: Charge) -> str:
    moved = charge.movement
    return f"charge {moved.handle} over {moved.amount} {moved.currency}"
