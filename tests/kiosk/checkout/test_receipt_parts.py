"""The paper receipt: in the shopper's language where the printer can spell it, with what the law wants."""

from datetime import datetime, timedelta, timezone

import pytest

from hardware.codecs.printer_text import UNPRINTABLE, encode
from hardware.ports.receipt_printer import PrintLine, PrintQr
from kiosk.checkout.receipt_parts import receipt_parts
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, Shop
from kiosk.domain.country import KOREA
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import PercentOff, Pool
from kiosk.domain.sale import AttemptState, PaymentAttempt, Sale, Tender, TerminalRecord

AT = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))
MILK = CatalogueItem("milk", "", LocalText("우유", "Milk", "牛乳", "牛奶"), 1700)
HALF = PercentOff(promotion_id="P", name=LocalText("반값", "Half", "半額", "半价"), pool=Pool(), percent=50)
SHOP = Shop(
    "SS01",
    LocalText("성수점", "Seongsu", "聖水店", "圣水店"),
    LocalText("서울", "Seoul", "ソウル", "首尔"),
    registration=("000-00-00101", "02-000-0101"),
)


def sale(language: str) -> Sale:
    cart = price_cart([LineItem("1", MILK, 2)], [HALF], PricingContext(at=AT, shop="SS01", tax=KOREA.tax))
    return Sale("s", 1, "K1", "SS01", 1, AT, language, cart, (Tender("card", cart.total),), "", "token")


def texts(language: str, shop: Shop | None = SHOP) -> list[str]:
    parts = receipt_parts(sale(language), shop=shop, link="https://r.example/r/x", copy=False)
    assert isinstance(parts[-1], PrintQr)
    return [part.left for part in parts if isinstance(part, PrintLine)]


@pytest.mark.parametrize(("language", "printed"), [("ko", "우유"), ("en", "Milk"), ("zh", "Milk"), ("ja", "Milk")])
def test_paper_speaks_english_to_whom_it_cannot_spell(language: str, printed: str) -> None:
    assert printed in texts(language)


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_nothing_on_paper_is_unreadable(language: str) -> None:
    paper = encode("\n".join(texts(language)))
    assert UNPRINTABLE.encode("cp949") not in paper
    assert b"?" not in paper


def test_address_and_registration_stand_under_the_name() -> None:
    assert texts("ko")[:4] == ["성수점", "서울", "000-00-00101", "02-000-0101"]


def test_a_shop_that_the_catalogue_does_not_know_is_named_by_its_id() -> None:
    assert texts("ko", shop=None)[0] == "SS01"


def paid_by(*attempts: PaymentAttempt) -> list[PrintLine]:
    cart = sale("ko").cart
    tenders = tuple(Tender("card", x.charged, x.attempt_id, approval_code=x.approval_code) for x in attempts)
    done = Sale("s", 1, "K1", "SS01", 1, AT, "ko", cart, tenders, "", "token")
    parts = receipt_parts(done, shop=SHOP, link="", copy=False, attempts=attempts)
    return [part for part in parts if isinstance(part, PrintLine)]


def attempt(name: str, charged: int, *lines: str, **record: object) -> PaymentAttempt:
    told = TerminalRecord(**record)  # type: ignore[arg-type]
    return PaymentAttempt(
        name, "s", name, charged, "KRW", AttemptState.APPROVED, AT, charged=charged, approval_code=f"00{name}",
        customer_receipt=lines, record=told,
    )  # fmt: skip


def test_what_the_terminal_printed_stands_there_unchanged_and_in_order() -> None:
    """payment.md 2.8: in order and unchanged, of every card in the order they paid."""
    lines = [x.left for x in paid_by(attempt("1", 700, " A  B ", "", "TOTAL   700"), attempt("2", 1000, "SECOND"))]
    at = lines.index(" A  B ")
    assert lines[at : at + 4] == [" A  B ", "", "TOTAL   700", "SECOND"]


def test_where_the_terminal_printed_nothing_the_slip_is_written_from_its_answer() -> None:
    rows = [(x.left, x.right) for x in paid_by(attempt("1", 1700, acquirer="BC", terminal_id="T1", months=3))]
    at = rows.index(("승인번호", "001"))
    assert rows[at + 1 : at + 4] == [("할부", "3개월"), ("매입사", "BC"), ("단말기번호", "T1")]


def test_each_of_two_cards_has_its_own_slip_with_what_its_part_is_made_of() -> None:
    cards = (
        attempt("1", 700, supply=636, vat=64, acquirer="BC"),
        attempt("2", 1000, supply=909, vat=91, acquirer="KB"),
    )
    rows = [(x.left, x.right) for x in paid_by(*cards)]
    assert rows.index(("매입사", "BC")) < rows.index(("공급가액", "636")) < rows.index(("승인번호", "002"))
    assert rows.index(("승인번호", "002")) < rows.index(("매입사", "KB")) < rows.index(("부가세", "91"))
