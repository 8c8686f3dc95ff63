"""The words and amounts of a paper receipt."""

from kiosk.domain.money import DECIMALS

WORDS = {
    "ko": {
        "copy": "[재발행]",
        "station": "계산대",
        "number": "영수증 번호",
        "discount": "할인",
        "shipping": "배송비",
        "total": "합계",
        "net": "공급가액",
        "tax": "부가세",
        "card": "카드",
        "approval": "승인번호",
        "ship": "배송",
        "pick_up": "매장에서 찾기",
        "kept_orders": "저장한 주문 (결제 전)",
        "returns": "교환·환불은 30일 안에, 영수증과 결제 카드를 가져와 주세요",
        "dates": "소비기한은 포장에서 확인해 주세요",
    },
    "en": {
        "copy": "[COPY]",
        "station": "Till",
        "number": "Receipt",
        "discount": "Discount",
        "shipping": "Shipping",
        "total": "Total",
        "net": "Net",
        "tax": "VAT",
        "card": "Card",
        "approval": "Approval",
        "ship": "Delivery",
        "pick_up": "Store pick-up",
        "kept_orders": "Orders saved, not paid",
        "returns": "Returns within 30 days, with receipt and payment card",
        "dates": "See the pack for the use-by date",
    },
}


def amount_text(minor: int, currency: str) -> str:
    """An amount as it is printed: thousands by comma, the currency's own decimals, won by its word."""
    digits = DECIMALS[currency]
    sign = "-" if minor < 0 else ""
    whole, part = divmod(abs(minor), 10**digits)
    text = f"{sign}{whole:,}" + (f".{part:0{digits}d}" if digits else "")
    return f"{text}원" if currency == "KRW" else f"{text} {currency}"
