"""What a receipt says of its cash receipt, in the four languages: paper and phone page have the same rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.cash_receipt import DOT, CashReceipt, Purpose


@dataclass(frozen=True, slots=True)
class CashReceiptWords:
    """One language; `later` says that it is not issued yet."""

    name: str
    number: str
    supply: str
    tax: str
    tax_free: str
    total: str
    later: str
    purposes: Mapping[Purpose, str]


@dataclass(frozen=True, slots=True)
class CashReceiptRow:
    """A row: its words, and an `amount` in minor units or a `text` beside them."""

    label: str
    text: str = ""
    amount: int | None = None


CASH_RECEIPT_WORDS: Mapping[str, CashReceiptWords] = {
    "ko": CashReceiptWords(
        name="현금영수증",
        number="식별번호",
        supply="공급가액",
        tax="부가세",
        tax_free="면세금액",
        total="현금영수증 금액",
        later="발급 예정",
        purposes={Purpose.CONSUMER: "소득공제", Purpose.BUSINESS: "지출증빙", Purpose.SELF: "자진발급"},
    ),
    "en": CashReceiptWords(
        name="Cash receipt",
        number="ID number",
        supply="Supply value",
        tax="VAT",
        tax_free="Tax-free",
        total="Cash receipt total",
        later="To be issued",
        purposes={Purpose.CONSUMER: "personal", Purpose.BUSINESS: "business", Purpose.SELF: "issued by shop"},
    ),
    "ja": CashReceiptWords(
        name="現金領収証",
        number="識別番号",
        supply="供給価額",
        tax="付加価値税",
        tax_free="免税額",
        total="現金領収証の金額",
        later="発行予定",
        purposes={Purpose.CONSUMER: "所得控除用", Purpose.BUSINESS: "支出証憑用", Purpose.SELF: "自主発行"},
    ),
    "zh": CashReceiptWords(
        name="现金收据",
        number="识别号码",
        supply="供应价额",
        tax="增值税",
        tax_free="免税金额",
        total="现金收据金额",
        later="待开具",
        purposes={Purpose.CONSUMER: "所得扣除", Purpose.BUSINESS: "支出凭证", Purpose.SELF: "商家自行开具"},
    ),
}


def cash_receipt_rows(receipt: CashReceipt, language: str, confirm_number: str = "") -> tuple[CashReceiptRow, ...]:
    """The rows of a cash receipt in `language` (others read Korean): purpose, masked number and amounts.

    Parts of the amount that are zero are left out. `confirm_number` is that under which it was issued.
    """
    words = CASH_RECEIPT_WORDS.get(language, CASH_RECEIPT_WORDS["ko"])
    amounts = receipt.amounts
    parts = ((words.supply, amounts.supply), (words.tax, amounts.tax), (words.tax_free, amounts.tax_free))
    return (
        CashReceiptRow(f"{words.name} ({words.purposes[receipt.purpose]})", confirm_number or words.later),
        CashReceiptRow(words.number, receipt.masked.replace(DOT, "*")),
        *(CashReceiptRow(label, amount=amount) for label, amount in parts if amount),
        CashReceiptRow(words.total, amount=amounts.total),
    )
