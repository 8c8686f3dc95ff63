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
    total: str
    nothing_paid: str
    card: str
    card_number: str
    approval: str
    member: str
    member_saving: str
    order_number: str
    exempt_mark: str
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
    total="합계",
    nothing_paid="결제할 금액 없음",
    card="카드",
    card_number="카드번호",
    approval="승인번호",
    member="회원",
    member_saving="회원가로 아낀 금액",
    order_number="주문번호",
    exempt_mark="* 표시는 면세 상품이에요",
    returns="교환·환불은 {days}일 안에, 영수증과 결제 카드를 가져와 주세요",
    dates="소비기한은 포장에서 확인해 주세요",
    page="휴대폰으로 영수증 보기",
    fees={"shipping": "배송비"},
    other_fee="추가 요금",
    tenders={"card": "카드"},
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
    total="Total",
    nothing_paid="Nothing to pay",
    card="Card",
    card_number="Card no.",
    approval="Approval no.",
    member="Member",
    member_saving="Saved with member prices",
    order_number="Order no.",
    exempt_mark="* tax-exempt",
    returns="Returns within {days} days, with receipt and payment card",
    dates="See the pack for the use-by date",
    page="Receipt on your phone",
    fees={"shipping": "Delivery fee"},
    other_fee="Fee",
    tenders={"card": "Card"},
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
    total="合計",
    nothing_paid="お支払いはありません",
    card="カード",
    card_number="カード番号",
    approval="承認番号",
    member="会員",
    member_saving="会員価格でお得になった金額",
    order_number="注文番号",
    exempt_mark="* は免税商品です",
    returns="返品・交換は{days}日以内に、レシートとお支払いのカードをお持ちください",
    dates="消費期限は包装でご確認ください",
    page="スマートフォンでレシートを見る",
    fees={"shipping": "配送料"},
    other_fee="追加料金",
    tenders={"card": "カード"},
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
    total="合计",
    nothing_paid="无需付款",
    card="银行卡",
    card_number="卡号",
    approval="授权号",
    member="会员",
    member_saving="会员价节省金额",
    order_number="订单号",
    exempt_mark="* 为免税商品",
    returns="请在{days}天内携带收据和付款卡办理退换",
    dates="保质期请见包装",
    page="在手机上查看收据",
    fees={"shipping": "运费"},
    other_fee="附加费",
    tenders={"card": "银行卡"},
)
WORDS: Mapping[str, ReceiptWords] = {"ko": KO, "en": EN, "ja": JA, "zh": ZH}
