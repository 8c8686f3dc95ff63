"""What may not be sold, in kind words for shoppers and in exact ones for staff."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.notice import NoticeKind
from kiosk.domain.sale_check import Finding, Reason, Remedy
from kiosk.ui.display_text import day_text, time_text

tr = QCoreApplication.translate
ICONS = {
    NoticeKind.PAST_BEST: "calendar-blank",
    NoticeKind.PACK_CHECK: "user-gear",
    NoticeKind.PACK_PASSED: "check-circle",
    NoticeKind.SHOW_AGAIN: "barcode",
    NoticeKind.STOPPED_NOW: "prohibit",
    NoticeKind.BLOCKED_ITEM: "prohibit",
    NoticeKind.NOT_CHECKED: "prohibit",
    NoticeKind.STAFF_ONLY: "user-gear",
    NoticeKind.NOT_NOW: "clock",
}


def restriction_words(kind: NoticeKind) -> tuple[str, str, str] | None:
    """Tone, title and detail of a notice about goods that are not sold as they are; None for another notice."""
    passed = tr("Notice", "직원이 확인했어요")
    return (
        {
            NoticeKind.PACK_PASSED: ("positive", passed, tr("Notice", "%item을(를) 담았어요")),
            NoticeKind.BUYER_CHECKED: ("positive", passed, tr("Notice", "이어서 결제할 수 있어요")),
            NoticeKind.BUYER_REFUSED: (
                "warning",
                tr("Notice", "%item은(는) 뺐어요"),
                tr("Notice", "직원이 건네지 못했어요. 다른 상품은 그대로예요"),
            ),
            NoticeKind.SHOW_AGAIN: ("positive", passed, tr("Notice", "%item을(를) 다시 비춰 주세요")),
            NoticeKind.PACK_CHECK: (
                "warning",
                tr("Notice", "직원이 먼저 살펴볼게요"),
                tr("Notice", "%item은(는) 직원이 확인하면 담을 수 있어요"),
            ),
        }.get(kind)
        or _stopped(kind)
        or _limited(kind)
    )


def moment_words(moment: datetime, language: str) -> str:
    """Day and time, such as from when something may be bought."""
    return f"{day_text(moment.date(), language)} {time_text(moment, language)}"


def _stopped(kind: NoticeKind) -> tuple[str, str, str] | None:
    not_added = tr("Notice", "%item은(는) 담지 않았어요. 직원에게 건네 주세요")
    title, detail = {
        NoticeKind.PAST_BEST: (tr("Notice", "품질유지기한이 지난 상품이에요"), not_added),
        NoticeKind.NOT_CHECKED: (tr("Notice", "지금은 안전을 확인할 수 없는 상품이에요"), not_added),
        NoticeKind.STOPPED_NOW: (
            tr("Notice", "방금 판매가 멈춘 상품이에요"),
            tr("Notice", "%item은(는) 뺐어요. 직원에게 건네 주세요. 다른 상품은 그대로예요"),
        ),
    }.get(kind, ("", ""))
    return ("warning", title, detail) if title else None


def _limited(kind: NoticeKind) -> tuple[str, str, str] | None:
    no_more = tr("Notice", "%item은(는) 더 담지 않았어요")
    title, detail = {
        NoticeKind.STAFF_ONLY: (
            tr("Notice", "직원이 있을 때만 파는 상품이에요"),
            tr("Notice", "지금은 직원이 없어서 %item은(는) 담지 않았어요"),
        ),
        NoticeKind.NOT_NOW: (
            tr("Notice", "지금은 살 수 없는 시간이에요"),
            tr("Notice", "%item은(는) %when부터 살 수 있어요"),
        ),
        NoticeKind.SALE_LIMIT: (tr("Notice", "한 번에 %count개까지 살 수 있어요"), no_more),
        NoticeKind.PERSON_LIMIT: (tr("Notice", "한 분이 %count개까지 살 수 있어요"), no_more),
    }.get(kind, ("", ""))
    return ("warning", title, detail) if title else None


# for staff


def finding_badge(finding: Finding) -> str:
    """What the sale check found, in a word or two for staff; "" where the kind of the request says it."""
    return {Reason.RECALLED: tr("Staff", "회수"), Reason.SELL_BY: tr("Staff", "판매기한 확인")}.get(finding.reason, "")


def finding_words(finding: Finding) -> str:
    """What holds for the pack and what is to be done, exactly."""
    if finding.reason is Reason.LOT_UNKNOWN:
        return _lot_unknown(finding.remedy)
    if finding.reason is Reason.BEST_BEFORE:
        return _past_best(finding.remedy)
    if finding.reason is Reason.LIST_OLD:
        return _list_old(finding.remedy)
    return {
        Reason.RECALLED: tr("Staff", "회수 대상이에요. 팔 수 없어요. 진열대에서 빼 주세요"),
        Reason.SALE_STOP: tr("Staff", "판매 중지예요. 팔 수 없어요. 진열대에서 빼 주세요"),
        Reason.EXPIRED: tr("Staff", "팔 수 없어요. 진열대도 봐 주세요"),
        Reason.SELL_BY: tr("Staff", "판매기한이 지났어요. 팔 수 없어요. 진열대도 봐 주세요"),
    }.get(finding.reason, "")


def recall_list_words(as_of: datetime | None, language: str) -> str:
    """How old the list of recalls is, for staff."""
    if as_of is None:
        return tr("Staff", "회수 목록은 최신이에요")
    return tr("Staff", "회수 목록은 %1 것이에요").replace("%1", moment_words(as_of, language))


def refused_rules_words(rules: Sequence[str]) -> str:
    """Rules of the catalogue that are not followed, for staff; "" when there are none."""
    if not rules:
        return ""
    named = ", ".join(rules[:3]) + (" …" if len(rules) > 3 else "")
    return (
        tr("Staff", "카탈로그의 규칙 %1개는 틀려서 쓰지 않아요: %2").replace("%1", str(len(rules))).replace("%2", named)
    )


def _lot_unknown(remedy: Remedy) -> str:
    if remedy is Remedy.STAFF:
        return tr("Staff", "일부 로트가 회수 중이에요. 포장에 찍힌 로트를 회수 공지와 비교해 주세요")
    if remedy is Remedy.WARN:
        return tr("Staff", "일부 로트가 회수 중이에요. 팔 수 있지만 진열대의 로트를 봐 주세요")
    return tr("Staff", "일부 로트가 회수 중이고 이 포장의 로트는 알 수 없어요. 팔 수 없어요")


def _past_best(remedy: Remedy) -> str:
    if remedy is Remedy.STAFF:
        return tr("Staff", "품질유지기한이 지났어요. 상태를 보고 정해 주세요")
    if remedy is Remedy.WARN:
        return tr("Staff", "팔 수 있어요. 진열대를 봐 주세요")
    return tr("Staff", "품질유지기한이 지나 이 매장에서는 팔지 않아요. 진열대에서 빼 주세요")


def _list_old(remedy: Remedy) -> str:
    if remedy is Remedy.WARN:
        return tr("Staff", "팔 수 있어요. 인터넷 연결을 봐 주세요")
    if remedy is Remedy.STAFF:
        return tr("Staff", "회수 공지를 직접 확인하고 정해 주세요")
    return tr("Staff", "목록이 새로 올 때까지 팔 수 없는 상품이 있어요. 인터넷 연결을 봐 주세요")
