"""Numbers, money, days and weights as a shopper reads and hears them, in four languages."""

from datetime import date, datetime

from kiosk.domain.money_text import MINUS, NO_BREAK_SPACE, MoneyText, money_text, money_words

__all__ = [
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "MINUS",
    "NO_BREAK_SPACE",
    "MoneyText",
    "day_text",
    "masked_phone",
    "money_text",
    "money_words",
    "spoken_money",
    "technician_time_text",
    "time_text",
    "weight_text",
    "with_unit",
]

LANGUAGES = ("ko", "en", "ja", "zh")
LANGUAGE_NAMES = {"ko": "한국어", "en": "English", "ja": "日本語", "zh": "简体中文"}
_WEEKDAYS = {
    "ko": "월화수목금토일",
    "ja": "月火水木金土日",
    "zh": "一二三四五六日",
}
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPOKEN_UNIT = {"ko": "원", "en": " won", "ja": "ウォン", "zh": "韩元"}
_SPOKEN_MINUS = {"ko": "마이너스 ", "en": "minus ", "ja": "マイナス", "zh": "负"}


def spoken_money(minor: int, currency: str, language: str) -> str:
    """A price as it is said: `1,700원`, `1700 won`; other currencies by their code."""
    sign = _SPOKEN_MINUS[language] if minor < 0 else ""
    if currency == "KRW":
        grouped = f"{abs(minor):,}" if language == "ko" else f"{abs(minor)}"
        return f"{sign}{grouped}{_SPOKEN_UNIT[language]}"
    return f"{sign}{money_text(abs(minor), currency, language).number} {currency}"


def with_unit(number: str, unit: str, language: str) -> str:
    """`240mL` in Korean, Japanese and Chinese; a no-break space between them in Latin text."""
    return f"{number}{NO_BREAK_SPACE if language == 'en' else ''}{unit}"


def weight_text(grams: int, language: str) -> str:
    """`0.842kg` as the scale shows it, always three decimals."""
    sign = MINUS if grams < 0 else ""
    kilograms, rest = divmod(abs(grams), 1000)
    return with_unit(f"{sign}{kilograms}.{rest:03d}", "kg", language)


def day_text(day: date, language: str) -> str:
    """`11월 23일(월)`, `Mon 23 Nov`, `11月23日(月)`, `11月23日（周一）`."""
    if language == "en":
        return f"{_ENGLISH_DAYS[day.weekday()]}{NO_BREAK_SPACE}{day.day}{NO_BREAK_SPACE}{_MONTHS[day.month - 1]}"
    weekday = _WEEKDAYS[language][day.weekday()]
    if language == "ko":
        return f"{day.month}월 {day.day}일({weekday})"
    if language == "ja":
        return f"{day.month}月{day.day}日({weekday})"
    return f"{day.month}月{day.day}日（周{weekday}）"


def time_text(moment: datetime, language: str) -> str:
    """`오후 6:12`, `6:12 PM`, `午後6:12`, `下午6:12`, in the moment's own time zone."""
    hour = moment.hour % 12 or 12
    clock = f"{hour}:{moment.minute:02d}"
    if language == "en":
        return f"{clock}{NO_BREAK_SPACE}{'AM' if moment.hour < 12 else 'PM'}"
    half = {"ko": ("오전 ", "오후 "), "ja": ("午前", "午後"), "zh": ("上午", "下午")}[language]
    return half[moment.hour >= 12] + clock


def technician_time_text(moment: datetime) -> str:
    """`18:12:40`, for technician pages."""
    return f"{moment:%H:%M:%S}"


def masked_phone(digits: str) -> str:
    """`010-····-1234`: a finished phone number as a screen may show it.

    Raises:
        ValueError: when it is not 9 to 11 digits.
    """
    if not digits.isdecimal() or not 9 <= len(digits) <= 11:
        raise ValueError("a phone number has 9 to 11 digits")
    return f"{digits[:3]}-{'·' * (len(digits) - 7)}-{digits[-4:]}"
