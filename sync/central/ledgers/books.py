"""The three ledgers as plain values, and what a station's journal says of its attempts and sales.

Nothing here reads a file, a database or a clock: whoever checks brings the values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.terminal_movement import CHARGE, TerminalMovement
from sync.wire.booked_payment import receipt_of
from sync.wire.journal import EntryKind, JournalEntry
from sync.wire.sale import AttemptDocument, SaleDocument

ATTEMPT_KINDS = frozenset(
    {
        EntryKind.ATTEMPT_SENT.value,
        EntryKind.ATTEMPT_SETTLED.value,
        EntryKind.ATTEMPT_REVERSED.value,
        EntryKind.REVERSAL_SENT.value,
    }
)


@dataclass(frozen=True, slots=True)
class BookedSale:
    """A sale in central's books: the document as it is kept there, and the entry it came with."""

    station: str
    sequence: int
    document: SaleDocument


@dataclass(frozen=True, slots=True)
class StockMove:
    """A change of stock at a place; `kind` is opening, received, returned, counted, sold or reserved."""

    place: str
    sku: str
    kind: str
    quantity: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Goods kept for somebody: it becomes an order, or it expires; `order` and `expired` say what came true."""

    station: str
    reservation: str
    order: str = ""
    expired: bool = False


@dataclass(frozen=True, slots=True)
class CentralBooks:
    """Central's side: sales, the newest state of each attempt by (station, attempt), and how far journals came.

    `held` is the last sequence and hash of each station's journal. Stock is given where it is to be checked.
    """

    sales: Sequence[BookedSale] = ()
    attempts: Mapping[tuple[str, str], AttemptDocument] = field(default_factory=dict)
    held: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    moves: Sequence[StockMove] = ()
    on_hand: Mapping[tuple[str, str], int] = field(default_factory=dict)
    reservations: Sequence[Reservation] = ()


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A sale that somebody outside was told is done; 0 and "" where that was not told."""

    station: str
    sale: str
    receipt_number: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SaleArtefacts:
    """What a sale cost by four witnesses, None where one was not asked, and the catalogue each names."""

    station: str
    sale: str
    shown: int | None = None
    charged: int | None = None
    printed: int | None = None
    uploaded: int | None = None
    catalogue_versions: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Everything that is to agree.

    `journals` and `terminals` are by station; a station whose terminal's book is not at hand is not in `terminals`.
    `terminal_tenders` are the kinds of tenders that a terminal's book holds. `calm` False: payments may be open still.
    `acknowledged_by_central` is what each station believes central holds. `time_zone` is the shop's IANA name.
    """

    journals: Mapping[str, Sequence[JournalEntry]]
    terminals: Mapping[str, Sequence[TerminalMovement]] = field(default_factory=dict)
    central: CentralBooks | None = None
    acknowledged: Sequence[Acknowledged] = ()
    artefacts: Sequence[SaleArtefacts] = ()
    acknowledged_by_central: Mapping[str, int] = field(default_factory=dict)
    terminal_tenders: frozenset[str] = frozenset({"card", "simple_pay"})
    calm: bool = True
    time_zone: str = "Asia/Seoul"


@dataclass(slots=True)
class AttemptStory:
    """All that a journal says of one attempt, oldest first."""

    attempt: str
    told: list[tuple[str, AttemptDocument]] = field(default_factory=list)  # kind of the entry, its document

    @property
    def last(self) -> AttemptDocument:
        """As it is now."""
        return self.told[-1][1]

    @property
    def sent_at(self) -> datetime:
        """When it was begun."""
        return self.told[0][1].at

    @property
    def ended(self) -> bool:
        """Whether its end is known: neither it nor a reversal of it is open."""
        return self.told[-1][0] in (EntryKind.ATTEMPT_SETTLED, EntryKind.ATTEMPT_REVERSED)

    @property
    def state(self) -> str:
        """Its last state, "open" while it has no end."""
        return self.last.state if self.ended else "open"


def kind_of(tender: str) -> str:
    """The kind of a named tender: "card" of "card:blue"."""
    return tender.partition(":")[0]


def stories(entries: Sequence[JournalEntry]) -> dict[str, AttemptStory]:
    """What a journal says of each attempt; raises `ValueError` when an entry is no attempt."""
    found: dict[str, AttemptStory] = {}
    for entry in entries:
        if entry.kind in ATTEMPT_KINDS:
            document = AttemptDocument.model_validate(entry.body)
            found.setdefault(document.attempt, AttemptStory(document.attempt)).told.append((entry.kind, document))
    return found


def sales_of(entries: Sequence[JournalEntry]) -> list[tuple[int, SaleDocument]]:
    """The completed sales of a journal with their sequences; raises `ValueError` when an entry is no sale."""
    wanted = EntryKind.SALE_COMPLETED.value
    return [(entry.sequence, SaleDocument.model_validate(entry.body)) for entry in entries if entry.kind == wanted]


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge of a terminal's book, what of it was given back, and whose attempt it is (None: nobody's)."""

    movement: TerminalMovement
    given_back: int
    owner: AttemptStory | None

    @property
    def left(self) -> int:
        """What the terminal kept."""
        return self.movement.amount - self.given_back


def charges(movements: Sequence[TerminalMovement], attempts: Mapping[str, AttemptStory]) -> list[Charge]:
    """Each charge with its reversals and the attempt that asked for it.

    By the register's own name of the request where the protocol carries one, else by the handle or numbers that the
    terminal gave, which an attempt knows once it was answered. An approval on the word of a person has no number: it
    is given the charge of its amount that is left.
    """
    by_request = {story.last.service_id: story for story in attempts.values() if story.last.service_id}
    by_handle: dict[str, AttemptStory] = {}
    for story in attempts.values():
        by_handle |= {name: story for name in (receipt_of(story.last), story.last.handle) if name}
    back: dict[tuple[str, str], int] = {}
    for movement in movements:
        if movement.kind == "reversal":
            key = (movement.terminal, movement.handle)
            back[key] = back.get(key, 0) + movement.amount
    found = [
        Charge(
            movement,
            back.get((movement.terminal, movement.handle), 0),
            by_request.get(movement.request_id)
            if movement.request_id
            else by_handle.get(movement.handle) or by_handle.get(movement.receipt),
        )
        for movement in movements
        if movement.kind == CHARGE
    ]
    told = {charge.owner.attempt for charge in found if charge.owner}
    by_word = [x for x in attempts.values() if x.state in ("approved", "taken") and x.attempt not in told]
    return [_by_amount(charge, by_word) for charge in found]


def _by_amount(charge: Charge, by_word: list[AttemptStory]) -> Charge:
    """The charge of nobody that a person said was paid; what it takes from `by_word` is taken."""
    moved = charge.movement
    if charge.owner is not None or moved.request_id or charge.left <= 0:
        return charge
    for place, story in enumerate(by_word):
        last = story.last
        numbered = last.handle or receipt_of(last)
        if not numbered and (last.charged, last.currency) == (moved.amount, moved.currency):
            return Charge(moved, charge.given_back, by_word.pop(place))
    return charge
