"""Symbols with made-up contents, drawn by the writer of zxing-cpp, for pictures whose truth is known."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import zxingcpp

Chance = np.random.Generator
Modules = npt.NDArray[np.uint8]

_LOT = np.array(list("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"))


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A symbol: name and text as the barcode corpus writes them, and its modules (0 dark, 255 light).

    `printed` is the line below the bars, "" where none is printed; `quiet` the free modules at each side.
    """

    symbology: str
    text: str
    modules: Modules
    printed: str
    quiet: int

    @property
    def flat(self) -> bool:
        """Whether it is made of bars, not of squares."""
        return self.symbology not in ("QR", "Data Matrix")


@dataclass(frozen=True, slots=True)
class _Kind:
    symbology: str
    format: str
    content: Callable[[Chance], str]
    gs1: bool = False
    quiet: int = 10


def _digits(chance: Chance, count: int) -> str:
    return "".join(str(digit) for digit in chance.integers(0, 10, count))


def check_digit(digits: str) -> str:
    """The GS1 check digit of the digits before it."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def _checked(digits: str) -> str:
    return digits + check_digit(digits)


def _ean13(chance: Chance) -> str:
    prefix = str(chance.choice(("880", "880", "880", "490", "690", "400", "978")))
    return _checked(prefix + _digits(chance, 9))


def _upca(chance: Chance) -> str:
    return _checked(_digits(chance, 11))


def _upce(chance: Chance) -> str:
    # Where zeros may be left out in two ways only one is right; digits from 3 on leave no doubt.
    six = "".join(str(digit) for digit in chance.integers(3, 10, 5)) + _digits(chance, 1)
    return "0" + six + check_digit(expanded_upce("0" + six + "0")[:11])


def expanded_upce(digits: str) -> str:
    """The twelve digits of UPC-A that eight of UPC-E stand for (GS1 General Specifications 5.2.2.4.2)."""
    system, six, check = digits[0], digits[1:7], digits[7]
    last = six[5]
    if last in "012":
        number = six[:2] + last + "0000" + six[2:5]
    elif last == "3":
        number = six[:3] + "00000" + six[3:5]
    elif last == "4":
        number = six[:4] + "00000" + six[4]
    else:
        number = six[:5] + "0000" + last
    return system + number + check


def _gtin14(chance: Chance) -> str:
    return _checked("0880" + _digits(chance, 9))


def _case(chance: Chance) -> str:
    return _checked(str(chance.integers(1, 9)) + "880" + _digits(chance, 9))


def _day(chance: Chance) -> str:
    return f"{chance.integers(26, 29)}{chance.integers(1, 13):02}{chance.integers(1, 29):02}"


def _lot(chance: Chance) -> str:
    return "".join(chance.choice(_LOT, int(chance.integers(4, 9))))


def _dated(chance: Chance) -> str:
    return f"(01){_gtin14(chance)}(17){_day(chance)}(10){_lot(chance)}"


def _weighed(chance: Chance) -> str:
    return f"(01){_checked('9880' + _digits(chance, 9))}(3103){chance.integers(80, 4000):06}"


def _serial(chance: Chance) -> str:
    return f"(01){_gtin14(chance)}(21){_lot(chance)}(17){_day(chance)}"


def _shelf(chance: Chance) -> str:
    return f"{''.join(chance.choice(_LOT[:23], 3))}-{_digits(chance, int(chance.integers(4, 9)))}"


def _address(chance: Chance) -> str:
    return f"https://qr.example.kr/p/{_digits(chance, 8)}?m={_lot(chance)}"


def _link(chance: Chance) -> str:
    return f"https://id.gs1.org/01/{_gtin14(chance)}/10/{_lot(chance)}?17={_day(chance)}"


_KINDS = {
    "ean-13": _Kind("EAN-13", "EAN13", _ean13, quiet=9),
    "ean-8": _Kind("EAN-8", "EAN8", lambda chance: _checked(_digits(chance, 7)), quiet=7),
    "upc-a": _Kind("UPC-A", "UPCA", _upca, quiet=9),
    "upc-e": _Kind("UPC-E", "UPCE", _upce, quiet=9),
    "code-128": _Kind("Code 128", "Code128", _shelf),
    "gs1-128": _Kind("Code 128", "Code128", _dated, gs1=True),
    "itf-14": _Kind("ITF", "ITF", _case),
    "databar": _Kind("DataBar", "DataBarOmni", _gtin14, quiet=2),
    "databar-stacked": _Kind("DataBar", "DataBarStkOmni", _gtin14, quiet=2),
    "databar-limited": _Kind("DataBar Limited", "DataBarLtd", _gtin14, quiet=2),
    "databar-expanded": _Kind("DataBar Expanded", "DataBarExp", _weighed, quiet=2),
    "databar-expanded-stacked": _Kind("DataBar Expanded", "DataBarExpStk", _weighed, quiet=2),
    "data-matrix": _Kind("Data Matrix", "DataMatrix", _shelf, quiet=2),
    "gs1-data-matrix": _Kind("Data Matrix", "DataMatrix", _serial, gs1=True, quiet=2),
    "qr": _Kind("QR", "QRCode", _address, quiet=4),
    "gs1-qr": _Kind("QR", "QRCode", _dated, gs1=True, quiet=4),
    "digital-link": _Kind("QR", "QRCode", _link, quiet=4),
}
KINDS = tuple(_KINDS)


def make_code(kind: str, chance: Chance) -> PrintedCode:
    """A symbol of one of `KINDS` with contents drawn from `chance`."""
    chosen = _KINDS[kind]
    content = chosen.content(chance)
    barcode = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, chosen.format), gs1=chosen.gs1)
    drawn = np.asarray(zxingcpp.write_barcode_to_image(barcode, scale=1, add_quiet_zones=False), dtype=np.uint8)
    text = bytes(barcode.bytes).decode() if chosen.gs1 else content
    printed = "" if chosen.symbology in ("QR", "Data Matrix") else content
    return PrintedCode(chosen.symbology, text, _cut(drawn), printed, chosen.quiet)


def _cut(drawn: Modules) -> Modules:
    """The symbol without empty rows and columns around it."""
    dark = drawn < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return np.where(dark, 0, 255).astype(np.uint8)[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def truncated(code: PrintedCode, share: float) -> PrintedCode:
    """The code with its bars cut to a share of their height, as on small packs; squares stay as they are."""
    single = code.symbology in ("EAN-13", "EAN-8", "UPC-A", "UPC-E", "Code 128")
    if not single:
        return code
    rows = max(4, round(code.modules.shape[0] * share))
    return PrintedCode(code.symbology, code.text, code.modules[-rows:], code.printed, code.quiet)
