"""The sentences about codes: what to do when one is not read, and what one that sells nothing is."""

from PySide6.QtCore import QCoreApplication

from kiosk.checkout.notice import NoticeKind
from kiosk.ui.benefit_words import BENEFITS
from kiosk.ui.restriction_words import ICONS

tr = QCoreApplication.translate
VOUCHERS = (
    NoticeKind.VOUCHER_LATER,
    NoticeKind.VOUCHER_USED,
    NoticeKind.VOUCHER_EXPIRED,
    NoticeKind.VOUCHER_TOO_MUCH,
    NoticeKind.VOUCHER_UNKNOWN,
    NoticeKind.VOUCHER_NOT_HERE,
)
Said = tuple[str, str, str]
_ICONS = {
    NoticeKind.READ_FAILED: "barcode",
    NoticeKind.CODES_DIFFER: "barcode",
    NoticeKind.HOLD_CLOSER: "scan",
    NoticeKind.FLATTEN_PACK: "package",
    NoticeKind.TURN_PACK: "arrow-clockwise",
    NoticeKind.HOLD_STILL: "hand-pointing",
    NoticeKind.MORE_LIGHT: "lightbulb",
    NoticeKind.CODE_WANTED: "qr-code",
    NoticeKind.DATE_MISSING: "calendar-blank",
    NoticeKind.EXPIRED: "prohibit",
    NoticeKind.SAME_LABEL: "scales",
    **dict.fromkeys(BENEFITS, "ticket"),
    NoticeKind.VOUCHER_CODE: "ticket",
    **dict.fromkeys(VOUCHERS, "gift"),
    NoticeKind.RECEIPT_CODE: "receipt",
    NoticeKind.PARKED_CART_CODE: "handbag",
    NoticeKind.LICENCE_CODE: "identification-card",
    NoticeKind.LICENCE_SHOWN: "identification-card",
}


def code_words(kind: NoticeKind) -> Said | None:
    """Tone, title and detail of a notice about a code; None when it is about something else."""
    return _not_read(kind) or _about_the_pack(kind) or _no_item(kind)


def notice_icon(kind: NoticeKind) -> str:
    """The icon that shows what a notice is about, or "" for the one of its tone."""
    return _ICONS.get(kind) or ICONS.get(kind, "")


def _not_read(kind: NoticeKind) -> Said | None:
    title, detail = {
        NoticeKind.READ_FAILED: (
            tr("Notice", "바코드를 읽지 못했어요"),
            tr("Notice", "포장을 펴고 다시 비춰 주세요"),
        ),
        NoticeKind.CODES_DIFFER: (tr("Notice", "코드가 두 개 보여요"), tr("Notice", "하나만 비춰 주세요")),
        NoticeKind.HOLD_CLOSER: (tr("Notice", "조금 더 가까이 비춰 주세요"), tr("Notice", "바코드가 작게 보여요")),
        NoticeKind.FLATTEN_PACK: (
            tr("Notice", "포장을 펴서 비춰 주세요"),
            tr("Notice", "구겨지거나 번들거려서 읽지 못했어요"),
        ),
        NoticeKind.TURN_PACK: (tr("Notice", "상품을 조금 돌려 주세요"), tr("Notice", "바코드가 비스듬해요")),
        NoticeKind.HOLD_STILL: (tr("Notice", "잠시 그대로 두세요"), tr("Notice", "흔들려서 읽지 못했어요")),
        NoticeKind.MORE_LIGHT: (tr("Notice", "밝은 쪽으로 비춰 주세요"), tr("Notice", "어두워서 읽지 못했어요")),
    }.get(kind, ("", ""))
    return ("warning", title, detail) if title else None


def _about_the_pack(kind: NoticeKind) -> Said | None:
    return {
        NoticeKind.CODE_WANTED: (
            "warning",
            tr("Notice", "포장의 QR 코드를 비춰 주세요"),
            tr("Notice", "%item은(는) 소비기한을 확인하고 담아요"),
        ),
        NoticeKind.DATE_MISSING: (
            "warning",
            tr("Notice", "소비기한을 알 수 없는 상품이에요"),
            tr("Notice", "%item은(는) 담지 않았어요. 직원에게 건네 주세요"),
        ),
        NoticeKind.EXPIRED: (
            "warning",
            tr("Notice", "소비기한이 지난 상품이에요"),
            tr("Notice", "%item은(는) 팔지 않아요. 직원에게 건네 주세요"),
        ),
        NoticeKind.SAME_LABEL: (
            "neutral",
            tr("Notice", "이미 담은 라벨이에요"),
            tr("Notice", "라벨이 같은 %item이(가) 하나 더 있나요?"),
        ),
        NoticeKind.SAME_PACK: (
            "neutral",
            tr("Notice", "이미 담은 상품이에요"),
            tr("Notice", "같은 포장은 한 번만 담아요"),
        ),
    }.get(kind)


def _vouchers() -> dict[NoticeKind, tuple[str, str]]:
    other = tr("Notice", "카드로 결제하거나 직원에게 물어봐 주세요")
    return {
        NoticeKind.VOUCHER_LATER: (
            tr("Notice", "상품권이에요"),
            tr("Notice", "결제하기를 누르고 다시 비춰 주세요"),
        ),
        NoticeKind.VOUCHER_USED: (tr("Notice", "이미 쓴 상품권이에요"), other),
        NoticeKind.VOUCHER_EXPIRED: (tr("Notice", "기한이 지난 상품권이에요"), other),
        NoticeKind.VOUCHER_TOO_MUCH: (
            tr("Notice", "상품권이 낼 금액보다 커요"),
            tr("Notice", "거스름돈이 없어서 쓸 수 없어요. 상품을 더 담아도 돼요"),
        ),
        NoticeKind.VOUCHER_UNKNOWN: (tr("Notice", "확인할 수 없는 상품권이에요"), other),
        NoticeKind.VOUCHER_NOT_HERE: (tr("Notice", "이 계산대에서는 쓸 수 없는 상품권이에요"), other),
    }


def _no_item(kind: NoticeKind) -> Said | None:
    staffed = tr("Notice", "이 계산대에서는 아직 쓸 수 없어요. 직원에게 물어봐 주세요")
    title, detail = {
        NoticeKind.WALLET_CODE: (
            tr("Notice", "결제 바코드예요"),
            tr("Notice", "이 계산대에서는 카드로 결제할 수 있어요"),
        ),
        NoticeKind.VOUCHER_CODE: (tr("Notice", "상품권이에요"), staffed),
        **_vouchers(),
        NoticeKind.RECEIPT_CODE: (tr("Notice", "영수증이에요"), tr("Notice", "교환·환불은 직원이 도와 드려요")),
        NoticeKind.PARKED_CART_CODE: (
            tr("Notice", "맡겨 둔 장바구니 번호예요"),
            tr("Notice", "이 계산대에서는 아직 열 수 없어요. 직원에게 보여 주세요"),
        ),
        NoticeKind.LICENCE_CODE: (tr("Notice", "모바일 신분증이에요"), tr("Notice", "성인 확인은 직원이 해요")),
        NoticeKind.LICENCE_SHOWN: (
            tr("Notice", "신분증을 직원에게 보여 주세요"),
            tr("Notice", "성인 확인은 직원이 해요"),
        ),
    }.get(kind, ("", ""))
    return ("neutral", title, detail) if title else None
