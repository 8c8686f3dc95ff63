"""Draws a printed receipt as a picture, character cell by character cell."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageFont

from hardware.codecs.escpos_reader import Command, PrintedLine, PrintedQr

_CELL, _ROW, _MARGIN = 12, 30, 24  # dots of an 80 mm printer at 203 dpi
_RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "fonts"
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def find_font(folder: Path = _RESOURCES) -> Path | None:
    """A font file with Hangul in `folder` or below it; None when there is none."""
    files = (f for f in folder.rglob("*") if f.suffix.lower() in (".ttf", ".otf", ".ttc"))
    return next((file for file in sorted(sorted(files), key=_most_like_a_printer) if _has_hangul(file)), None)


def _most_like_a_printer(file: Path) -> tuple[bool, ...]:
    return tuple(word not in file.stem.lower() for word in ("mono", "regular", "medium"))


def _has_hangul(file: Path) -> bool:
    try:
        font = ImageFont.truetype(str(file), 20)
    except OSError:
        return False
    # A missing character is drawn as the same box as any other missing one.
    return bytes(font.getmask("한")) != bytes(font.getmask("\U0010fffd"))


def draw(commands: Sequence[Command], columns: int, font_file: Path | None) -> Image.Image:
    """Draw text rows and QR codes of one receipt, `columns` small characters wide."""
    width = columns * _CELL + 2 * _MARGIN
    codes = {i: _qr(c) for i, c in enumerate(commands) if isinstance(c, PrintedQr)}
    height = 2 * _MARGIN
    for i, command in enumerate(commands):
        height += codes[i].height if i in codes else _ROW * _size(command)
    paper = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(paper)
    y = _MARGIN
    for i, command in enumerate(commands):
        if i in codes:
            paper.paste(codes[i], ((width - codes[i].width) // 2, y))
            y += codes[i].height
        elif isinstance(command, PrintedLine):
            _row(pen, command, columns, y, _font(font_file, command.size))
            y += _ROW * command.size
    return paper


def _size(command: Command) -> int:
    return command.size if isinstance(command, PrintedLine) else 0


def _font(file: Path | None, size: int) -> Font:
    height = 22 * size
    return ImageFont.truetype(str(file), height) if file else ImageFont.load_default(height)


def _row(pen: ImageDraw.ImageDraw, line: PrintedLine, columns: int, y: int, font: Font) -> None:
    cell = _CELL * line.size
    cells = [2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line.text]
    room = max(columns * _CELL - sum(cells) * cell, 0)
    x = _MARGIN + {"left": 0, "centre": room // 2, "right": room}[line.align]
    for character, wide in zip(line.text, cells, strict=True):
        middle = x + wide * cell / 2
        pen.text((middle, y), character, fill=0, font=font, anchor="ma", stroke_width=int(line.bold))
        x += wide * cell


def _qr(code: PrintedQr) -> Image.Image:
    symbol = segno.make(code.text, error="m", micro=False, boost_error=False)
    modules = [[255 * (1 - dark) for dark in row] for row in symbol.matrix_iter(border=4)]
    picture = Image.new("L", (len(modules), len(modules)))
    picture.putdata([dot for row in modules for dot in row])
    side = len(modules) * code.dots
    return picture.resize((side, side), Image.Resampling.NEAREST)
