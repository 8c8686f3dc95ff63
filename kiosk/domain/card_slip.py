"""What a card slip (매출전표) says beside brand, amount, masked number and approval number, in four languages.

For terminals that give no receipt lines of their own; payment-card rules ask for these lines on the shopper's paper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import amount_text
from kiosk.domain.sale import PaymentAttempt


@dataclass(frozen=True, slots=True)
class SlipWords:
    """One language of the slip; `{months}` in `spread` is a number."""

    approved_at: str
    months: str
    at_once: str
    spread: str
    card_type: str
    issuer: str
    acquirer: str
    merchant: str
    terminal: str
    wallet: str
    supply: str
    vat: str
    tax_free: str
    service: str


SLIP_WORDS: Mapping[str, SlipWords] = {
    "ko": SlipWords(
        "승인일시", "할부", "일시불", "{months}개월", "카드 구분", "발급사", "매입사", "가맹점번호", "단말기번호",
        "간편결제", "공급가액", "부가세", "면세금액", "봉사료",
    ),
    "en": SlipWords(
        "Approved at", "Instalments", "Paid at once", "{months} months", "Card type", "Issuer", "Acquirer",
        "Merchant no.", "Terminal no.", "Wallet", "Supply", "VAT", "Tax-free", "Service charge",
    ),
    "ja": SlipWords(
        "承認日時", "分割", "一括払い", "{months}回払い", "カード種別", "発行会社", "加盟店契約会社", "加盟店番号",
        "端末番号", "ウォレット", "税抜金額", "付加価値税", "免税金額", "サービス料",
    ),
    "zh": SlipWords(
        "授权时间", "分期", "一次付清", "{months}期", "卡类型", "发卡机构", "收单机构", "商户号", "终端号", "钱包",
        "不含税金额", "增值税", "免税金额", "服务费",
    ),
}  # fmt: skip


def slip_rows(attempt: PaymentAttempt, language: str, *, divided: bool = False) -> tuple[tuple[str, str], ...]:
    """Rows of label and text for what the terminal told of an approval; none where it gave its own lines.

    `divided` adds what the amount is made of, for a payment of a part of the sale. Other languages read Korean.
    """
    if attempt.customer_receipt or not attempt.approval_code:
        return ()
    return tuple(_rows(attempt, SLIP_WORDS.get(language, SLIP_WORDS["ko"]), divided=divided))


def _rows(attempt: PaymentAttempt, words: SlipWords, *, divided: bool) -> Iterator[tuple[str, str]]:
    record = attempt.record
    told = (
        (words.approved_at, _time(record.approved_at)),
        (words.card_type, record.card_type),
        (words.wallet, record.wallet),
        (words.issuer, record.issuer),
        (words.acquirer, record.acquirer),
        (words.merchant, record.merchant_id),
        (words.terminal, record.terminal_id),
    )
    if attempt.months or record.months:
        # What was approved counts; it may differ from what was asked for.
        text = words.spread.format(months=record.months) if record.months else words.at_once
        yield words.months, text
    yield from (row for row in told if row[1])
    amounts = (record.supply, record.vat, record.tax_free, record.service)
    if divided and sum(amounts) == attempt.charged:
        labels = (words.supply, words.vat, words.tax_free, words.service)
        for label, amount in zip(labels, amounts, strict=True):
            if amount:
                yield label, amount_text(amount, attempt.currency)


def _time(text: str) -> str:
    """The moment as the terminal's own clock showed it, to the second."""
    try:
        return datetime.fromisoformat(text).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return text
