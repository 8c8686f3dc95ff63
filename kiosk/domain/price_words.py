"""The words in which a price is explained, in four languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PriceWords:
    """One language; what stands in braces is filled in."""

    pieces: str
    weight: str
    member_price: str
    staff_price: str
    line_plain: str
    line_reduced: str
    line_part: str
    used: str
    used_item: str
    used_cart: str
    fee: str
    tax_inside: str
    tax_on_top: str
    gross: str
    discount: str
    total: str
    not_exact: str
    empty: str


WORDS: Mapping[str, PriceWords] = {
    "ko": PriceWords(
        pieces="{count}개",
        weight="{grams}g",
        member_price="회원가 {price}",
        staff_price="직원이 내린 가격 {price} ({reason})",
        line_plain="{line}번 {name} {measure}: {net}",
        line_reduced="{line}번 {name} {measure}: {gross}에서 {off} 할인되어 {net}",
        line_part="{name}: {off} 할인",
        used="할인",
        used_item="{name} {times}번 적용, {off} 할인: {rule}",
        used_cart="상품 할인 다음 전체에서 {name}, {off} 할인: {rule}",
        fee="{kind}: {amount}",
        tax_inside="세율 {rate}%: 공급가 {net}, 가격에 든 세금 {tax}",
        tax_on_top="세율 {rate}%: 공급가 {net}, 더해지는 세금 {tax}",
        gross="상품 합계 {gross}",
        discount="할인 합계 {discount}",
        total="낼 금액 {total}",
        not_exact="모든 경우를 다 계산하지는 못했어요. 더 싼 가격이 있을 수 있어요.",
        empty="장바구니가 비어 있어요.",
    ),
    "en": PriceWords(
        pieces="{count} pcs",
        weight="{grams} g",
        member_price="member price {price}",
        staff_price="price lowered by staff to {price} ({reason})",
        line_plain="Line {line}, {name}, {measure}: {net}",
        line_reduced="Line {line}, {name}, {measure}: {gross}, less {off}, is {net}",
        line_part="{name}: {off} off",
        used="Discounts",
        used_item="{name}, applied {times} time(s), takes {off} off: {rule}",
        used_cart="After the item discounts {name} takes {off} off the cart: {rule}",
        fee="{kind}: {amount}",
        tax_inside="Tax at {rate}%: {net} without tax, {tax} inside the price",
        tax_on_top="Tax at {rate}%: {net} without tax, {tax} on top",
        gross="Items {gross}",
        discount="Discounts {discount}",
        total="To pay {total}",
        not_exact="Not every choice could be tried: there may be a lower price.",
        empty="The cart is empty.",
    ),
    "ja": PriceWords(
        pieces="{count}点",
        weight="{grams}g",
        member_price="会員価格 {price}",
        staff_price="係員による値下げ {price}({reason})",
        line_plain="{line}番 {name} {measure}: {net}",
        line_reduced="{line}番 {name} {measure}: {gross}から{off}引いて{net}",
        line_part="{name}: {off}引き",
        used="割引",
        used_item="{name} {times}回適用、{off}引き: {rule}",
        used_cart="商品の割引のあと全体から {name}、{off}引き: {rule}",
        fee="{kind}: {amount}",
        tax_inside="税率{rate}%: 税抜 {net}、価格に含まれる税 {tax}",
        tax_on_top="税率{rate}%: 税抜 {net}、加算される税 {tax}",
        gross="商品合計 {gross}",
        discount="割引合計 {discount}",
        total="お支払い {total}",
        not_exact="すべての組み合わせは計算できませんでした。もっと安い価格があるかもしれません。",
        empty="カートは空です。",
    ),
    "zh": PriceWords(
        pieces="{count}件",
        weight="{grams}g",
        member_price="会员价 {price}",
        staff_price="店员下调的价格 {price}({reason})",
        line_plain="第{line}行 {name} {measure}: {net}",
        line_reduced="第{line}行 {name} {measure}: {gross},减{off},为{net}",
        line_part="{name}: 减{off}",
        used="优惠",
        used_item="{name} 使用{times}次,减{off}: {rule}",
        used_cart="商品优惠之后,{name} 从整单减{off}: {rule}",
        fee="{kind}: {amount}",
        tax_inside="税率{rate}%: 不含税 {net},价格内含税 {tax}",
        tax_on_top="税率{rate}%: 不含税 {net},另加税 {tax}",
        gross="商品合计 {gross}",
        discount="优惠合计 {discount}",
        total="应付 {total}",
        not_exact="未能计算所有组合,可能还有更低的价格。",
        empty="购物车是空的。",
    ),
}
