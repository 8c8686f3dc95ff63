"""Draws what a camera reads onto its picture: reading area, codes, figures."""

import cv2
import numpy as np
import numpy.typing as npt

from hardware.ports.camera import CameraCondition, CameraView, SeenCode

Picture = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

# Blue, green, red: the design's mint for what was taken, its amber for what was read, grey for bars unread.
_TAKEN: Colour = (180, 228, 124)
_READ: Colour = (92, 200, 255)
_UNREAD: Colour = (150, 150, 255)
_AREA: Colour = (200, 200, 200)
_PAPER: Colour = (30, 24, 24)
_FONT = cv2.FONT_HERSHEY_SIMPLEX
_LONGEST = 28
_DASH = 12


def drawn(view: CameraView) -> Picture | None:
    """The view's picture with everything drawn onto it; None while there is no picture."""
    if not view.jpeg:
        return None
    picture = cv2.imdecode(np.frombuffer(view.jpeg, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        return None
    canvas = np.asarray(picture, dtype=np.uint8)
    scale = canvas.shape[1] / max(view.width, 1)
    _area(canvas, view, scale)
    for code in view.codes:
        _code(canvas, code, scale)
    _figures(canvas, view)
    return canvas


def figures_line(view: CameraView) -> str:
    """The figures in one line, without letters beyond ASCII, which the drawing font has not."""
    if view.condition is not CameraCondition.LIVE:
        return f"{view.condition.value.upper()} {view.age:.1f} s"
    sharp = "-" if view.sharpness is None else f"{view.sharpness:.2f}"
    hint = f"  {view.hint.value.upper()}" if view.hint.value != "none" else ""
    return (
        f"{view.width}x{view.height}  {view.rate:.1f} fps  decode {view.times.last:.0f} ms"
        f"  sharpness {sharp}  light {view.light:.0f}{hint}"
    )


def _area(canvas: Picture, view: CameraView, scale: float) -> None:
    x, y, width, height = (round(side * scale) for side in view.region)
    if (width, height) == (0, 0) or view.region[2:] == (view.width, view.height):
        return
    for left in range(x, x + width, 2 * _DASH):
        for row in (y, y + height - 1):
            cv2.line(canvas, (left, row), (min(left + _DASH, x + width), row), _AREA, 1)
    for top in range(y, y + height, 2 * _DASH):
        for column in (x, x + width - 1):
            cv2.line(canvas, (column, top), (column, min(top + _DASH, y + height)), _AREA, 1)
    _label(canvas, f"{view.region[2]}x{view.region[3]}", (x + 8, y + 24), _AREA)


def _code(canvas: Picture, code: SeenCode, scale: float) -> None:
    colour = _TAKEN if code.accepted else _READ if code.read else _UNREAD
    corners = np.array([(round(x * scale), round(y * scale)) for x, y in code.quad], np.int32)
    cv2.polylines(canvas, [corners.reshape(-1, 1, 2)], True, colour, 2, cv2.LINE_AA)
    for x, y in corners:
        cv2.circle(canvas, (int(x), int(y)), 4, colour, -1, cv2.LINE_AA)
    if code.read:
        text = "".join(letter if " " <= letter <= "~" else "." for letter in code.text)
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
        left, top = int(corners[:, 0].min()), int(corners[:, 1].min())
        _label(canvas, f"{code.symbology} {shown}".strip(), (left, max(top - 10, 20)), colour)


def _figures(canvas: Picture, view: CameraView) -> None:
    _label(canvas, figures_line(view), (10, canvas.shape[0] - 14), (240, 240, 240))


def _label(canvas: Picture, text: str, at: tuple[int, int], colour: Colour) -> None:
    (width, height), under = cv2.getTextSize(text, _FONT, 0.55, 1)
    x, y = max(min(at[0], canvas.shape[1] - width - 8), 4), at[1]
    cv2.rectangle(canvas, (x - 4, y - height - 5), (x + width + 4, y + under + 1), _PAPER, -1)
    cv2.putText(canvas, text, (x, y), _FONT, 0.55, colour, 1, cv2.LINE_AA)
