"""What waits for staff, as cards: what it is about, what the rule says, and what can be answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from kiosk.attendant.approve import may, needed_role
from kiosk.checkout.snapshot import StaffRequest
from kiosk.domain.sale_check import Reason
from kiosk.ui.display_text import money_words
from kiosk.ui.payment_evidence import both_sides, decisions, question_words
from kiosk.ui.restriction_words import finding_badge, finding_words

tr = QCoreApplication.translate
_ICONS = {
    "age": "identification-card",
    "unknown_payment": "credit-card",
    "help": "call-bell",
    "unknown_item": "question",
    "scale": "scales",
    "price": "tag",
    "label": "tag",
    "blocked_item": "prohibit",
    "pack_check": "package",
    "list_old": "cloud-slash",
    "expired": "prohibit",
    "past_best": "clock",
}


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A card; an empty `approve`, `refuse` or `change` is not offered. `evidence` are lines of name, tab, value.

    Of a payment, `evidence` is what this till asked, `theirs` what the terminal says.
    """

    key: str
    kind: str
    badge: str
    rule: str
    title: str
    detail: str
    icon: str
    picture: str
    tint: str
    category: str
    approve: str
    refuse: str
    takenBy: str
    takeOffered: bool
    evidence: list[str]
    notAllowed: str
    change: str = ""
    theirs: list[str] = field(default_factory=list)


def request_rows(requests: Sequence[StaffRequest], role: str, currency: str, language: str) -> list[RequestRow]:
    """All requests for who is signed in with that role."""
    return [_row(request, role, currency, language) for request in requests]


def role_words(role: str) -> str:
    """A role by its name."""
    return {
        "attendant": tr("Staff", "직원"),
        "supervisor": tr("Staff", "책임자"),
        "technician": tr("Staff", "기사"),
    }.get(role, role)


def not_allowed_words(needed: str) -> str:
    """Whose right is needed."""
    return tr("Staff", "%1 권한이 필요해요").replace("%1", role_words(needed))


def born_words(iso: str, language: str) -> str:
    """The latest date of birth that is old enough."""
    day = date.fromisoformat(iso)
    words = tr("Staff", "%1년 %2월 %3일까지 태어난 분")
    if language == "en":
        return words.replace("%1", f"{day.year}").replace("%2", f"{day.month:02d}").replace("%3", f"{day.day:02d}")
    return words.replace("%1", str(day.year)).replace("%2", str(day.month)).replace("%3", str(day.day))


def _row(request: StaffRequest, role: str, currency: str, language: str) -> RequestRow:
    item = request.item
    money = request.kind == "unknown_payment"
    approve, refuse = decisions(request.evidence) if money else _answers(request.kind)
    ours, theirs = both_sides(request.evidence, currency, language) if money else ([], [])
    allowed = may(role, request.kind)
    change = tr("Staff", "가격 고치기") if allowed and request.kind == "price" and item is not None else ""
    rule = ""
    years = request.finding.limit if request.finding else 0
    if request.kind == "age" and years:
        rule = tr("Staff", "%n세 이상", "", years)
    return RequestRow(
        key=request.request_id,
        kind=request.kind,
        badge=_badge(request),
        rule=rule,
        title=_title(request, currency, language),
        detail=_detail(request, currency, language),
        icon=_ICONS.get(request.kind, "call-bell"),
        picture=item.picture.removesuffix(".svg") if item else "",
        tint=item.tile if item else "stone",
        category=item.category if item else "",
        approve=approve if allowed else "",
        refuse=refuse if allowed else "",
        takenBy=tr("Staff", "%1 맡음").replace("%1", request.taken_by) if request.taken_by else "",
        takeOffered=not request.taken_by and may(role, "help"),
        evidence=ours or _evidence(request, currency, language),
        notAllowed="" if allowed else not_allowed_words(needed_role(request.kind)),
        change=change,
        theirs=theirs,
    )


def _badge(request: StaffRequest) -> str:
    if request.kind == "age" and not request.born_before:
        return tr("Staff", "직원 확인")
    return (finding_badge(request.finding) if request.finding else "") or _kind_words(request.kind)


def _kind_words(kind: str) -> str:
    return {
        "age": tr("Staff", "성인 확인"),
        "unknown_payment": tr("Staff", "결제 확인"),
        "help": tr("Staff", "도움 요청"),
        "unknown_item": tr("Staff", "처음 보는 상품"),
        "scale": tr("Staff", "저울"),
        "price": tr("Staff", "가격 확인"),
        "label": tr("Staff", "가격표 바꾸기"),
        "blocked_item": tr("Staff", "판매 중지"),
        "pack_check": tr("Staff", "포장 확인"),
        "list_old": tr("Staff", "회수 목록"),
        "expired": tr("Staff", "소비기한 확인"),
        "past_best": tr("Staff", "품질유지기한 확인"),
        "benefit": tr("Staff", "포인트 · 쿠폰"),
    }.get(kind, kind)


def _answers(kind: str) -> tuple[str, str]:
    if kind == "age":
        return tr("Staff", "신분증 확인함"), tr("Staff", "판매 안 함")
    if kind == "pack_check":
        return tr("Staff", "팔아도 돼요"), tr("Staff", "판매 안 함")
    return tr("Staff", "해결했어요"), ""


def _title(request: StaffRequest, currency: str, language: str) -> str:
    if request.item is not None:
        return request.item.name.to(language)
    if request.kind == "unknown_payment":
        return question_words(request.evidence, money_words(request.amount, currency, language))[0]
    return {
        "help": tr("Staff", "손님이 직원을 불렀어요"),
        "unknown_item": tr("Staff", "목록에 없는 바코드예요"),
        "scale": tr("Staff", "저울을 확인해 주세요"),
        "price": tr("Staff", "가격을 확인해 주세요"),
        "list_old": tr("Staff", "회수 목록이 오래됐어요"),
        "benefit": tr("Staff", "포인트·쿠폰 회사가 처리하지 않았어요"),
    }.get(request.kind, _kind_words(request.kind))


def _detail(request: StaffRequest, currency: str, language: str) -> str:
    parts = []
    if request.item is not None:
        parts.append(money_words(request.item.unit_price, currency, language))
    if request.born_before:
        parts.append(born_words(request.born_before, language))
    if request.finding is not None and finding_words(request.finding):
        parts.append(finding_words(request.finding))
    if request.kind == "label":
        parts.append(tr("Staff", "진열대의 가격표를 바꿔 주세요"))
    if request.kind == "benefit":
        parts.append(tr("Staff", "판매와 결제는 그대로예요. 본사가 기록을 보고 정리해요"))
    if request.kind == "unknown_payment":
        parts.append(question_words(request.evidence, "")[1])
    return " · ".join(parts)


def _evidence(request: StaffRequest, currency: str, language: str) -> list[str]:
    return [f"{_evidence_name(k)}\t{_evidence_value(k, v, currency, language)}" for k, v in request.evidence if v]


def _evidence_name(name: str) -> str:
    return {
        "reason": tr("Staff", "까닭"),
        "gtin": tr("Staff", "상품 번호"),
        "scanner": tr("Staff", "스캐너"),
        "problem": tr("Staff", "문제"),
        "until": tr("Staff", "기한"),
        "best_before": tr("Staff", "품질유지기한"),
        "batch": tr("Staff", "로트 번호"),
        "serial": tr("Staff", "일련번호"),
        "made_on": tr("Staff", "제조일"),
        "basis": tr("Staff", "근거"),
        "rule": tr("Staff", "규칙 번호"),
        "place": tr("Staff", "진열 위치"),
        "list_as_of": tr("Staff", "마지막으로 확인한 때"),
        Reason.IDENTITY.value: tr("Staff", "신분증"),
        Reason.HAND_OVER.value: tr("Staff", "전달"),
        "licence": tr("Staff", "모바일 신분증"),
        "shelf_price": tr("Staff", "진열대 가격"),
        "till_price": tr("Staff", "계산대 가격"),
        "benefit": tr("Staff", "종류"),
        "reservation": tr("Staff", "요청 번호"),
        "since": tr("Staff", "요청한 때"),
    }.get(name, name)


def benefit_kind_words(kind: str) -> str:
    """What a host keeps, in one word."""
    return {
        "points": tr("Staff", "포인트"),
        "voucher": tr("Staff", "상품권"),
        "coupon": tr("Staff", "쿠폰"),
    }.get(kind, kind)


def _evidence_value(name: str, value: str, currency: str, language: str) -> str:
    if name in ("shelf_price", "till_price"):
        return money_words(int(value), currency, language)
    if value == "asked":
        hand_over = tr("Staff", "직원이 직접 건네기")
        return hand_over if name == Reason.HAND_OVER.value else tr("Staff", "나이와 상관없이 확인")
    if name == "benefit":
        return benefit_kind_words(value)
    if name == "licence":
        return tr("Staff", "계산대에 보여 줌")
    return value
