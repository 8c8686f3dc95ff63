"""The sentences that tell a shopper what happened: title and what to do, for each notice."""

import re

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.ui.benefit_words import benefit_words
from kiosk.ui.code_words import code_words
from kiosk.ui.display_text import money_words
from kiosk.ui.restriction_words import moment_words, restriction_words

tr = QCoreApplication.translate


def notice_words(
    notice: Notice, currency: str, language: str, *, total: int = 0, wallet_codes: bool = False, paying: bool = False
) -> tuple[str, str, str]:
    """Tone (positive, warning, neutral), title and detail of a notice (screens.md, Key messages).

    `total` is what the cart costs now, `wallet_codes` whether a payment code can be shown to our own scanner,
    `paying` whether the shopper is at the tenders or at the terminal already.
    """
    tone, title, detail = benefit_words(notice) or _words(notice.kind)
    if notice.kind is NoticeKind.MEMBER_APPLIED and not notice.amount:
        detail = tr("Cart", "회원가가 있는 상품을 담으면 바로 바뀌어요")
    if notice.kind is NoticeKind.WALLET_CODE and paying:
        detail = tr("Notice", "코드를 단말기에 보여 주세요. 안 되면 카드로 결제할 수 있어요")
    elif notice.kind is NoticeKind.WALLET_CODE and wallet_codes:
        detail = tr("Notice", "결제하기를 누르면 쓸 수 있어요")
    detail = detail.replace("%before", money_words(total + notice.amount, currency, language))
    detail = detail.replace("%after", money_words(total, currency, language))
    item = notice.item.name.to(language) if notice.item else ""
    if notice.more:
        more = notice.more
        item = tr("Notice", "%1 외 %n개", "", more).replace("%1", item)
    amount = money_words(notice.amount, currency, language)
    when = moment_words(notice.opens, language) if notice.opens else ""
    title, detail = (_timed(words, notice.count, when) for words in (title, detail))
    if notice.name is not None:
        detail = detail.replace("%name", notice.name.to(language))
    return tone, _filled(title, item, amount), _filled(detail, item, amount)


def with_particles(words: str) -> str:
    """Korean with each `은(는)`, `을(를)`, `이(가)` resolved by how the word before it ends when read aloud."""
    return re.sub(r"(\S+?)(은|을|이)\((는|를|가)\)", lambda m: m[1] + (m[2] if _ends_closed(m[1]) else m[3]), words)


def _ends_closed(word: str) -> bool:
    if word.endswith(("mL", "ml", "L")):  # read as 리터
        return False
    last = word[-1]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    return last in "013678lmnrgLMNR"


def _timed(words: str, count: int, when: str) -> str:
    return words.replace("%count", str(count)).replace("%when", when)


def _filled(words: str, item: str, amount: str) -> str:
    return with_particles(words.replace("%item", item).replace("%amount", amount))


def _words(kind: NoticeKind) -> tuple[str, str, str]:
    said = code_words(kind) or restriction_words(kind) or _at_scan(kind) or _at_price(kind) or _later(kind)
    return said or ("neutral", "", "")


def _at_scan(kind: NoticeKind) -> tuple[str, str, str] | None:
    unknown = tr("Notice", "직원에게 알렸어요. 다른 상품을 먼저 담아 주세요")
    return {
        NoticeKind.UNKNOWN_CODE: ("warning", tr("Notice", "처음 보는 상품이에요"), unknown),
        NoticeKind.BLOCKED_ITEM: (
            "warning",
            tr("Notice", "지금은 팔지 않는 상품이에요"),
            tr("Notice", "%item은(는) 담지 않았어요. 직원에게 건네 주세요"),
        ),
        NoticeKind.ITEM_NOT_IN_STORE: (
            "warning",
            tr("Notice", "매장에서는 팔지 않는 상품이에요"),
            tr("Notice", "상품 찾기에서 배송으로 주문할 수 있어요"),
        ),
        NoticeKind.SCALE_FAULT: (
            "warning",
            tr("Notice", "저울을 쓸 수 없어요"),
            tr("Notice", "직원을 불러 주시면 도와 드려요"),
        ),
        NoticeKind.SCAN_HELD: (
            "neutral",
            tr("Notice", "결제하는 중이에요"),
            tr("Notice", "방금 스캔한 상품은 이번 결제에 들어가지 않아요"),
        ),
        NoticeKind.SCAN_LEFT_OUT: (
            "warning",
            tr("Notice", "계산하지 않은 상품이 있어요"),
            tr("Notice", "결제하는 동안 스캔한 상품은 다시 담아 주세요"),
        ),
    }.get(kind)


def _at_price(kind: NoticeKind) -> tuple[str, str, str] | None:
    return {
        NoticeKind.PROMOTION_REACHED: (
            "positive",
            tr("Notice", "행사 할인을 받았어요"),
            tr("Notice", "%amount을 할인했어요"),
        ),
        NoticeKind.MEMBER_APPLIED: (
            "positive",
            tr("Notice", "회원가로 바뀌었어요"),
            "%before → %after",
        ),
        NoticeKind.MEMBER_UNKNOWN: (
            "warning",
            tr("Notice", "등록된 회원 번호가 아니에요"),
            tr("Notice", "회원 바코드를 다시 비춰 주세요. 회원이 아니어도 살 수 있어요"),
        ),
        NoticeKind.PRICE_FELL: (
            "positive",
            tr("Notice", "가격이 내렸어요"),
            tr("Notice", "%amount 싸게 살 수 있어요"),
        ),
        NoticeKind.PRICE_LOWERED: (
            "positive",
            tr("Notice", "직원이 가격을 고쳤어요"),
            tr("Notice", "%item %amount 싸게 살 수 있어요"),
        ),
        NoticeKind.QUANTITY_LIMIT: (
            "warning",
            tr("Notice", "한 번에 99개까지 담을 수 있어요"),
            tr("Notice", "더 필요하면 직원을 불러 주세요"),
        ),
    }.get(kind)


def _later(kind: NoticeKind) -> tuple[str, str, str] | None:
    return {
        NoticeKind.NOT_SAVED: (
            "warning",
            tr("Notice", "지금은 저장하지 못했어요"),
            tr("Notice", "결제하지 않았고 장바구니는 그대로예요. 직원을 불러 주세요"),
        ),
        NoticeKind.CART_KEPT: (
            "neutral",
            tr("Notice", "장바구니를 지켜 두었어요"),
            tr("Notice", "5분 안에 돌아오면 이어서 담을 수 있어요"),
        ),
        NoticeKind.AGE_REFUSED: (
            "warning",
            tr("Notice", "%item은(는) 뺐어요"),
            tr("Notice", "성인 확인이 되지 않았어요. 다른 상품은 그대로예요"),
        ),
        NoticeKind.AGE_APPROVED: (
            "positive",
            tr("Notice", "성인 확인이 끝났어요"),
            tr("Notice", "이어서 결제할 수 있어요"),
        ),
        NoticeKind.ORDER_REFUSED: (
            "warning",
            tr("Notice", "지금은 그렇게 받을 수 없어요"),
            tr("Notice", "%item을(를) 받을 다른 방법을 골라 주세요"),
        ),
        NoticeKind.REMOVED: ("neutral", tr("Notice", "%item을(를) 뺐어요"), ""),
    }.get(kind)
