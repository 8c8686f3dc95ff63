"""Every kind of difference is planted into three ledgers that agree, and named (I-1 to I-9)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kiosk.domain.terminal_movement import TerminalMovement
from sync.central.ledgers.books import (
    Acknowledged,
    BookedSale,
    CentralBooks,
    Ledgers,
    Reservation,
    SaleArtefacts,
    StockMove,
)
from sync.central.ledgers.checker import INVARIANTS, check_ledgers
from sync.wire.journal import JournalEntry
from sync.wire.sale import AttemptDocument, SaleDocument
from tests.fakes.station_journal import AT, FakeJournal, attempt, buy, sale

STATION = "SS01-3"


def charge(number: int, amount: int = 1700, **told: Any) -> TerminalMovement:
    return TerminalMovement(
        "charge", f"T{number}", amount, "KRW", told.get("request", f"S{number}"), f"sale-{number}", "POI"
    )


def back(number: int, amount: int = 1700) -> TerminalMovement:
    return TerminalMovement("reversal", f"T{number}", amount, "KRW", f"R{number}", f"sale-{number}", "POI")


@dataclass
class Shop:
    """Three ledgers that agree until a test changes one."""

    journal: FakeJournal = field(default_factory=lambda: FakeJournal(STATION))
    terminal: list[TerminalMovement] = field(default_factory=list)
    sales: list[BookedSale] = field(default_factory=list)
    attempts: dict[tuple[str, str], AttemptDocument] = field(default_factory=dict)
    held: tuple[int, str] | None = None
    moves: list[StockMove] = field(default_factory=list)
    on_hand: dict[tuple[str, str], int] = field(default_factory=dict)
    reservations: list[Reservation] = field(default_factory=list)
    told: list[Acknowledged] = field(default_factory=list)
    artefacts: list[SaleArtefacts] = field(default_factory=list)
    believed: int = 0
    calm: bool = True

    def bought(self, number: int) -> "Shop":
        """A whole purchase, in all three books."""
        buy(self.journal, number)
        self.terminal.append(charge(number))
        self.told.append(Acknowledged(STATION, f"sale-{number}", number, 1700))
        return self

    def declined(self, number: int) -> "Shop":
        self.journal.append("attempt.sent", attempt(STATION, number, 1700, "sent"))
        self.journal.append("attempt.settled", attempt(STATION, number, 1700, "declined"))
        return self

    def reversed(self, number: int) -> "Shop":
        """Approved, and given back because nobody owned it."""
        self.journal.append("attempt.sent", attempt(STATION, number, 1700, "sent"))
        self.journal.append("reversal.sent", attempt(STATION, number, 1700, "reversing"))
        self.journal.append("attempt.reversed", attempt(STATION, number, 1700, "reversed"))
        self.terminal += [charge(number), back(number)]
        return self

    def uploaded(self) -> "Shop":
        """Central takes all that is in the journal."""
        for entry in self.journal.entries:
            if entry.kind == "sale.completed":
                document = SaleDocument.model_validate(entry.body)
                self.sales.append(BookedSale(STATION, entry.sequence, document))
                for line in document.lines:
                    reference = f"{STATION}/{document.sale}/{line.line}"
                    self.moves.append(StockMove("SS01", line.sku, "sold", -line.quantity, reference))
            elif entry.kind.startswith("attempt."):
                told = AttemptDocument.model_validate(entry.body)
                self.attempts[STATION, told.attempt] = told
        self.moves.append(StockMove("SS01", "B01001", "opening", 10))
        self.on_hand["SS01", "B01001"] = sum(move.quantity for move in self.moves)
        last = self.journal.entries[-1]
        self.held, self.believed = (last.sequence, last.hash), last.sequence
        return self

    def ledgers(self) -> Ledgers:
        central = CentralBooks(
            self.sales,
            self.attempts,
            {STATION: self.held} if self.held else {},
            self.moves,
            self.on_hand,
            self.reservations,
        )
        return Ledgers(
            {STATION: self.journal.entries},
            {STATION: self.terminal},
            central,
            self.told,
            self.artefacts,
            {STATION: self.believed},
            calm=self.calm,
        )

    def entry(self, place: int, **changed: Any) -> None:
        """Change a stored entry without making its chain anew."""
        self.journal.entries[place] = self.journal.entries[place].model_copy(update=changed)


def agreed() -> Shop:
    return Shop().bought(1).declined(7).reversed(8).bought(2).uploaded()


def found(shop: Shop) -> list[str]:
    return [f"{one.invariant}: {one.what}" for one in check_ledgers(shop.ledgers())]


def test_ledgers_that_agree_have_no_difference() -> None:
    assert found(agreed()) == []


def test_nothing_at_all_has_no_difference() -> None:
    assert check_ledgers(Ledgers({})) == []
    assert found(Shop()) == []


def test_each_invariant_of_the_checker_has_its_rule() -> None:
    assert list(INVARIANTS) == [f"I-{number}" for number in range(1, 10)]


def test_what_is_still_on_its_way_to_central_is_no_difference() -> None:
    """Offline: central knows the first sale, the journal has gone on."""
    shop = Shop().bought(1).uploaded()
    shop.bought(2).reversed(8)
    assert found(shop) == []


def test_a_charge_is_found_by_its_handle_where_the_protocol_names_no_request() -> None:
    shop = agreed()
    shop.journal = FakeJournal(STATION)
    body = attempt(STATION, 1, 1700, "sent")
    shop.journal.append("attempt.sent", body)
    shop.journal.append("attempt.settled", body | {"state": "approved", "charged": 1700, "handle": "T1"})
    shop.journal.append("sale.completed", sale(STATION, 1))
    shop.terminal = [charge(1, request="")]
    only = Ledgers({STATION: shop.journal.entries}, {STATION: shop.terminal})
    assert check_ledgers(only) == []
    nobody = replace(only, terminals={STATION: [charge(2, request="")]})
    assert {one.invariant for one in check_ledgers(nobody)} == {"I-1", "I-2"}


def test_an_approval_on_the_word_of_a_person_has_the_charge_of_its_amount() -> None:
    """The terminal could not prove it: nobody wrote down a number."""
    shop = Shop()
    buy(shop.journal)
    shop.terminal.append(charge(1, request=""))
    assert found(shop) == []
    shop.terminal.append(replace(charge(2, request=""), amount=1700))
    assert [x[:3] for x in found(shop)] == ["I-1", "I-2"], "another one of the same amount is nobody's"


# Each row: what is done to ledgers that agree, and the beginnings of the sentences that must come.
Plant = Callable[[Shop], object]


def kept_for_nobody(shop: Shop) -> None:
    shop.terminal.append(charge(99, 500))


def charged_twice(shop: Shop) -> None:
    """The same request, twice in the terminal's book."""
    shop.terminal.append(replace(charge(1), handle="T1b"))


def never_charged(shop: Shop) -> None:
    shop.terminal.remove(charge(2))


def given_back_though_sold(shop: Shop) -> None:
    shop.terminal.append(back(1))


def half_given_back(shop: Shop) -> None:
    shop.terminal.append(back(1, 700))


def not_given_back(shop: Shop) -> None:
    shop.terminal.remove(back(8))


def declined_though_charged(shop: Shop) -> None:
    shop.terminal.append(charge(7))


def refunded_at_the_terminal(shop: Shop) -> None:
    shop.terminal.append(TerminalMovement("refund", "F1", 300, "KRW", "", "", "POI"))


def sale_without_its_attempt(shop: Shop) -> None:
    shop.journal.append("sale.completed", sale(STATION, 3))
    shop.terminal.append(charge(3))


def two_sales_of_one_attempt(shop: Shop) -> None:
    shop.journal.append("sale.completed", sale(STATION, 3) | {"tenders": sale(STATION, 1)["tenders"]})


def approval_without_a_sale(shop: Shop) -> None:
    shop.journal.append("attempt.sent", attempt(STATION, 4, 900, "sent"))
    shop.journal.append("attempt.settled", attempt(STATION, 4, 900))
    shop.terminal.append(charge(4, 900))


def central_thinks_otherwise(shop: Shop) -> None:
    shop.attempts[STATION, "attempt-8"] = AttemptDocument.model_validate(attempt(STATION, 8))


def central_has_another_amount(shop: Shop) -> None:
    other = SaleDocument.model_validate(sale(STATION, 2))
    tender = other.tenders[0].model_copy(update={"amount": 1600})
    shop.sales[1] = BookedSale(STATION, shop.sales[1].sequence, other.model_copy(update={"tenders": (tender,)}))


def told_and_lost(shop: Shop) -> None:
    shop.told.append(Acknowledged(STATION, "sale-5", 5))


def told_another_number(shop: Shop) -> None:
    shop.told.append(Acknowledged(STATION, "sale-1", 9))


def told_another_total(shop: Shop) -> None:
    shop.told.append(Acknowledged(STATION, "sale-1", total=1))


def missing_at_central(shop: Shop) -> None:
    shop.sales.pop()


def twice_at_central(shop: Shop) -> None:
    shop.sales.append(shop.sales[0])


def foreign_at_central(shop: Shop) -> None:
    shop.sales.append(BookedSale(STATION, 90, SaleDocument.model_validate(sale(STATION, 90))))


def number_left_out(shop: Shop) -> None:
    buy(shop.journal, 5)
    shop.terminal.append(charge(5))


def number_used_again(shop: Shop) -> None:
    buy(shop.journal, 3, receipt_number=2)
    shop.terminal.append(charge(3))


def stock_that_does_not_add_up(shop: Shop) -> None:
    shop.on_hand["SS01", "B01001"] += 1


def stock_of_nothing(shop: Shop) -> None:
    shop.on_hand["SS01", "X"] = 2


def stock_moved_twice(shop: Shop) -> None:
    shop.moves.append(shop.moves[0])
    shop.on_hand["SS01", "B01001"] -= 1


def reservation_of_two_minds(shop: Shop) -> None:
    shop.reservations.append(Reservation(STATION, "R-1", "A-1", expired=True))


def printed_another_price(shop: Shop) -> None:
    shop.artefacts.append(SaleArtefacts(STATION, "sale-1", 1700, 1700, 1600, 1700))


def another_catalogue(shop: Shop) -> None:
    versions = frozenset({1, 2})
    shop.artefacts.append(SaleArtefacts(STATION, "sale-1", uploaded=1700, catalogue_versions=versions))


def changed_entry(shop: Shop) -> None:
    shop.entry(0, body=attempt(STATION, 1, 1700, "sent") | {"tender": "card:blue"})


def entry_taken_out(shop: Shop) -> None:
    del shop.journal.entries[3]  # the declined attempt's begin: nothing but the chain knows of it


def entry_with_another_past(shop: Shop) -> None:
    shop.entry(3, previous="f" * 64)


def central_holds_more(shop: Shop) -> None:
    assert shop.held
    shop.held = (shop.held[0] + 1, "0" * 64)


def central_holds_another(shop: Shop) -> None:
    assert shop.held
    shop.held = (shop.held[0], "0" * 64)


def station_believes_too_much(shop: Shop) -> None:
    buy(shop.journal, 3)
    shop.terminal.append(charge(3))
    shop.believed += 3


def left_open(shop: Shop) -> None:
    shop.journal.append("attempt.sent", attempt(STATION, 4, 900, "sent"))


def reversal_left_open(shop: Shop) -> None:
    shop.reversed(4)
    shop.journal.entries.pop()


def two_at_once(shop: Shop) -> None:
    shop.journal.append("attempt.sent", attempt(STATION, 4, 900, "sent"))
    shop.declined(5)
    shop.journal.append("attempt.settled", attempt(STATION, 4, 900, "declined"))


def two_at_once_for_one_sale(shop: Shop) -> None:
    shop.journal.append("attempt.sent", attempt(STATION, 4, 900, "sent") | {"sale": "sale-5"})
    shop.declined(5)
    shop.journal.append("attempt.settled", attempt(STATION, 4, 900, "declined") | {"sale": "sale-5"})


PLANTED: list[tuple[Plant, list[str]]] = [
    (kept_for_nobody, ["I-1: the terminal kept 500 of charge T99", "I-2: on no day sales have 0 KRW"]),
    (charged_twice, ["I-1: sale sale-1 has 1700 of attempt attempt-1, the terminal kept 3400", "I-2: on 2026-11-21"]),
    (never_charged, ["I-1: sale sale-2 has 1700 of attempt attempt-2, the terminal kept 0", "I-2: on 2026-11-21"]),
    (given_back_though_sold, ["I-1: sale sale-1 has 1700", "I-2: on 2026-11-21"]),
    (half_given_back, ["I-1: sale sale-1 has 1700 of attempt attempt-1, the terminal kept 1000", "I-2: on 2026-11-21"]),
    (
        not_given_back,
        [
            "I-1: the terminal kept 1700 of charge T8 over 1700 KRW, of attempt attempt-8, which is reversed",
            "I-2: on 2026-11-21 sales have 3400 KRW on cards, the terminal kept 5100",
            "I-9: attempt attempt-8 ended as reversed, the terminal kept 1700",
        ],
    ),
    (declined_though_charged, ["I-1: the terminal kept 1700", "I-2: on", "I-9: attempt attempt-7 ended as declined"]),
    (refunded_at_the_terminal, ["I-2: on refunds sales have 0 KRW on cards, the terminal kept -300"]),
    (
        sale_without_its_attempt,
        [
            "I-1: sale sale-3 is paid by attempt 'attempt-3', which is not in the journal",
            "I-1: the terminal kept 1700 of charge T3 over 1700 KRW, of no attempt and no sale",
            "I-1: sale sale-3 has 1700 of attempt attempt-3, the terminal kept 0",
        ],
    ),
    (two_sales_of_one_attempt, ["I-1: attempt attempt-1 pays 2 sales: sale-1, sale-3"]),
    (
        approval_without_a_sale,
        ["I-1: approved attempt attempt-4 over 900 belongs to no sale", "I-1: the terminal kept 900", "I-2: on"],
    ),
    (central_thinks_otherwise, ["I-1: attempt attempt-8 is reversed in the journal, central says approved"]),
    (
        central_has_another_amount,
        [
            "I-2: sales have 3400 on cards, central has 3300",
            "I-4: sale sale-2 over 1700 is another over 1700 at central",
        ],
    ),
    (told_and_lost, ["I-3: sale sale-5 was said to be done and is not in the journal"]),
    (told_another_number, ["I-3: sale sale-1 was told receipt 9, the journal has 1"]),
    (told_another_total, ["I-3: sale sale-1 was told to cost 1, the journal has 1700"]),
    (missing_at_central, ["I-2: sales have 3400", "I-4: sale sale-2 was sent and is 0 times at central"]),
    (
        twice_at_central,
        [
            "I-1: attempt attempt-1 pays 2 sales at central",
            "I-4: sale sale-1 was sent and is 2 times at central",
        ],
    ),
    (
        foreign_at_central,
        ["I-2: ", "I-4: sale sale-90 is at central and not in the journal", "I-6: line 1 of sale sale-90"],
    ),
    (number_left_out, ["I-5: receipt 3 is missing", "I-5: receipt 4 is missing"]),
    (number_used_again, ["I-5: receipt 2 was given 2 times"]),
    (stock_that_does_not_add_up, ["I-6: B01001: 9 are on hand, movements make 8"]),
    (stock_of_nothing, ["I-6: X: 2 are on hand, movements make 0"]),
    (
        stock_moved_twice,
        ["I-6: B01001: sold by SS01-3/sale-1/1 was counted 2 times", "I-6: line 1 of sale sale-1 sold 1"],
    ),
    (reservation_of_two_minds, ["I-6: reservation R-1 expired and is order A-1"]),
    (printed_another_price, ["I-7: sale sale-1: shown 1700, charged 1700, printed 1600, uploaded 1700"]),
    (another_catalogue, ["I-7: sale sale-1 is of the catalogues 1 and 2"]),
    (changed_entry, ["I-8: entry 1 does not have the hash of its content"]),
    (entry_taken_out, ["I-8: entry 5 follows entry 3", "I-8: entry 5 does not name the hash of entry 3"]),
    (
        entry_with_another_past,
        ["I-8: entry 4 does not name the hash of entry 3", "I-8: entry 4 does not have the hash of its content"],
    ),
    (central_holds_more, ["I-8: central holds entry 12, the journal ends at entry 11"]),
    (central_holds_another, ["I-8: entry 11 has another hash at central than in the journal"]),
    (station_believes_too_much, ["I-8: the station believes central holds entry 14, it holds 11"]),
    (left_open, ["I-9: attempt attempt-4 over 900 has no end"]),
    (reversal_left_open, ["I-9: attempt attempt-4 over 1700 has no end"]),
    (two_at_once, ["I-9: attempt attempt-5 was sent while attempt attempt-4 was not settled, at the same terminal"]),
    (
        two_at_once_for_one_sale,
        ["I-9: attempt attempt-5 was sent while attempt attempt-4 was not settled, for the same"],
    ),
]


@pytest.mark.parametrize(("plant", "wanted"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
def test_a_planted_difference_is_named_and_nothing_else(plant: Plant, wanted: list[str]) -> None:
    shop = agreed()
    plant(shop)
    told = found(shop)
    assert len(told) == len(wanted), told
    for sentence, beginning in zip(told, wanted, strict=True):
        assert sentence.startswith(beginning)


def test_every_invariant_is_planted() -> None:
    assert {sentence[:3] for _, wanted in PLANTED for sentence in wanted} == set(INVARIANTS)


def test_payments_may_be_open_before_the_calm() -> None:
    shop = agreed()
    left_open(shop)
    shop.calm = False
    assert found(shop) == []


def test_a_part_that_was_paid_belongs_to_the_sale_that_the_rest_completed() -> None:
    """I-1: two cards, one sale; the first was told as taken before the sale was there."""
    shop = Shop()
    for number in (1, 2):
        state = "taken" if number == 1 else "approved"
        shop.journal.append("attempt.sent", attempt(STATION, number, 1700, "sent") | {"sale": "sale-1"})
        body = attempt(STATION, number, 1700, state) | {"sale": "sale-1", "charged": 850}
        shop.journal.append("attempt.settled", body)
        shop.terminal.append(charge(number, 850))
    tenders = [{**sale(STATION, number)["tenders"][0], "amount": 850} for number in (1, 2)]
    shop.journal.append("sale.completed", sale(STATION, 1, tenders=tenders))
    assert found(shop) == []


def test_a_payment_over_midnight_counts_on_the_day_it_was_begun() -> None:
    """I-2: both books count it once, whatever their clocks say."""
    shop = Shop()
    shop.journal.append("attempt.sent", attempt(STATION) | {"at": "2026-11-21T23:59:59+09:00", "state": "sent"})
    shop.journal.append("attempt.settled", attempt(STATION) | {"at": "2026-11-22T00:00:02+09:00"})
    shop.journal.append("sale.completed", sale(STATION, completed_at="2026-11-22T00:00:02+09:00"), AT)
    shop.terminal.append(replace(charge(1), at="2026-11-22T00:00:01Z"))
    assert found(shop) == []


def test_a_voucher_of_the_shop_needs_no_terminal() -> None:
    shop = agreed()
    body = attempt(STATION, 3) | {"tender": "voucher", "service_id": "", "handle": "V-1"}
    shop.journal.append("attempt.settled", body)
    tenders = [{"kind": "voucher", "amount": 1700, "attempt": "attempt-3", "approval_code": "V-1"}]
    shop.journal.append("sale.completed", sale(STATION, 3, tenders=tenders))
    assert found(shop) == []


def test_an_entry_that_is_no_sale_is_refused() -> None:
    journal = FakeJournal(STATION)
    journal.append("sale.completed", {"sale": "sale-1"})
    entries: list[JournalEntry] = journal.entries
    with pytest.raises(ValueError, match="SaleDocument"):
        check_ledgers(Ledgers({STATION: entries}))
