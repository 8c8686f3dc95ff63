"""What the station charged and gave back at its terminal since that closed its day, counted as it is committed."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.sale import AttemptState, PaymentAttempt
from kiosk.domain.tender import TenderKind
from sync.wire.terminal import BrandSumDocument, OwnSumsDocument

SUMS_KEY = "terminal_sums"
BY_TERMINAL = frozenset({TenderKind.CARD.value, TenderKind.SIMPLE_PAY.value})


@dataclass(frozen=True, slots=True)
class _Change:
    charged: int
    payments: int
    given_back: int
    reversals: int

    @property
    def any(self) -> bool:
        return bool(self.charged or self.payments or self.given_back or self.reversals)


def sums_of(unit: UnitOfWork) -> OwnSumsDocument:
    """The station's sums until now."""
    text = unit.value(SUMS_KEY)
    return OwnSumsDocument.model_validate_json(text) if text else OwnSumsDocument()


def note_sums(unit: UnitOfWork, before: PaymentAttempt | None, after: PaymentAttempt) -> None:
    """Count what changes with this commit of an attempt; the same commit again changes nothing."""
    change = _change(before, after)
    if after.tender.partition(":")[0] not in BY_TERMINAL or not change.any:
        return
    sums = sums_of(unit)
    told = sums.model_copy(
        update={
            "currency": after.currency,
            "charged": sums.charged + change.charged,
            "charged_count": sums.charged_count + change.payments,
            "given_back": sums.given_back + change.given_back,
            "given_back_count": sums.given_back_count + change.reversals,
            "brands": _brands(sums.brands, after.brand, change),
        }
    )
    unit.put_value(SUMS_KEY, told.model_dump_json())


def start_anew(unit: UnitOfWork, since: datetime) -> None:
    """The terminal closed its day: both begin to count again."""
    unit.put_value(SUMS_KEY, OwnSumsDocument(since=since, currency=sums_of(unit).currency).model_dump_json())


def _change(before: PaymentAttempt | None, after: PaymentAttempt) -> _Change:
    had = before.charged if before is not None else 0
    back = after.state is AttemptState.REVERSED and (before is None or before.state is not AttemptState.REVERSED)
    payments = (after.charged > 0) - (had > 0)
    return _Change(after.charged - had, payments, after.charged if back else 0, int(back and after.charged > 0))


def _brands(known: tuple[BrandSumDocument, ...], brand: str, change: _Change) -> tuple[BrandSumDocument, ...]:
    sums = {row.brand: row for row in known}
    old = sums.get(brand, BrandSumDocument(brand=brand, count=0, amount=0))
    amount = old.amount + change.charged - change.given_back
    sums[brand] = BrandSumDocument(brand=brand, count=old.count + change.payments + change.reversals, amount=amount)
    return tuple(sums.values())
