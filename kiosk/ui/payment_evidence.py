"""The evidence about a payment that people have to decide: what this till asked, what the terminal says of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.ui.display_text import money_words
from kiosk.ui.part_words import tender_name

tr = QCoreApplication.translate
DRIVER = "terminal."  # before the names that a driver gave
OURS = frozenset(
    {"service_id", "state", "tender", "amount", "at", "reversal_id", "reversal_at", "asked"}
)  # the rest was said by the terminal
HIDDEN = frozenset({"question", "currency"})
MONEY = frozenset({"amount", "charged", "late_charged", "terminal.amount"})
TIMES = frozenset({"at", "reversal_at", "late_at", "terminal.time"})
Pairs = Sequence[tuple[str, str]]


def both_sides(evidence: Pairs, currency: str, language: str) -> tuple[list[str], list[str]]:
    """Lines of name, tab and value: what we asked, and what the terminal says. What nobody knows has no line."""
    known = dict(evidence)
    ours: list[str] = []
    theirs: list[str] = []
    for key, value in evidence:
        nothing = key in ("charged", "late_charged") and value == "0"
        if key in HIDDEN or not value or nothing:
            continue
        line = f"{_name(key)}\t{_value(key, value, known.get('currency', '') or currency, language)}"
        (ours if key in OURS else theirs).append(line)
    return ours, theirs


def question_words(evidence: Pairs, amount: str) -> tuple[str, str]:
    """What is decided about the payment of `amount`, and what to look at before."""
    recorded = tr("Staff", "누가 결정했는지 함께 기록돼요")
    title, detail = {
        "keep": (
            tr("Staff", "%1 승인이 이 판매와 맞지 않아요"),
            tr("Staff", "돌려주거나, 본사가 처리하도록 남겨 주세요"),
        ),
        "giving_back": (
            tr("Staff", "%1을 돌려주는 중이에요"),
            tr("Staff", "끝날 때까지 이 계산대가 계속 물어봐요"),
        ),
        "late": (
            tr("Staff", "끝난 결제 %1에 다른 대답이 왔어요"),
            tr("Staff", "여기서 눌러도 돈은 움직이지 않아요. 본사가 볼 수 있게 남아요"),
        ),
    }.get(
        dict(evidence).get("question", "paid"),
        (tr("Staff", "%1이 결제됐는지 알 수 없어요"), tr("Staff", "단말기와 카드 앱의 기록을 함께 봐 주세요")),
    )
    return title.replace("%1", amount), f"{detail} · {recorded}"


def decisions(evidence: Pairs) -> tuple[str, str]:
    """What yes and no are called; an empty one is not offered, as both would do the same."""
    return {
        "keep": (tr("Staff", "본사에 남기기"), tr("Staff", "돌려주기")),
        "giving_back": (tr("Staff", "손님은 가도 돼요"), ""),
        "late": (tr("Staff", "확인하고 닫기"), ""),
    }.get(dict(evidence).get("question", "paid"), (tr("Staff", "결제됐어요"), tr("Staff", "결제 안 됐어요")))


def _name(key: str) -> str:
    if key.startswith(DRIVER):
        name = key.removeprefix(DRIVER)
        return _driver_names().get(name, name)
    return _names().get(key, key)


def _names() -> Mapping[str, str]:
    return {
        "service_id": tr("Staff", "요청 번호"),
        "state": tr("Staff", "이 계산대의 기록"),
        "tender": tr("Staff", "결제 수단"),
        "amount": tr("Staff", "요청한 금액"),
        "at": tr("Staff", "요청한 때"),
        "reversal_id": tr("Staff", "취소 요청 번호"),
        "reversal_at": tr("Staff", "취소를 요청한 때"),
        "asked": tr("Staff", "물어본 횟수"),
        "terminal": tr("Staff", "단말기의 대답"),
        "charged": tr("Staff", "승인된 금액"),
        "approval": tr("Staff", "승인번호"),
        "card": tr("Staff", "카드"),
        "terminal_id": tr("Staff", "단말기 번호"),
        "reason": tr("Staff", "까닭"),
        "late_says": tr("Staff", "나중에 온 대답"),
        "late_charged": tr("Staff", "나중에 말한 금액"),
        "late_approval": tr("Staff", "나중에 말한 승인번호"),
        "late_at": tr("Staff", "나중에 대답한 때"),
    }


def _driver_names() -> Mapping[str, str]:
    """What drivers call what they found; a name that is not here is shown as the driver gives it."""
    return {
        "terminal": tr("Staff", "단말기 번호"),
        "terminal before": tr("Staff", "보내기 전 단말기 번호"),
        "receipt": tr("Staff", "마지막 전표 번호"),
        "receipt before": tr("Staff", "보내기 전 전표 번호"),
        "trace": tr("Staff", "마지막 거래 번호"),
        "trace before": tr("Staff", "보내기 전 거래 번호"),
        "original trace": tr("Staff", "원래 거래 번호"),
        "time": tr("Staff", "마지막 거래 때"),
        "amount": tr("Staff", "마지막 거래 금액"),
        "result": tr("Staff", "결과 코드"),
        "card": tr("Staff", "카드"),
        "terminal it was sent to": tr("Staff", "요청을 보낸 단말기"),
        "storage": tr("Staff", "단말기의 저장소"),
        "request seen by the plug-in": tr("Staff", "단말기가 요청을 받음"),
        "ended": tr("Staff", "끝난 모양"),
        "found by the payment application": tr("Staff", "결제 앱의 기록에 있음"),
        "paymentKey": tr("Staff", "결제 키"),
    }


def _value(key: str, value: str, currency: str, language: str) -> str:
    if key in MONEY and value.isdecimal():
        return money_words(int(value), currency, language)
    if key in TIMES:
        return _time(value)
    if key == "tender":
        return tender_name(value)
    if key == "state":
        return _states().get(value, value)
    if key in ("terminal", "late_says"):
        return _outcomes().get(value, value)
    if key.startswith(DRIVER):
        return _driver_values().get(value, value)
    return value


def _time(value: str) -> str:
    try:
        return f"{datetime.fromisoformat(value):%m-%d %H:%M:%S}"
    except ValueError:
        return value


def _states() -> Mapping[str, str]:
    return {
        "sent": tr("Staff", "보냄"),
        "unknown": tr("Staff", "결과를 모름"),
        "answered": tr("Staff", "승인됨"),
        "approved": tr("Staff", "승인됨"),
        "taken": tr("Staff", "일부 승인됨"),
        "declined": tr("Staff", "거절됨"),
        "aborted": tr("Staff", "취소됨"),
        "not_charged": tr("Staff", "결제 안 됨"),
        "reversing": tr("Staff", "돌려주는 중"),
        "reversed": tr("Staff", "돌려줌"),
        "review": tr("Staff", "직원 확인 필요"),
    }


def _outcomes() -> Mapping[str, str]:
    return {
        "no_answer": tr("Staff", "대답 없음"),
        "unreachable": tr("Staff", "연결되지 않음"),
        "unknown": tr("Staff", "알 수 없음"),
        "in_progress": tr("Staff", "아직 처리하는 중"),
        "not_found": tr("Staff", "그런 요청을 모름"),
        "unproven": tr("Staff", "증명할 수 없음"),
        "approved": tr("Staff", "승인함"),
        "partial": tr("Staff", "일부만 승인함"),
        "declined": tr("Staff", "거절함"),
        "aborted": tr("Staff", "취소함"),
        "mismatch": tr("Staff", "금액이나 통화가 다름"),
        "busy": tr("Staff", "다른 일을 하는 중"),
        "unavailable": tr("Staff", "시작하지 못함"),
        "not_sent": tr("Staff", "보내지 못함"),
    }


def _driver_values() -> Mapping[str, str]:
    return {
        "yes": tr("Staff", "예"),
        "no": tr("Staff", "아니요"),
        "cannot say": tr("Staff", "알 수 없음"),
        "not known": tr("Staff", "알 수 없음"),
        "no end known": tr("Staff", "알 수 없음"),
        "the same": tr("Staff", "그대로"),
        "another or emptied": tr("Staff", "바뀌었거나 비워짐"),
    }
