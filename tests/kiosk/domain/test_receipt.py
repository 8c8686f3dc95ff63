"""Receipts, word for word; proves that what is printed is what was priced."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.cash_receipt import CashReceipt, IdentifierKind, Purpose, amounts_of
from kiosk.domain.cash_receipt_words import CASH_RECEIPT_WORDS, cash_receipt_rows
from kiosk.domain.catalogue import LANGUAGES, CatalogueItem, LocalText, SaleFee, SoldBy
from kiosk.domain.country import profile_for
from kiosk.domain.fees import fees_of
from kiosk.domain.fulfilment import SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Promotion
from kiosk.domain.receipt import ReceiptLine, ReceiptPart, ReceiptQr, receipt_lines
from kiosk.domain.receipt_words import WORDS, ReceiptWords
from kiosk.domain.sale import Sale, Tender
from kiosk.domain.tax import TaxRules

GOLDEN = Path(__file__).parents[2] / "golden"
AT = datetime(2026, 11, 21, 18, 12, 5, tzinfo=timezone(timedelta(hours=9)))
RATES = {"standard": "10", "exempt": "0", "zero": "0"}

MILK = CatalogueItem(
    "milk", "", LocalText("바나나우유", "Banana milk", "バナナ牛乳", "香蕉牛奶"), 1700, member_price=1500
)
APPLE = CatalogueItem("apple", "", LocalText("사과", "Apple", "りんご", "苹果"), 9900, "exempt", SoldBy.KG)
HAM = CatalogueItem("ham", "", LocalText("햄", "Ham", "ハム", "火腿"), 22_000, sold_by=SoldBy.KG)
CHAIR = CatalogueItem("chair", "", LocalText("의자", "Chair", "椅子", "椅子"), 89_000, shipping=True)
BEER = CatalogueItem("beer", "", LocalText("병맥주", "Beer", "瓶ビール", "瓶装啤酒"), 2_500, deposit=130)
BOOK = CatalogueItem("book", "", LocalText("책", "Book", "本", "书"), 12_000, "zero", pickup=True)
LINES = (
    LineItem("1", MILK, 2),
    LineItem("2", APPLE, grams=842),
    LineItem("3", HAM, fixed_price=4_980),
    LineItem("4", CHAIR, fulfilment=SHIP),
    LineItem("5", BOOK, fulfilment=Fulfilment(FulfilmentKind.PICK_UP, "SS02")),
    LineItem("6", BEER, 3),
    LineItem("7", BOOK, override=PriceOverride(9_900, "damaged", "p1")),
)
PROMOTIONS: tuple[Promotion, ...] = (
    NPlusM(
        promotion_id="P1",
        name=LocalText("우유 1+1", "Milk 1+1", "牛乳 1+1", "牛奶 1+1"),
        pool=Pool(frozenset({"milk"})),
        buy=1,
        free=1,
    ),
    PercentOff(
        promotion_id="P2",
        name=LocalText("의자 할인", "Chairs", "椅子割引", "椅子优惠"),
        pool=Pool(frozenset({"chair"})),
        percent=20,
    ),
)


def sale(lines: tuple[LineItem, ...] = LINES, *, member: str = "2900001234564") -> Sale:
    cart = price_cart(
        lines,
        PROMOTIONS,
        PricingContext(at=AT, shop="SS01", member=bool(member), tax=TaxRules(rates=RATES)),
        fees=(*fees_of(lines, ()), *((Fee("shipping", 3000),) if len(lines) > 1 else ())),
    )
    tender = Tender("card", cart.total, "a1", "BARO카드", "5409-12**-****-3456", "30012345")
    return Sale("s1", 123, "K01", "SS01", 7, AT, "ko", cart, (tender,) if cart.total else (), member, "token")


def written(parts: tuple[ReceiptPart, ...]) -> str:
    """The receipt as text: the look in front, then left | right."""
    rows = []
    for part in parts:
        if isinstance(part, ReceiptQr):
            rows.append(f"QR    {part.text}")
        elif part.rule:
            rows.append("-----")
        else:
            look = "".join(
                mark if on else "." for mark, on in (("B", part.bold), ("L", part.large), ("C", part.centred))
            )
            rows.append(f"{look}   {part.left} | {part.right}" if part.right else f"{look}   {part.left}")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_word_for_word(language: str) -> None:
    parts = receipt_lines(
        sale(),
        "바로마트 성수점",
        language,
        details=("서울 성동구 성수이로 1", "사업자 123-45-67890"),
        customer_receipt=("--- 단말기 영수증 ---", "승인 30012345   일시불"),
        link="https://r.example/r/token?s=x",
        copy=language == "en",
        order_number="SS01-000123",
    )
    assert written(parts) == (GOLDEN / f"receipt_{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cash_receipt_word_for_word(language: str) -> None:
    """To be issued, its number masked, its amounts; the whole number is nowhere."""
    done = sale()
    amounts = amounts_of(10_000, done.cart)
    parts = receipt_lines(
        replace(done, cash_receipt=CashReceipt(Purpose.CONSUMER, IdentifierKind.PHONE, "010-••••-5678", amounts)),
        "바로마트 성수점",
        language,
    )
    text = written(parts)
    assert text == (GOLDEN / f"receipt_cash_receipt_{language}.txt").read_text(encoding="utf-8")
    assert WORDS[language].approval in text


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_has_its_name(purpose: Purpose) -> None:
    amounts = amounts_of(1_000, sale((LineItem("1", MILK),)).cart)
    for language, words in CASH_RECEIPT_WORDS.items():
        head, number, *sums = cash_receipt_rows(
            CashReceipt(purpose, IdentifierKind.PHONE, "010-•••-1234", amounts), language
        )
        assert (head.label, head.text) == (f"{words.name} ({words.purposes[purpose]})", words.later)
        assert number.text == "010-***-1234"
        assert sum(row.amount or 0 for row in sums[:-1]) == sums[-1].amount == 1_000


def test_what_is_not_there_is_not_printed() -> None:
    text = written(receipt_lines(sale((LineItem("1", replace(MILK, member_price=None)),), member=""), "B", "ko"))
    for word in (
        WORDS["ko"].discount,
        WORDS["ko"].exempt,
        WORDS["ko"].member,
        WORDS["ko"].copy,
        "QR",
        WORDS["ko"].exempt_mark,
    ):
        assert word not in text
    free = sale((LineItem("1", replace(MILK, unit_price=0, member_price=None)),))
    assert WORDS["ko"].nothing_paid in written(receipt_lines(free, "B", "ko"))
    assert receipt_lines(free, "B", "fr") == receipt_lines(free, "B", "ko")


def test_the_sums_of_the_receipt_are_those_of_the_sale() -> None:
    done = sale()
    words = WORDS["ko"]
    right = {p.left: p.right for p in receipt_lines(done, "B", "ko") if isinstance(p, ReceiptLine) and p.right}
    amounts = {left: int(text.replace(",", "")) for left, text in right.items() if text.replace(",", "").isdigit()}
    assert amounts[words.total] == done.cart.total
    outside = sum(fee.amount for fee in done.cart.fees if fee.tax == "")
    assert outside == 390
    told = sum(amounts[x] for x in (words.taxable, words.tax, words.exempt, words.zero_rated))
    assert done.cart.total == told + outside


def abroad(country: str, currency: str, tender: str = "card", **rates: str) -> Sale:
    """A small sale in another country: taxed twice, not taxed, reduced where there is such a rate, a deposit."""
    profile = profile_for(country, rates)
    tea = replace(MILK, name=LocalText("홍차", "Black tea", "紅茶", "红茶"), unit_price=1999, member_price=None)
    lines = [
        LineItem("1", replace(APPLE, name=APPLE.name, unit_price=1250), grams=842),
        LineItem("2", tea, 2),
        LineItem("3", replace(BEER, unit_price=249, deposit=10), 3),
    ]
    if "reduced" in profile.tax.rates:
        lines.append(LineItem("4", replace(BOOK, unit_price=1_290, tax="reduced")))
    context = PricingContext(at=AT, shop="S1", currency=currency, tax=profile.tax)
    cart = price_cart(lines, PROMOTIONS[:1], context, fees_of(lines, (SaleFee("service", 25),)))
    rounding = profile.cash.difference(cart.total, tender)
    paid = Tender(tender, cart.total + rounding)
    return Sale("s2", 7, "K01", "S1", 3, AT, "en", cart, (paid,), "", "token", rounding)


@pytest.mark.parametrize(
    ("name", "language", "country", "currency", "tender", "rates"),
    [
        ("us_en", "en", "US", "USD", "card", {"standard": "8.875"}),
        ("jp_ja", "ja", "JP", "JPY", "card", {}),
        ("de_en", "en", "DE", "EUR", "card", {}),
        ("ch_cash_en", "en", "CH", "CHF", "cash", {}),
        ("kw_cash_en", "en", "KW", "KWD", "cash", {}),
    ],
)
def test_the_receipt_of_another_country_word_for_word(
    name: str, language: str, country: str, currency: str, tender: str, rates: dict[str, str]
) -> None:
    text = written(receipt_lines(abroad(country, currency, tender, **rates), "Baro", language))
    assert text == (GOLDEN / f"receipt_{name}.txt").read_text(encoding="utf-8")


def test_tax_on_top_is_added_to_the_subtotal() -> None:
    done = abroad("US", "USD", standard="8.875")
    right = {p.left: p.right for p in receipt_lines(done, "B", "en") if isinstance(p, ReceiptLine) and p.right}
    # 10.53 + 19.99 + 7.47, a fee of 0.25 (taxed) and deposits of 0.30 (not): 27.71 at 8.875 % is 2.46.
    assert right["Subtotal"] == "38.54"
    assert right["Sales tax 8.875% (27.71)"] == "2.46"
    assert right["Total USD"] == "41.00"


def test_what_coins_cannot_pay_has_its_own_line() -> None:
    done = abroad("CH", "CHF", "cash")
    right = {p.left: p.right for p in receipt_lines(done, "B", "en") if isinstance(p, ReceiptLine) and p.right}
    assert (right["Total CHF"], right["Cash rounding"], right["To pay"]) == ("51.44", "0.01", "51.45")
    assert right["Cash"] == "51.45"
    by_card = written(receipt_lines(abroad("CH", "CHF"), "B", "en"))
    assert "Cash rounding" not in by_card


def test_the_member_number_is_not_readable_on_paper() -> None:
    text = written(receipt_lines(sale(), "B", "ko"))
    assert "2900001234564" not in text
    assert "*********4564" in text


def test_no_language_lacks_a_word() -> None:
    for language in LANGUAGES:
        words = WORDS[language]
        for name in ReceiptWords.__slots__:
            value = getattr(words, name)
            assert value, (language, name)
            if isinstance(value, Mapping):
                assert set(value) == set(getattr(WORDS["ko"], name))
        assert "{days}" in words.returns
