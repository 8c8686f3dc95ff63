"""The sentences about coupons and partners' cards: what each takes off, what it waits for, why it does not count."""

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.notice import Notice, NoticeKind

tr = QCoreApplication.translate
Said = tuple[str, str, str]
BENEFITS = frozenset(
    {
        NoticeKind.COUPON_READY,
        NoticeKind.COUPON_WAITS,
        NoticeKind.COUPON_MEMBERS,
        NoticeKind.COUPON_ALREADY,
        NoticeKind.COUPON_USED,
        NoticeKind.COUPON_EXPIRED,
        NoticeKind.COUPON_NOT_NOW,
        NoticeKind.COUPON_UNKNOWN,
        NoticeKind.COUPON_NOT_HERE,
        NoticeKind.COUPON_NOT_CHECKED,
        NoticeKind.COUPON_POINTS,
        NoticeKind.PARTNER_APPLIED,
        NoticeKind.PARTNER_WAITS,
        NoticeKind.PARTNER_UNKNOWN,
    }
)


def benefit_words(notice: Notice) -> Said | None:
    """Tone, title and detail of a notice about a coupon or card, still with %item, %amount and %name in them."""
    return _counts(notice) or _refused(notice.kind)


def waits_words(*, item: bool, missing: bool, name: bool) -> str:
    """What has to happen before a coupon or card counts: goods, or a sum still to be spent."""
    if missing:
        return tr("Notice", "%amount 더 담으면 할인돼요")
    if item:
        return tr("Notice", "%item을(를) 담으면 할인돼요")
    if name:
        return tr("Notice", "‘%name’ 상품을 담으면 할인돼요")
    return tr("Notice", "해당하는 상품을 담으면 할인돼요")


def _counts(notice: Notice) -> Said | None:
    waits = waits_words(item=notice.item is not None, missing=notice.amount > 0, name=notice.name is not None)
    return {
        NoticeKind.COUPON_READY: (
            "positive",
            tr("Notice", "쿠폰 −%amount 쓸게요"),
            tr("Notice", "결제하면 사용돼요"),
        ),
        NoticeKind.COUPON_WAITS: ("neutral", tr("Notice", "아직 쿠폰을 쓸 상품이 없어요"), waits),
        NoticeKind.COUPON_MEMBERS: (
            "neutral",
            tr("Notice", "회원만 쓸 수 있는 쿠폰이에요"),
            tr("Notice", "회원 바코드를 비추면 할인돼요"),
        ),
        NoticeKind.COUPON_ALREADY: (
            "neutral",
            tr("Notice", "이미 담은 쿠폰이에요"),
            tr("Notice", "같은 쿠폰은 한 번에 한 장만 쓸 수 있어요"),
        ),
        NoticeKind.PARTNER_APPLIED: (
            "positive",
            tr("Notice", "제휴 카드로 %amount 할인했어요"),
            tr("Notice", "결제할 때 함께 적용돼요"),
        ),
        NoticeKind.PARTNER_WAITS: ("neutral", tr("Notice", "제휴 카드를 확인했어요"), waits),
    }.get(notice.kind)


def _refused(kind: NoticeKind) -> Said | None:
    here, staff = tr("Notice", "쿠폰 없이 계속 담을 수 있어요"), tr("Notice", "직원에게 보여 주세요")
    title, detail = {
        NoticeKind.COUPON_USED: (tr("Notice", "이미 사용한 쿠폰이에요"), here),
        NoticeKind.COUPON_EXPIRED: (tr("Notice", "기간이 지난 쿠폰이에요"), here),
        NoticeKind.COUPON_NOT_NOW: (
            tr("Notice", "지금은 쓸 수 없는 쿠폰이에요"),
            tr("Notice", "쓸 수 있는 날과 매장을 확인해 주세요"),
        ),
        NoticeKind.COUPON_UNKNOWN: (tr("Notice", "이 매장에 없는 쿠폰이에요"), here),
        NoticeKind.COUPON_NOT_HERE: (tr("Notice", "이 매장에서는 쓸 수 없는 쿠폰이에요"), here),
        NoticeKind.COUPON_NOT_CHECKED: (
            tr("Notice", "지금은 쿠폰을 확인할 수 없어요"),
            tr("Notice", "다음에 쓸 수 있어요"),
        ),
        NoticeKind.COUPON_POINTS: (tr("Notice", "포인트를 주는 쿠폰이에요"), staff),
        NoticeKind.PARTNER_UNKNOWN: (tr("Notice", "이 매장에서 쓸 수 없는 카드예요"), here),
    }.get(kind, ("", ""))
    return ("warning", title, detail) if title else None
