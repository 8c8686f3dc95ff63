"""What the shopper reads while a payment runs and once it ended: first what happened to the money."""

import unicodedata

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.snapshot import PaymentView

tr = QCoreApplication.translate
MOST_WORDS = 90  # of the terminal's own text: three lines on the narrowest panel

# Which of the three steps on the page (read the card, ask for approval, done) a state belongs to.
PLACES = {
    "waiting_for_card": 0,
    "code_shown": 0,
    "card_unreadable": 0,
    "card_inserted": 0,
    "pin_entry": 1,
    "authorising": 1,
    "please_wait": 1,
    "remove_card": 2,
}
# As long as nobody has asked the card company, the shopper may still stop it.
CANCELLABLE = frozenset({"waiting_for_card", "code_shown", "card_unreadable", "card_inserted", "pin_entry"})
TOLD_IN_WORDS = frozenset({"signature", "released", "reversed"})  # reasons that the page says itself
REFUSED = frozenset({"declined", "aborted", "unreadable", "unavailable", "other_card"})


def running_words(step: str) -> tuple[str, str]:
    """What to do at the terminal now, and what is safe."""
    keep = tr("Payment", "카드를 빼지 마세요")
    known = {
        "waiting_for_card": (
            tr("Payment", "카드를 꽂거나\n가까이 대 주세요"),
            tr("Payment", "휴대폰 결제도 여기에 대 주세요"),
        ),
        "card_inserted": (tr("Payment", "카드를 읽고 있어요"), keep),
        "card_unreadable": (
            tr("Payment", "카드를 읽지 못했어요"),
            tr("Payment", "방향을 보고 다시 꽂거나 가까이 대 주세요"),
        ),
        "pin_entry": (tr("Payment", "단말기에\n비밀번호를 눌러 주세요"), keep),
        "code_shown": (
            tr("Payment", "단말기에서\nQR로 결제해 주세요"),
            tr("Payment", "결제 앱으로 QR을 찍거나 앱의 코드를 단말기에 보여 주세요"),
        ),
        "authorising": (tr("Payment", "카드사에 확인하고 있어요"), keep),
        "please_wait": (tr("Payment", "단말기가 처리하고 있어요"), keep),
        "remove_card": (tr("Payment", "카드를 꺼내 주세요"), tr("Payment", "카드를 꺼내면 결과를 알려 드려요")),
        "cancelling": (
            tr("Payment", "결제를 취소하고 있어요"),
            tr("Payment", "단말기의 답을 기다리고 있어요. 다시 결제하지 마세요"),
        ),
    }
    return known.get(step, (tr("Payment", "결제를 준비하고 있어요"), ""))


def ended_words(view: PaymentView, *, part_taken: bool) -> tuple[str, str] | None:
    """How a payment ended or that this is not known, and where the money is; None while it runs."""
    return _open(view.step) or _special(view) or _refused(view, part_taken=part_taken)


def _open(step: str) -> tuple[str, str] | None:
    wait = tr("Payment", "다시 결제하지 말고 잠시 기다려 주세요")
    return {
        "checking": (tr("Payment", "결제됐는지 확인하고 있어요"), wait),
        "giving_back": (
            tr("Payment", "낸 금액을 돌려드리고 있어요"),
            tr("Payment", "끝나면 바로 알려 드려요. 잠시만 기다려 주세요"),
        ),
        "review": (tr("Payment", "직원이 결제를 확인해야 해요"), wait),
    }.get(step)


def _special(view: PaymentView) -> tuple[str, str] | None:
    if view.step == "other_card":
        return (
            tr("Payment", "할인받을 카드가 아니에요"),
            tr("Payment", "낸 금액은 돌려드렸어요. 다시 고르거나 할인 없이 결제할 수 있어요"),
        )
    if view.reason == "signature":
        return (
            tr("Payment", "서명이 필요한 카드예요"),
            tr("Payment", "여기서는 서명을 받을 수 없어서 낸 금액을 돌려드렸어요. 장바구니는 그대로예요"),
        )
    if view.reason == "released":
        return (
            tr("Payment", "직원이 확인했어요"),
            tr("Payment", "결제되지 않았어요. 나중에 승인된 것으로 나오면 그대로 돌려드려요"),
        )
    return None


def _refused(view: PaymentView, *, part_taken: bool) -> tuple[str, str] | None:
    safe = tr("Payment", "돈은 빠져나가지 않았어요. 장바구니도 그대로예요")
    if part_taken:
        safe = tr("Payment", "여기서는 돈이 빠져나가지 않았어요. 먼저 낸 금액은 그대로예요")
    elif view.reason == "reversed":
        safe = tr("Payment", "낸 금액을 모두 돌려드렸어요. 장바구니도 그대로예요")
    unavailable = tr("Payment", "카드 단말기를 쓸 수 없어요")
    if view.reason == "reversed":
        unavailable = tr("Payment", "결제를 마치지 못했어요")
    elif view.reason == "not_saved":
        unavailable = tr("Payment", "결제를 시작하지 못했어요")
    title = {
        "declined": tr("Payment", "카드사에서\n승인하지 않았어요"),
        "aborted": tr("Payment", "결제를 취소했어요"),
        "unreadable": tr("Payment", "카드를 읽지 못했어요"),
        "unavailable": unavailable,
    }.get(view.step)
    return (title, safe) if title else None


def sign_of(view: PaymentView) -> str:
    """The icon that goes with how a payment ended."""
    if view.reason == "signature":
        return "credit-card"
    return {
        "checking": "hourglass",
        "giving_back": "hourglass",
        "review": "user-gear",
        "aborted": "x-circle",
        "unavailable": "arrow-u-up-left" if view.reason == "reversed" else "plugs",
    }.get(view.step, "credit-card")


def away_words(reason: str) -> str:
    """Why no card can be used, for a shopper: `reason` is a value of the terminal's health, or ""."""
    return {
        "busy": tr("Payment", "카드 단말기가 다른 일을 하고 있어요"),
        "wrong_certificate": tr("Payment", "카드 단말기를 확인할 수 없어서 쓰지 않아요"),
        "paper_out": tr("Payment", "카드 단말기의 종이가 떨어졌어요"),
        "end_of_day_due": tr("Payment", "카드 단말기가 마감을 기다리고 있어요"),
        "needs_attention": tr("Payment", "카드 단말기를 직원이 살펴봐야 해요"),
    }.get(reason, tr("Payment", "카드 단말기와 연결이 끊겼어요"))


def said_by_terminal(text: str) -> str:
    """The terminal's own words as one plain line of at most `MOST_WORDS` signs; "" when there is nothing to read."""
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    line = " ".join(plain.split())
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1].rstrip() + "…"


def months_words(months: int) -> str:
    """How a card pays: at once, or in so many months."""
    return tr("Payment", "%n개월 할부", "", months) if months else tr("Payment", "일시불")


def month_rows(offered: tuple[int, ...], chosen: int) -> list[dict[str, object]]:
    """The choices of paying at once and in months, as buttons: the chosen one is marked."""
    rows: list[dict[str, object]] = [{"months": 0, "text": tr("Payment", "일시불"), "chosen": chosen == 0}]
    for months in offered:
        rows.append({"months": months, "text": tr("Payment", "%n개월", "", months), "chosen": months == chosen})
    return rows
