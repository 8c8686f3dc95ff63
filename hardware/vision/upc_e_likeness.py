"""Tells a printed UPC-E from one that was made of other bars: each of its digits must look most like itself.

A decoder that counts widths forgives a module here and there, and a UPC-E forgives most, because each digit may have
two parities and no other thing guards them. So pieces of an EAN-13 of which a part is hidden are read as UPC-E. Here
the grey levels across each digit are compared with all twenty patterns that a digit may have. Of 162 true reads (24
photographs, also halved, blurred and with noise) no digit was outdone by another pattern; of 15 made of pieces at least
one was, by 0.13 and more.
"""

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_MODULES = 51
_FINE = 8  # samples a module
_BEYOND = 4  # modules sampled on each side
_LINES = 5
_LOOSE = 0.05  # of the length: by so much a decoder misjudges where the bars end
_FOREIGN = 0.08  # likeness by which another pattern may outdo a digit: noise gave none, pieces gave 0.13
_STRETCHED = (0.93, 1.0, 1.07)

# ISO/IEC 15420, table 1: number set A; set B is its mirrored complement.
_SET_A = (
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011",
)  # fmt: skip
# ISO/IEC 15420, table 5: by the check digit, which of the six digits are of set B in number system 0.
_EVEN = ("BBBAAA", "BBABAA", "BBAABA", "BBAAAB", "BABBAA", "BAABBA", "BAAABB", "BABABA", "BABAAB", "BAABAB")
_FLIPPED = str.maketrans("01", "10")
_PATTERNS = (*_SET_A, *(bits.translate(_FLIPPED)[::-1] for bits in _SET_A))


def looks_so(grey: npt.NDArray[np.uint8], quad: tuple[tuple[int, int], ...], number: str) -> bool:
    """Whether the bars within these corners are the UPC-E of a number (12 digits, or 13 beginning with 0).

    False for any number that begins with 1: the left half of each EAN-13 looks like one, and goods bear none (GS1
    General Specifications, 5.2.2.4). True for what this cannot judge: texts that no UPC-E makes short.
    """
    if len(number) >= 12 and number[-12] == "1":
        return False
    spellings = _spellings(number[-12:])
    if not spellings or len(quad) != 4:
        return True
    line = _line(grey, np.array(quad, np.float64))
    return any(_all_like(line, patterns) for patterns in spellings)


def _spellings(number: str) -> list[tuple[int, ...]]:
    """The six patterns of each short form that a number of 12 digits has."""
    if len(number) != 12 or not (number.isascii() and number.isdecimal()) or number[0] != "0":
        return []
    body, parities = number[1:11], _EVEN[int(number[11])]
    short = []
    if body[2] in "012" and body[3:7] == "0000":
        short.append(body[:2] + body[7:] + body[2])
    if body[3:8] == "00000":
        short.append(body[:3] + body[8:] + "3")
    if body[4:9] == "00000":
        short.append(body[:4] + body[9] + "4")
    if body[5:9] == "0000" and body[9] in "56789":
        short.append(body[:5] + body[9])
    return [tuple(int(d) + 10 * (p == "B") for d, p in zip(six, parities, strict=True)) for six in short]


def _line(grey: npt.NDArray[np.uint8], corners: Floats) -> Floats:
    """Darkness along the bars, the middle of some lines, a little further than the code on both sides."""
    share = (np.arange(-_BEYOND * _FINE, (_MODULES + _BEYOND) * _FINE) + 0.5) / (_MODULES * _FINE)
    down = np.linspace(0.2, 0.8, _LINES)[:, None, None]
    begin = corners[0] + (corners[3] - corners[0]) * down
    end = corners[1] + (corners[2] - corners[1]) * down
    points = (begin + (end - begin) * share[None, :, None]).astype(np.float32)
    rows = cv2.remap(grey, points[..., 0], points[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(-np.median(rows, axis=0), dtype=np.float64)


def _all_like(line: Floats, patterns: tuple[int, ...]) -> bool:
    bits = "101" + "".join(_PATTERNS[one] for one in patterns) + "010101"
    begin, module = _aligned(line, bits)
    for place, one in enumerate(patterns):
        likeness = _likeness(line, begin + (3 + 7 * place + 3.5) * module, module)
        if likeness[one] < np.delete(likeness, one).max() - _FOREIGN:
            return False
    return True


def _aligned(line: Floats, bits: str) -> tuple[float, float]:
    """Where on the line the code begins and how long a module is there, in samples."""
    ends = np.linspace(-_LOOSE, _LOOSE, 11) * _MODULES * _FINE
    left, right = (part.ravel() for part in np.meshgrid(ends, ends))
    begin = _BEYOND * _FINE + left
    module = (_MODULES * _FINE + right - left) / _MODULES
    middle = (np.arange(_MODULES * _FINE) + 0.5) / _FINE
    seen = _normal(_sampled(line, begin[:, None] + middle * module[:, None]))
    best = int(np.argmax(seen @ _normal(_drawn(bits))))
    return float(begin[best]), float(module[best])


def _likeness(line: Floats, middle: float, module: float) -> Floats:
    """How much the bars around a digit's middle are like each pattern, where each fits best."""
    around = (np.arange(9 * _FINE) + 0.5) / _FINE - 4.5  # the digit with a module of its neighbours
    shifts = np.arange(-_FINE, _FINE + 1) / _FINE
    places = shifts[:, None, None] + around * np.array(_STRETCHED)[:, None]
    seen = _normal(_sampled(line, middle + module * places.reshape(-1, around.size)))
    best: Floats = (seen @ _DIGITS.T).max(axis=0)
    return best


def _sampled(line: Floats, places: Floats) -> Floats:
    return np.interp(places - 0.5, np.arange(line.size), line)


def _drawn(bits: str) -> Floats:
    return np.repeat([float(bit) for bit in bits], _FINE)


def _normal(values: Floats) -> Floats:
    level = values - values.mean(axis=-1, keepdims=True)
    made: Floats = level / np.maximum(np.linalg.norm(level, axis=-1, keepdims=True), 1e-9)
    return made


_DIGITS = _normal(np.array([_drawn(f"1{bits}0") for bits in _PATTERNS]))
