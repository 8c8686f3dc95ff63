"""A shop's own accent colour, made readable: contrast is measured and a weak colour is darkened."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cbrt

logger = logging.getLogger(__name__)

LIGHTNESS_STEP = 0.02


@dataclass(frozen=True, slots=True)
class Brand:
    """What a shop may change: five accent colours (`#RRGGBB`) and the name in the info bar."""

    shop_name: str = ""
    accent: str = "#1D46DB"
    accent_pressed: str = "#1636AE"
    accent_text: str = "#1A3FC4"
    accent_soft: str = "#E8EDFD"
    accent_fg: str = "#FFFFFF"


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#RRGGBB`, each 0 to 1.

    Raises:
        ValueError: when the text is not six hexadecimal digits after `#`.
    """
    digits = colour.removeprefix("#")
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(f"colour {colour!r}: write it as #RRGGBB")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        raise ValueError(f"colour {colour!r}: write it as #RRGGBB") from None
    return red / 255, green / 255, blue / 255


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _companded(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (_linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def to_oklab(colour: str) -> tuple[float, float, float]:
    """Lightness, a and b in the OKLab space (B. Ottosson, 2020)."""
    red, green, blue = (_linear(value) for value in channels(colour))
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> str:
    """`#RRGGBB` of an OKLab colour, cut to what a screen can show."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_companded(value) * 255):02X}" for value in linear)


def darkened(colour: str, other: str, wanted: float) -> str:
    """The colour, lowered in OKLCH lightness by steps of 0.02 until it stands out from `other`."""
    lightness, a, b = to_oklab(colour)
    while contrast(colour, other) < wanted and lightness > 0:
        lightness = max(0.0, lightness - LIGHTNESS_STEP)
        colour = from_oklab(lightness, a, b)
    return colour


def readable(brand: Brand, rule: Mapping[str, float], canvas: str) -> Brand:
    """The brand with every accent dark enough for `brandRule`; the log names each colour that changed."""
    accent = darkened(brand.accent, brand.accent_fg, rule["accentFg_on_accent"])
    accent = darkened(accent, canvas, rule["accent_on_canvas_nontext"])
    pressed = darkened(brand.accent_pressed, brand.accent_fg, rule["accentFg_on_accent"])
    text = darkened(brand.accent_text, brand.accent_soft, rule["accentText_on_accentSoft"])
    checked = replace(brand, accent=accent, accent_pressed=pressed, accent_text=text)
    for name in ("accent", "accent_pressed", "accent_text"):
        if getattr(checked, name) != getattr(brand, name):
            logger.warning(
                "brand colour %s %s is too light to read and is shown as %s",
                name,
                getattr(brand, name),
                getattr(checked, name),
            )
    return checked
