"""What the receipt page says, in Korean and English."""

KO = {
    "title": "영수증",
    "late": "곧 올라와요",
    "late_more": "이 화면을 그대로 두세요",
    "receipt_number": "영수증 번호",
    "station": "계산대",
    "time": "거래 일시",
    "goods": "상품 합계",
    "discount": "할인",
    "fee_shipping": "배송비",
    "fee": "수수료",
    "total": "합계",
    "tax_standard": "부가세",
    "taxable": "과세 금액",
    "exempt": "면세 금액",
    "zero": "영세율 금액",
    "tender_card": "카드",
    "tender": "결제",
    "approval": "승인 번호",
    "member_price": "회원가",
    "returns": "교환·환불은 30일 안에, 영수증과 결제 카드를 가져와 주세요",
    "dates": "소비기한은 포장에서 확인해 주세요",
    "ship": "배송",
    "pick_up": "매장에서 받기",
    "order": "주문 번호",
    "needs_address": "주소를 넣으면 도착 시간을 알려 드려요",
    "confirmed_ship": "주소를 받았어요. 배송을 준비할게요",
    "confirmed_pick_up": "준비되면 안내데스크에서 받아 가세요",
    "state_needs_address": "주소 필요",
    "state_confirmed": "확정",
    "state_kept": "결제 전",
    "state_ended": "끝남",
    "kept_more": "아직 결제하지 않은 주문이에요. {until}까지 결제하지 않으면 사라져요",
    "ended": "결제하지 않아 주문이 끝났어요. 돈은 빠져나가지 않았어요",
    "where": "받는 곳",
    "until": "매일 {until}까지",
    "name": "받는 분",
    "phone": "휴대폰 번호",
    "address": "주소",
    "send": "이 주소로 받기",
    "privacy": "이름·번호·주소는 배송에만 쓰고 본사에만 보관해요",
    "name_missing": "받는 분 이름을 적어 주세요",
    "name_long": "이름은 60자까지 적을 수 있어요",
    "phone_missing": "연락할 번호를 적어 주세요",
    "phone_wrong": "번호가 짧거나 길어요. 010부터 다시 적어 주세요",
    "address_missing": "받을 주소를 적어 주세요",
    "address_short": "주소가 짧아요. 동·호수까지 적어 주세요",
    "address_long": "주소는 300자까지 적을 수 있어요",
    "address_wrong": "주소에 쓸 수 없는 글자가 있어요",
    "weight": "{kg} kg",
}

EN = {
    "title": "Receipt",
    "late": "On its way",
    "late_more": "Keep this page open",
    "receipt_number": "Receipt no.",
    "station": "Lane",
    "time": "Time",
    "goods": "Items",
    "discount": "Discounts",
    "fee_shipping": "Delivery",
    "fee": "Fee",
    "total": "Total",
    "tax_standard": "VAT",
    "taxable": "Taxable",
    "exempt": "Tax-exempt",
    "zero": "Zero-rated",
    "tender_card": "Card",
    "tender": "Paid",
    "approval": "Approval no.",
    "member_price": "Member price",
    "returns": "Returns within 30 days, with receipt and payment card",
    "dates": "See the pack for the use-by date",
    "ship": "Delivery",
    "pick_up": "Pick up in a shop",
    "order": "Order no.",
    "needs_address": "Add an address to see when it arrives",
    "confirmed_ship": "We have your address and are preparing the delivery",
    "confirmed_pick_up": "Collect it at the desk when it is ready",
    "state_needs_address": "Address needed",
    "state_confirmed": "Confirmed",
    "state_kept": "Not paid yet",
    "state_ended": "Ended",
    "kept_more": "This order isn’t paid yet. It ends unless it is paid by {until}",
    "ended": "This order was not paid and has ended. You weren’t charged",
    "where": "Where",
    "until": "Every day until {until}",
    "name": "Name",
    "phone": "Mobile number",
    "address": "Address",
    "send": "Deliver to this address",
    "privacy": "Name, number and address are used for this delivery only and kept at headquarters only",
    "name_missing": "Please enter the name of the recipient",
    "name_long": "A name can have up to 60 characters",
    "phone_missing": "Please enter a number we can call",
    "phone_wrong": "That number is too short or too long. Please enter it again, from 010",
    "address_missing": "Please enter the address",
    "address_short": "That address is short. Please include the flat number",
    "address_long": "An address can have up to 300 characters",
    "address_wrong": "The address has characters we cannot use",
    "weight": "{kg} kg",
}

BY_LANGUAGE = {"ko": KO, "en": EN}


def language_of(accept_language: str) -> str:
    """Ko or en, whichever the browser names first; Korean when it names neither (RFC 9110, section 12.5.4)."""
    wishes: list[tuple[float, str]] = []
    for part in accept_language[:200].split(","):
        tag, _, weight = part.partition(";")
        language = tag.strip().lower().split("-")[0]
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        if language in BY_LANGUAGE and quality > 0:
            wishes.append((-quality, language))
    return min(wishes, key=lambda wish: wish[0])[1] if wishes else "ko"


def money(amount: int, currency: str) -> str:
    """An amount of minor units as a shopper reads it."""
    if currency == "KRW":
        return f"{amount:,}원" if amount >= 0 else f"−{-amount:,}원"
    return f"{amount:,} {currency}"
