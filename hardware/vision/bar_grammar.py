"""What an EAN-13, UPC-A or EAN-8 is made of, module by module, as tables that a decoder can search.

Facts from the GS1 General Specifications, section 5.2: a digit is seven modules wide, drawn from set A (here L),
set B (G) or set C (R); the sets of the left half spell the first digit of an EAN-13; guards frame and halve the code.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Bits = npt.NDArray[np.float64]

DIGIT_WIDTH = 7
_SET_L = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_FLIP = str.maketrans("01", "10")
_SET_R = tuple(digit.translate(_FLIP) for digit in _SET_L)
_SET_G = tuple(digit[::-1] for digit in _SET_R)
_SIDE_GUARD, _CENTRE_GUARD = "101", "01010"
L, G, R = 0, 10, 20  # where each set begins in SYMBOLS
_FIRST_DIGITS = (
    "LLLLLL",
    "LLGLGG",
    "LLGGLG",
    "LLGGGL",
    "LGLLGG",
    "LGGLLG",
    "LGGGLL",
    "LGLGLG",
    "LGLGGL",
    "LGGLGL",
)


def _bits(text: str) -> list[float]:
    return [float(bit) for bit in text]


SYMBOLS: Bits = np.array([_bits(digit) for digit in (*_SET_L, *_SET_G, *_SET_R)])
"""The 30 shapes of a digit, 1 for ink: ten of set L, ten of G, ten of R."""


@dataclass(frozen=True)
class Layout:
    """One symbology as a row of modules: where its guards and digits lie, and which sets its digits may use.

    `parities` are the allowed rows of sets, one for each value that is spelt by them; `leading` says that the place
    in that list is itself a first digit. `sets` are all sets that a place can hold.
    """

    name: str
    per_half: int
    parities: tuple[str, ...]
    leading: bool

    @cached_property
    def modules(self) -> int:
        """Width without quiet zones."""
        return 2 * len(_SIDE_GUARD) + len(_CENTRE_GUARD) + 2 * self.per_half * DIGIT_WIDTH

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first module of each digit."""
        left = [len(_SIDE_GUARD) + n * DIGIT_WIDTH for n in range(self.per_half)]
        middle = len(_SIDE_GUARD) + self.per_half * DIGIT_WIDTH + len(_CENTRE_GUARD)
        return tuple(left + [middle + n * DIGIT_WIDTH for n in range(self.per_half)])

    @cached_property
    def guards(self) -> Bits:
        """Ink of the guards alone, one value a module."""
        bits = np.zeros(self.modules)
        side, middle = len(_SIDE_GUARD), len(_SIDE_GUARD) + self.per_half * DIGIT_WIDTH
        bits[:side] = bits[-side:] = _bits(_SIDE_GUARD)
        bits[middle : middle + len(_CENTRE_GUARD)] = _bits(_CENTRE_GUARD)
        return bits

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """What each drawn digit counts in the sum of the check digit, which is a multiple of ten."""
        digits = 2 * self.per_half
        return tuple(3 if (digits - n) % 2 == 0 else 1 for n in range(digits))

    @cached_property
    def rows(self) -> npt.NDArray[np.intp]:
        """For each parity and each digit's place, where its set begins in `SYMBOLS`."""
        where = {"L": L, "G": G, "R": R}
        return np.array([[where[name] for name in row + "R" * self.per_half] for row in self.parities], dtype=np.intp)

    @cached_property
    def choices(self) -> tuple[npt.NDArray[np.intp], ...]:
        """For each digit's place, all symbols that it can hold, whatever the parity."""
        sets = (sorted({int(begin) for begin in column}) for column in self.rows.T)
        return tuple(np.concatenate([np.arange(begin, begin + 10) for begin in column]) for column in sets)

    def pattern(self, symbols: npt.NDArray[np.intp]) -> Bits:
        """Ink of the whole code, one value a module, for one symbol a place."""
        bits = self.guards.copy()
        for start, symbol in zip(self.starts, symbols, strict=True):
            bits[start : start + DIGIT_WIDTH] = SYMBOLS[symbol]
        return bits

    def text(self, parity: int, symbols: npt.NDArray[np.intp]) -> str:
        """The digits that a parity and the symbols spell."""
        first = str(parity) if self.leading else ""
        return first + "".join(str(int(symbol) % 10) for symbol in symbols)


EAN_13 = Layout("EAN-13", 6, _FIRST_DIGITS, leading=True)
"""Also UPC-A, which is an EAN-13 with the first digit 0."""

EAN_8 = Layout("EAN-8", 4, ("LLLL",), leading=False)
