"""Runs I-1 to I-9 over three ledgers and names every difference."""

from collections.abc import Callable, Iterator

from sync.central.ledgers import goods, money, records
from sync.central.ledgers.books import Ledgers
from sync.central.ledgers.difference import Difference

INVARIANTS: dict[str, Callable[[Ledgers], Iterator[Difference]]] = {
    "I-1": money.one_sale_each,
    "I-2": money.sums_agree,
    "I-3": records.nothing_lost,
    "I-4": records.once_at_central,
    "I-5": records.receipt_numbers,
    "I-6": goods.stock,
    "I-7": goods.prices,
    "I-8": records.chains,
    "I-9": money.nothing_guessed,
}


def check_ledgers(ledgers: Ledgers) -> list[Difference]:
    """Every difference, in the order of the invariants; none when all is well.

    Raises `ValueError` when an entry of a journal is not the document that its kind promises.
    """
    return [difference for rule in INVARIANTS.values() for difference in rule(ledgers)]
