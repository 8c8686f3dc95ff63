"""Prints a code onto a pack or shows it on a phone, with what stands around a code in a shop."""

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from hardware.simulators.receipt_picture import Font, find_font
from hardware.simulators.synthetic_codes import Chance, Modules, PrintedCode
from hardware.simulators.synthetic_scene import Light, Picture, Scene, to_light

_WORDS = (
    "원재료명", "설탕", "정제수", "밀가루(밀:미국산)", "식품첨가물", "내용량 120 g (545 kcal)", "소비기한: 별도표기",
    "품목보고번호 2014036", "직사광선을 피하고", "서늘한 곳에 보관", "고객상담실 080-000-0000", "반품 및 교환",
    "Ingredients:", "sugar, cocoa butter,", "palm oil 12 %", "Net Wt. 4.2 oz", "Best before: see lid", "Made in Korea",
    "Store in a cool place.", "부정·불량식품 신고 1399", "대두, 우유 함유", "나트륨 380 mg 19 %",
)  # fmt: skip
_DARK_INKS = ((20, 20, 20), (60, 30, 20), (25, 25, 70), (70, 25, 25), (20, 55, 30))
_PACKS = (
    (255, 255, 255),
    (235, 225, 200),
    (215, 200, 170),
    (40, 60, 190),
    (200, 90, 30),
    (60, 160, 70),
    (190, 60, 150),
    (30, 30, 35),
    (225, 215, 90),
    (240, 200, 210),
)  # fmt: skip  blue, green, red
_PAPERS = ((255, 255, 255), (250, 250, 250), (235, 245, 250), (205, 225, 235), (200, 240, 250))


@lru_cache(maxsize=32)
def _font(size: int) -> Font:
    file: Path | None = find_font()
    return ImageFont.load_default(size) if file is None else ImageFont.truetype(str(file), size)


def enlarged(modules: Modules, module: int) -> Modules:
    """The symbol with each module `module` pixels wide and high."""
    return np.repeat(np.repeat(modules, module, axis=0), module, axis=1)


def print_pack(code: PrintedCode, module: int, chance: Chance) -> Scene:
    """A pack's side of about twice the code's size: artwork, a light panel, the code, lines of small print."""
    symbol = enlarged(code.modules, module)
    high, wide = symbol.shape
    side = max(high, wide)
    room = [int(side * chance.uniform(0.25, 0.8)) + 14 * module for _ in range(4)]  # left, top, right, bottom
    size = (wide + room[0] + room[2], high + room[1] + room[3])
    sheet = Image.fromarray(_artwork(chance, size))
    pen = ImageDraw.Draw(sheet)
    paper = _PAPERS[int(chance.integers(len(_PAPERS)))]
    left, top = room[0], room[1]
    edge = code.quiet * module + int(module * chance.uniform(0, 4))
    letters = 9 * module if code.printed else 0
    panel = (left - edge, top - int(edge * 0.6), left + wide + edge, top + high + max(letters, int(edge * 0.6)))
    if chance.random() < 0.5:  # small print on the panel too, else on the pack
        panel = (panel[0], panel[1], min(size[0] - 2, panel[2] + int(room[2] * 0.7)), panel[3])
    pen.rectangle(panel, fill=paper)
    _small_print(pen, chance, module, size, panel)
    ink = _DARK_INKS[int(chance.integers(len(_DARK_INKS)))] if chance.random() < 0.3 else (15, 15, 15)
    if code.printed:
        font = _font(max(8, 7 * module))
        pen.text((left + wide // 2, top + high + module), code.printed, fill=ink, font=font, anchor="mt")
    picture = np.asarray(sheet, dtype=np.uint8).copy()
    _stamp(picture, symbol, left, top, ink)
    return _surface(picture, code, left, top, module)


def _surface(picture: Picture, code: PrintedCode, left: int, top: int, module: int) -> Scene:
    right, bottom = left + code.modules.shape[1] * module, top + code.modules.shape[0] * module
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Scene(to_light(picture), tuple((float(x), float(y)) for x, y in corners), float(module))


def _stamp(picture: Picture, symbol: Modules, left: int, top: int, ink: tuple[int, ...]) -> None:
    place = picture[top : top + symbol.shape[0], left : left + symbol.shape[1]]
    place[symbol < 128] = ink


def _artwork(chance: Chance, size: tuple[int, int]) -> Picture:
    """A pack's colours: a ground, a run of colour across it, shapes and the grain of print."""
    wide, high = size
    ground = np.array(_PACKS[int(chance.integers(len(_PACKS)))], np.float32)
    run = chance.uniform(0.75, 1.15, (3, 3)).astype(np.float32)
    sheet = np.asarray(cv2.resize(run, (wide, high), interpolation=cv2.INTER_LINEAR)[..., None] * ground, np.float32)
    for _ in range(int(chance.integers(1, 7))):
        colour = tuple(float(part) for part in _PACKS[int(chance.integers(len(_PACKS)))])
        middle = (int(chance.integers(0, wide)), int(chance.integers(0, high)))
        reach = int(chance.integers(high // 12 + 1, high // 2 + 2))
        if chance.random() < 0.5:
            cv2.circle(sheet, middle, reach, colour, -1, cv2.LINE_AA)
        else:
            other = (int(chance.integers(0, wide)), int(chance.integers(0, high)))
            cv2.line(sheet, middle, other, colour, max(1, reach // 6), cv2.LINE_AA)
    grain = chance.normal(0, 4, (high // 2 + 1, wide // 2 + 1)).astype(np.float32)
    sheet += cv2.resize(grain, (wide, high), interpolation=cv2.INTER_LINEAR)[..., None]
    return np.clip(sheet, 0, 255).astype(np.uint8)


def _small_print(
    pen: ImageDraw.ImageDraw, chance: Chance, module: int, size: tuple[int, int], panel: tuple[int, ...]
) -> None:
    """Lines of text above, below and beside the code, a table's rules, as close as a designer dares."""
    height = int(module * chance.uniform(5, 9))
    font = _font(max(8, height))
    ink = (30, 30, 30) if chance.random() < 0.7 else (240, 240, 240)
    y = int(height * chance.uniform(0.2, 1.0))
    while y < size[1] - height:
        beside = panel[1] - height * 1.1 < y < panel[3]
        x = panel[2] + module if beside else int(chance.integers(0, max(1, size[0] // 5)))
        while x < size[0]:
            word = str(chance.choice(_WORDS))
            pen.text((x, y), word, fill=ink, font=font)
            x += int(font.getlength(word)) + height
        if chance.random() < 0.2 and not beside:
            pen.line((0, y - module, size[0], y - module), fill=ink, width=max(1, module // 2))
        y += int(height * 1.35)


def phone_screen(code: PrintedCode, module: int, depth: float, chance: Chance) -> Scene:
    """A phone that shows the code: bezel, an app in light or dark, a card, the screen's grid dark by `depth`."""
    symbol = enlarged(code.modules, module)
    high, wide = symbol.shape
    edge = max(code.quiet, 6) * module
    card = (wide + 2 * edge, high + 2 * edge + (9 * module if code.printed else 0))
    size = (int(card[0] * chance.uniform(1.1, 1.25)), int(max(card[1] * 1.5, card[0] * chance.uniform(1.4, 1.9))))
    dark = chance.random() < 0.5
    inverted = dark and not code.flat and chance.random() < 0.4
    ground, words = ((18, 18, 20), (225, 225, 225)) if dark else ((245, 245, 247), (40, 40, 40))
    sheet = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(sheet)
    left, top = (size[0] - wide) // 2, (size[1] - card[1]) // 2 + edge
    paper, ink = ((18, 18, 20), (235, 235, 235)) if inverted else ((252, 252, 252), (10, 10, 10))
    box = (left - edge, top - edge, left - edge + card[0], top - edge + card[1])
    pen.rounded_rectangle(box, radius=3 * module, fill=paper)
    font = _font(max(10, 8 * module))
    pen.text((size[0] // 2, 6 * module), "모바일 회원증", fill=words, font=font, anchor="mt")
    pen.text((size[0] // 2, size[1] - 6 * module), "포인트 12,480 P", fill=words, font=font, anchor="mb")
    if code.printed:
        pen.text((left + wide // 2, top + high + 2 * module), code.printed, fill=ink, font=font, anchor="mt")
    picture = np.asarray(sheet, dtype=np.uint8).copy()
    _stamp(picture, symbol, left, top, ink)
    frame = 4 * module
    bezel = cv2.copyMakeBorder(picture, frame, frame, frame, frame, cv2.BORDER_CONSTANT, value=(12, 12, 12))
    shown = _surface(np.asarray(bezel, dtype=np.uint8), code, left + frame, top + frame, module)
    return shown.lit(_with_grid(shown.light, module, depth, chance))


def _with_grid(light: Light, module: int, depth: float, chance: Chance) -> Light:
    """The screen's own pixels: dark lines between them, which beat with the camera's as moiré."""
    pitch = max(2.0, module / chance.uniform(2.0, 4.0))
    rows, columns = (np.arange(count, dtype=np.float32) / pitch for count in light.shape[:2])
    across = 1 - depth * (np.cos(2 * np.pi * columns) > 0.5)
    along = 1 - depth * (np.cos(2 * np.pi * rows) > 0.5)
    return np.asarray(light * (along[:, None] * across[None, :])[..., None], dtype=np.float32)
