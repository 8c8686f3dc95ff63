"""What the receipt's page says besides the receipt itself (`kiosk.domain.receipt_words`), in four languages."""

from collections.abc import Collection

KO = {
    "title": "영수증",
    "late": "곧 올라와요",
    "late_more": "이 화면을 그대로 두세요",
    "time": "거래 일시",
    "ship": "배송",
    "pick_up": "매장에서 받기",
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
    "time": "Time",
    "ship": "Delivery",
    "pick_up": "Pick up in a shop",
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

JA = {
    "title": "レシート",
    "late": "まもなく表示されます",
    "late_more": "この画面のままお待ちください",
    "time": "取引日時",
    "ship": "配送",
    "pick_up": "店舗で受け取り",
    "needs_address": "住所を入力すると到着予定をお知らせします",
    "confirmed_ship": "住所を受け付けました。配送を準備します",
    "confirmed_pick_up": "準備ができたらサービスカウンターでお受け取りください",
    "state_needs_address": "住所が必要",
    "state_confirmed": "確定",
    "state_kept": "お支払い前",
    "state_ended": "終了",
    "kept_more": "まだお支払いいただいていない注文です。{until}までにお支払いがないと取り消されます",
    "ended": "お支払いがなかったため注文は終了しました。代金は引き落とされていません",
    "where": "受け取り場所",
    "until": "毎日{until}まで",
    "name": "お受け取りになる方",
    "phone": "携帯電話番号",
    "address": "住所",
    "send": "この住所で受け取る",
    "privacy": "お名前・番号・住所は配送だけに使い、本部だけで保管します",
    "name_missing": "お受け取りになる方のお名前を入力してください",
    "name_long": "お名前は60文字までです",
    "phone_missing": "ご連絡できる番号を入力してください",
    "phone_wrong": "番号が短いか長すぎます。010からもう一度入力してください",
    "address_missing": "お届け先の住所を入力してください",
    "address_short": "住所が短いです。部屋番号まで入力してください",
    "address_long": "住所は300文字までです",
    "address_wrong": "住所に使えない文字があります",
    "weight": "{kg} kg",
}

ZH = {
    "title": "收据",
    "late": "马上就好",
    "late_more": "请保持此页面打开",
    "time": "交易时间",
    "ship": "配送",
    "pick_up": "到店自提",
    "needs_address": "填写地址后告知您送达时间",
    "confirmed_ship": "已收到地址，正在准备配送",
    "confirmed_pick_up": "备好后请到服务台领取",
    "state_needs_address": "需要地址",
    "state_confirmed": "已确认",
    "state_kept": "未付款",
    "state_ended": "已结束",
    "kept_more": "此订单尚未付款。{until}前未付款将自动取消",
    "ended": "因未付款，订单已结束。没有扣款",
    "where": "领取地点",
    "until": "每天至{until}",
    "name": "收件人",
    "phone": "手机号码",
    "address": "地址",
    "send": "送到此地址",
    "privacy": "姓名、号码和地址仅用于配送，只保存在总部",
    "name_missing": "请填写收件人姓名",
    "name_long": "姓名最多60个字",
    "phone_missing": "请填写联系电话",
    "phone_wrong": "号码太短或太长，请从010开始重新填写",
    "address_missing": "请填写收货地址",
    "address_short": "地址太短，请写到门牌号",
    "address_long": "地址最多300个字",
    "address_wrong": "地址中有不能使用的字符",
    "weight": "{kg} kg",
}

BY_LANGUAGE = {"ko": KO, "en": EN, "ja": JA, "zh": ZH}


def language_of(accept_language: str, offered: Collection[str] = tuple(BY_LANGUAGE)) -> str:
    """The offered language that the browser likes best; Korean when it names none (RFC 9110, section 12.5.4)."""
    wishes: list[tuple[float, str]] = []
    for part in accept_language[:200].split(","):
        tag, _, weight = part.partition(";")
        language = tag.strip().lower().split("-")[0]
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        if language in offered and quality > 0:
            wishes.append((-quality, language))
    return min(wishes, key=lambda wish: wish[0])[1] if wishes else "ko"
