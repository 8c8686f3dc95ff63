"""What a promotion gives, as one sentence that a shopper reads, in four languages."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.domain.money_text import money_words
from kiosk.domain.promotion import (
    AmountOff,
    AmountPer,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Promotion,
    ShortDate,
    TenderDiscount,
    Threshold,
    Tiered,
)

# {off} is "10 % off" or "500 won off" in the same language.
_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "amount": "{amount} 할인",
        "percent": "{percent}% 할인",
        "all": "무료",
        "n_plus_m": "{size}개마다 가장 싼 {free}개가 무료",
        "each": "하나에 {off}",
        "fixed_price": "{count}개에 {price}",
        "set_price": "함께 사면 {price}",
        "set": "함께 사면 {off}",
        "cross_gift": "{buy}개를 사면 증정 상품 {gift}개가 {off}",
        "tiered": "많이 살수록 할인: {tiers}",
        "tier": "{count}개부터 {percent}%",
        "today": "소비기한이 오늘까지라서 {off}",
        "short_date": "소비기한이 {days}일 안에 끝나서 {off}",
        "threshold": "{at_least} 이상 사면 {off}",
        "gift": "{at_least} 이상 사면 증정 상품 {count}개가 무료",
        "amount_per": "{each}마다 {off}",
        "tender": "{tender} 결제 시 {off}",
        "most": ", 최대 {most}",
    },
    "en": {
        "amount": "{amount} off",
        "percent": "{percent}% off",
        "all": "free",
        "n_plus_m": "of every {size} the cheapest {free} free",
        "each": "{off} each",
        "fixed_price": "{count} for {price}",
        "set_price": "{price} together",
        "set": "{off} when bought together",
        "cross_gift": "buy {buy} and get {gift} of the gift {off}",
        "tiered": "the more, the cheaper: {tiers}",
        "tier": "{percent}% from {count}",
        "today": "{off}, because today is its last day",
        "short_date": "{off}, because its last day is at most {days} days away",
        "threshold": "{off} from {at_least}",
        "gift": "{count} gift(s) free from {at_least}",
        "amount_per": "{off} for each {each}",
        "tender": "{off} when paying with {tender}",
        "most": ", at most {most}",
    },
    "ja": {
        "amount": "{amount}引き",
        "percent": "{percent}%引き",
        "all": "無料",
        "n_plus_m": "{size}点ごとに一番安い{free}点が無料",
        "each": "1点につき{off}",
        "fixed_price": "{count}点で{price}",
        "set_price": "まとめて{price}",
        "set": "まとめて買うと{off}",
        "cross_gift": "{buy}点買うとプレゼント対象{gift}点が{off}",
        "tiered": "多く買うほどお得: {tiers}",
        "tier": "{count}点から{percent}%",
        "today": "消費期限が今日までなので{off}",
        "short_date": "消費期限が{days}日以内なので{off}",
        "threshold": "{at_least}以上で{off}",
        "gift": "{at_least}以上でプレゼント対象{count}点が無料",
        "amount_per": "{each}ごとに{off}",
        "tender": "{tender}のお支払いで{off}",
        "most": "(最大{most})",
    },
    "zh": {
        "amount": "减{amount}",
        "percent": "减{percent}%",
        "all": "免费",
        "n_plus_m": "每{size}件中最便宜的{free}件免费",
        "each": "每件{off}",
        "fixed_price": "{count}件{price}",
        "set_price": "一起购买{price}",
        "set": "一起购买{off}",
        "cross_gift": "买{buy}件,赠品{gift}件{off}",
        "tiered": "多买多减: {tiers}",
        "tier": "{count}件起减{percent}%",
        "today": "保质期到今天,{off}",
        "short_date": "保质期在{days}天内到期,{off}",
        "threshold": "满{at_least}{off}",
        "gift": "满{at_least}赠品{count}件免费",
        "amount_per": "每{each}{off}",
        "tender": "使用{tender}付款{off}",
        "most": ",最多{most}",
    },
}


class _Words:
    """The sentences of one language, with money written in one currency."""

    def __init__(self, currency: str, language: str) -> None:
        self._currency, self._language = currency, language
        self._sentences = _SENTENCES.get(language, _SENTENCES["ko"])

    def say(self, sentence: str, **words: object) -> str:
        return self._sentences[sentence].format(**words)

    def money(self, amount: int) -> str:
        return money_words(amount, self._currency, self._language)

    def off(self, amount: int | None, percent: int | None) -> str:
        if percent is None:
            return self.say("amount", amount=self.money(amount or 0))
        return self.say("all") if percent == 100 else self.say("percent", percent=percent)

    def most(self, most: int | None) -> str:
        return "" if most is None else self.say("most", most=self.money(most))


def rule_sentence(promotion: Promotion, currency: str, language: str) -> str:
    """What the promotion gives, without its name and its conditions of time and place.

    Raises `TypeError` for what is no kind of promotion.
    """
    write = _WRITERS.get(type(promotion))
    if write is None:
        raise TypeError(f"{type(promotion).__name__} is no kind of promotion")
    return write(promotion, _Words(currency, language))


def _n_plus_m(rule: NPlusM, words: _Words) -> str:
    return words.say("n_plus_m", size=rule.buy + rule.free, free=rule.free)


def _percent_off(rule: PercentOff, words: _Words) -> str:
    return words.say("each", off=words.off(None, rule.percent))


def _amount_off(rule: AmountOff, words: _Words) -> str:
    return words.say("each", off=words.off(rule.amount, None))


def _fixed_price(rule: FixedPrice, words: _Words) -> str:
    return words.say("fixed_price", count=rule.count, price=words.money(rule.price))


def _bundle(rule: Bundle, words: _Words) -> str:
    if rule.price is not None:
        return words.say("set_price", price=words.money(rule.price))
    return words.say("set", off=words.off(rule.amount, rule.percent))


def _cross_gift(rule: CrossGift, words: _Words) -> str:
    return words.say("cross_gift", buy=rule.buy.count, gift=rule.gift.count, off=words.off(None, rule.percent))


def _tiered(rule: Tiered, words: _Words) -> str:
    tiers = (words.say("tier", count=tier.count, percent=tier.percent) for tier in rule.tiers)
    return words.say("tiered", tiers=", ".join(tiers))


def _short_date(rule: ShortDate, words: _Words) -> str:
    off = words.off(None, rule.percent)
    return words.say("short_date", days=rule.days, off=off) if rule.days else words.say("today", off=off)


def _threshold(rule: Threshold, words: _Words) -> str:
    at_least = words.money(rule.at_least)
    if rule.gift is not None:
        return words.say("gift", at_least=at_least, count=rule.gift.count)
    return words.say("threshold", at_least=at_least, off=words.off(rule.amount, rule.percent))


def _amount_per(rule: AmountPer, words: _Words) -> str:
    off = words.off(rule.amount, None)
    return words.say("amount_per", each=words.money(rule.each), off=off) + words.most(rule.most)


def _tender_discount(rule: TenderDiscount, words: _Words) -> str:
    off = words.off(rule.amount, rule.percent)
    if rule.at_least:
        off = words.say("threshold", at_least=words.money(rule.at_least), off=off)
    return words.say("tender", tender=rule.tender, off=off) + words.most(rule.most)


_WRITERS: Mapping[type[Promotion], Callable[[Any, _Words], str]] = {
    NPlusM: _n_plus_m,
    PercentOff: _percent_off,
    AmountOff: _amount_off,
    FixedPrice: _fixed_price,
    Bundle: _bundle,
    CrossGift: _cross_gift,
    Tiered: _tiered,
    ShortDate: _short_date,
    Threshold: _threshold,
    AmountPer: _amount_per,
    TenderDiscount: _tender_discount,
}
