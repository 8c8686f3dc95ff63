"""Several tenders in one sale, in the shopper's words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.snapshot import CardOffer, TakenView
from kiosk.domain.sale import Tender
from kiosk.domain.tender import TenderKind
from kiosk.ui.display_text import money_words

tr = QCoreApplication.translate
MOST_WAYS = 4


def tender_name(tender: str, brand: str = "") -> str:
    """What a tender is called: the card's own name where the terminal told it."""
    names = {"card": tr("Payment", "카드"), "voucher": tr("Payment", "상품권"), "points": tr("Payment", "포인트")}
    kind = tender.partition(":")[0]
    return brand or names.get(kind, kind)


def taken_rows(taken: Sequence[TakenView], currency: str, language: str) -> list[dict[str, str]]:
    """A row for each tender that paid a part: its name, its masked number and the amount in words."""
    return [
        {
            "name": tender_name(part.tender, part.brand),
            "detail": part.number,
            "amount": money_words(part.amount, currency, language),
        }
        for part in taken
    ]


def paid_rows(tenders: Sequence[Tender], currency: str, language: str) -> list[dict[str, str]]:
    """A row for each tender of a completed sale: name, number, approval and the amount in words."""
    return [
        {
            "name": " ".join(part for part in (tender_name(x.kind, x.brand), x.masked_card) if part),
            "approval": x.approval_code,
            "amount": money_words(x.amount, currency, language),
        }
        for x in tenders
    ]


def is_pay(tender: str) -> bool:
    """Whether a tender's name is that of a simple pay."""
    return tender.partition(":")[0] == TenderKind.SIMPLE_PAY.value


def card_rows(offers: Sequence[CardOffer], currency: str, language: str) -> list[dict[str, object]]:
    """A row for each named card or pay that saves: its name, old and new total, and whether it is chosen."""
    rows = []
    by_card, by_pay = tr("Payment", "이 카드로 모두 내면 %1 → %2"), tr("Payment", "이 페이로 모두 내면 %1 → %2")
    for offer in offers:
        before = money_words(offer.total + offer.saves, currency, language)
        after = money_words(offer.total, currency, language)
        rows.append(
            {
                "tender": offer.tender,
                "title": offer.name.to(language),
                "detail": (by_pay if is_pay(offer.tender) else by_card).replace("%1", before).replace("%2", after),
                "chosen": offer.chosen,
            }
        )
    return rows


def share_rows(rest: int, currency: str, language: str) -> list[dict[str, object]]:
    """How the rest is divided over 2 to 4 payers; whoever pays last pays what is left over."""
    return [
        {
            "ways": ways,
            "title": tr("Payment", "%n번으로 나눠요", "", ways),
            "amount": money_words(rest // ways, currency, language),
        }
        for ways in range(2, MOST_WAYS + 1)
        if rest // ways > 0
    ]
