"""What a technician reads of a payment terminal."""

from PySide6.QtCore import QCoreApplication

from kiosk.technician.terminal_page import Condition

tr = QCoreApplication.translate


def condition_words(condition: Condition) -> tuple[str, str]:
    """How the terminal answered, and what to do about it."""
    return {
        Condition.NONE: (
            tr("Terminal", "연결하도록 설정된 단말기가 없어요"),
            tr("Terminal", "kiosk.toml에 단말기를 적어 주세요"),
        ),
        Condition.ASKING: (tr("Terminal", "단말기에 묻고 있어요"), ""),
        Condition.OK: (tr("Terminal", "결제를 받을 수 있어요"), ""),
        Condition.SLOW: (
            tr("Terminal", "대답이 느려요"),
            tr("Terminal", "결제는 되지만 오래 걸려요. 선과 공유기를 확인해 주세요"),
        ),
        Condition.NO_ANSWER: (
            tr("Terminal", "대답이 없어요"),
            tr("Terminal", "전원, 선, 주소를 확인하고 다시 연결해 주세요"),
        ),
        Condition.KEY_EXPIRED: (
            tr("Terminal", "이 단말기를 믿을 수 없어요"),
            tr("Terminal", "인증서나 열쇠가 끝났거나 달라요. 새로 넣을 때까지 결제하지 않아요"),
        ),
        Condition.VERSION_OLD: (
            tr("Terminal", "단말기의 프로그램이 오래됐어요"),
            tr("Terminal", "단말기의 프로그램을 올린 뒤 다시 연결해 주세요"),
        ),
        Condition.BUSY: (
            tr("Terminal", "단말기가 다른 일을 하고 있어요"),
            tr("Terminal", "끝나면 저절로 다시 쓸 수 있어요"),
        ),
        Condition.PAPER_OUT: (tr("Terminal", "단말기의 종이가 떨어졌어요"), tr("Terminal", "종이를 갈아 주세요")),
        Condition.END_OF_DAY: (
            tr("Terminal", "단말기가 마감을 기다려요"),
            tr("Terminal", "마감하기 전에는 결제를 받지 않아요"),
        ),
        Condition.ATTENTION: (
            tr("Terminal", "단말기를 살펴봐 주세요"),
            tr("Terminal", "단말기의 화면에 까닭이 나와 있어요"),
        ),
    }[condition]


def ability_words(name: str) -> str:
    """What a terminal can or cannot do."""
    return {
        "status_by_reference": tr("Terminal", "번호로 결과 조회"),
        "reversal_by_reference": tr("Terminal", "번호로 취소"),
        "reversal_without_card": tr("Terminal", "카드 없이 취소"),
        "partial_reversal": tr("Terminal", "부분 취소"),
        "partial_approval": tr("Terminal", "부분 승인"),
        "abort_after_start": tr("Terminal", "시작한 뒤 멈추기"),
        "amount_confirmed": tr("Terminal", "승인 금액을 알려 줌"),
        "wallet_code": tr("Terminal", "스캐너로 읽은 결제 코드"),
        "receipts": tr("Terminal", "전표 내용을 알려 줌"),
    }.get(name, name)


def extra_words(name: str) -> str:
    """What only some terminals can do, by the name of its protocol."""
    return {
        "refund": tr("Terminal", "환불"),
        "net_cancel": tr("Terminal", "망취소"),
        "end_of_day": tr("Terminal", "마감"),
        "display": tr("Terminal", "글 보여 주기"),
        "ask": tr("Terminal", "질문하기"),
        "read_token": tr("Terminal", "회원 카드 알아보기"),
        "age": tr("Terminal", "나이 확인"),
        "print": tr("Terminal", "인쇄"),
        "cash_receipt": tr("Terminal", "현금영수증"),
        "scan": tr("Terminal", "코드 읽기"),
        "confirm": tr("Terminal", "결제 뒤 확정"),
    }.get(name, name)


def version_words(name: str) -> str:
    """What a terminal tells of itself; a name that is not known is shown as the terminal gives it."""
    return {
        "software": tr("Terminal", "프로그램"),
        "firmwareVersion": tr("Terminal", "펌웨어"),
        "terminal": tr("Terminal", "단말기 번호"),
        "serial": tr("Terminal", "일련번호"),
        "plugin": tr("Terminal", "플러그인"),
        "sdk": tr("Terminal", "SDK 버전"),
        "merchant": tr("Terminal", "가맹점"),
    }.get(name, name)


def result_words(state: str) -> str:
    """How an attempt ended, or where it stands."""
    return {
        "created": tr("Terminal", "준비함"),
        "sent": tr("Terminal", "보냄"),
        "unknown": tr("Terminal", "결과 모름"),
        "answered": tr("Terminal", "승인"),
        "taken": tr("Terminal", "일부 승인"),
        "approved": tr("Terminal", "승인"),
        "declined": tr("Terminal", "거절"),
        "aborted": tr("Terminal", "취소"),
        "not_charged": tr("Terminal", "결제 안 됨"),
        "reversing": tr("Terminal", "돌려주는 중"),
        "reversed": tr("Terminal", "돌려줌"),
        "review": tr("Terminal", "확인 필요"),
    }.get(state, state)
