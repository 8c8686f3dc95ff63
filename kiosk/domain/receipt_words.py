"""The words on a receipt in the four languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """One language of the receipt; `{days}` in `returns` is the number of days."""

    receipt: str
    copy: str
    number: str
    station: str
    member_price: str
    ship: str
    pick_up: str
    gross: str
    discount: str
    taxable: str
    exempt: str
    zero_rated: str
    tax: str
    sales_tax: str
    subtotal: str
    total: str
    rounding: str
    to_pay: str
    nothing_paid: str
    card: str
    card_number: str
    approval: str
    member: str
    member_saving: str
    saved: str
    staff_price: str
    order_number: str
    exempt_mark: str
    reduced_mark: str
    returns: str
    dates: str
    page: str
    fees: Mapping[str, str]
    other_fee: str
    tenders: Mapping[str, str]


KO = ReceiptWords(
    receipt="영수증",
    copy="재발행",
    number="영수증 번호",
    station="계산대",
    member_price="회원가",
    ship="배송",
    pick_up="픽업",
    gross="상품 합계",
    discount="할인 합계",
    taxable="과세물품가액",
    exempt="면세물품가액",
    zero_rated="영세물품가액",
    tax="부가세",
    sales_tax="판매세",
    subtotal="소계",
    total="합계",
    rounding="현금 반올림",
    to_pay="낼 금액",
    nothing_paid="결제할 금액 없음",
    card="카드",
    card_number="카드번호",
    approval="승인번호",
    member="회원",
    member_saving="회원가로 아낀 금액",
    saved="아낀 금액",
    staff_price="직원 확인가",
    order_number="주문번호",
    exempt_mark="* 표시는 면세 상품이에요",
    reduced_mark="※ 표시는 낮은 세율 상품이에요",
    returns="교환·환불은 {days}일 안에, 영수증과 결제 카드를 가져와 주세요",
    dates="소비기한은 포장에서 확인해 주세요",
    page="휴대폰으로 영수증 보기",
    fees={"shipping": "배송비", "deposit": "빈병 보증금", "service": "서비스 요금"},
    other_fee="추가 요금",
    tenders={
        "card": "카드",
        "simple_pay": "간편결제",
        "voucher": "상품권",
        "points": "포인트",
        "coupon": "금액 쿠폰",
        "cash": "현금",
    },
)
EN = ReceiptWords(
    receipt="Receipt",
    copy="COPY",
    number="Receipt no.",
    station="Kiosk",
    member_price="Member price",
    ship="Delivery",
    pick_up="Pick-up",
    gross="Items",
    discount="Discounts",
    taxable="Taxable goods",
    exempt="Tax-exempt goods",
    zero_rated="Zero-rated goods",
    tax="VAT",
    sales_tax="Sales tax",
    subtotal="Subtotal",
    total="Total",
    rounding="Cash rounding",
    to_pay="To pay",
    nothing_paid="Nothing to pay",
    card="Card",
    card_number="Card no.",
    approval="Approval no.",
    member="Member",
    member_saving="Saved with member prices",
    saved="You saved",
    staff_price="Price set by staff",
    order_number="Order no.",
    exempt_mark="* tax-exempt",
    reduced_mark="※ reduced tax rate",
    returns="Returns within {days} days, with receipt and payment card",
    dates="See the pack for the use-by date",
    page="Receipt on your phone",
    fees={"shipping": "Delivery fee", "deposit": "Bottle deposit", "service": "Service fee"},
    other_fee="Fee",
    tenders={
        "card": "Card",
        "simple_pay": "Mobile pay",
        "voucher": "Gift voucher",
        "points": "Points",
        "coupon": "Money coupon",
        "cash": "Cash",
    },
)
JA = ReceiptWords(
    receipt="レシート",
    copy="再発行",
    number="レシート番号",
    station="レジ",
    member_price="会員価格",
    ship="配送",
    pick_up="受け取り",
    gross="商品合計",
    discount="割引合計",
    taxable="課税対象額",
    exempt="免税対象額",
    zero_rated="ゼロ税率対象額",
    tax="付加価値税",
    sales_tax="売上税",
    subtotal="小計",
    total="合計",
    rounding="現金端数調整",
    to_pay="お支払い額",
    nothing_paid="お支払いはありません",
    card="カード",
    card_number="カード番号",
    approval="承認番号",
    member="会員",
    member_saving="会員価格でお得になった金額",
    saved="お得になった金額",
    staff_price="係員の設定価格",
    order_number="注文番号",
    exempt_mark="* は免税商品です",
    reduced_mark="※ は軽減税率対象商品です",
    returns="返品・交換は{days}日以内に、レシートとお支払いのカードをお持ちください",
    dates="消費期限は包装でご確認ください",
    page="スマートフォンでレシートを見る",
    fees={"shipping": "配送料", "deposit": "空き瓶預り金", "service": "サービス料"},
    other_fee="追加料金",
    tenders={
        "card": "カード",
        "simple_pay": "スマホ決済",
        "voucher": "商品券",
        "points": "ポイント",
        "coupon": "金券クーポン",
        "cash": "現金",
    },
)
ZH = ReceiptWords(
    receipt="收据",
    copy="补打",
    number="收据号码",
    station="收银台",
    member_price="会员价",
    ship="配送",
    pick_up="自提",
    gross="商品合计",
    discount="优惠合计",
    taxable="应税商品金额",
    exempt="免税商品金额",
    zero_rated="零税率商品金额",
    tax="增值税",
    sales_tax="销售税",
    subtotal="小计",
    total="合计",
    rounding="现金取整",
    to_pay="应付金额",
    nothing_paid="无需付款",
    card="银行卡",
    card_number="卡号",
    approval="授权号",
    member="会员",
    member_saving="会员价节省金额",
    saved="共节省",
    staff_price="店员定价",
    order_number="订单号",
    exempt_mark="* 为免税商品",
    reduced_mark="※ 为低税率商品",
    returns="请在{days}天内携带收据和付款卡办理退换",
    dates="保质期请见包装",
    page="在手机上查看收据",
    fees={"shipping": "运费", "deposit": "空瓶押金", "service": "服务费"},
    other_fee="附加费",
    tenders={
        "card": "银行卡",
        "simple_pay": "手机支付",
        "voucher": "礼券",
        "points": "积分",
        "coupon": "现金券",
        "cash": "现金",
    },
)
WORDS: Mapping[str, ReceiptWords] = {"ko": KO, "en": EN, "ja": JA, "zh": ZH}
