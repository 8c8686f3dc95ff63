"""The screen as a piece of glass: its pixels, its inches and what follows from both."""

from dataclasses import dataclass
from math import hypot

MAIN_TEXT_MM = 12.0
BODY_PX = 46
HANGUL_GLYPH_EM = 0.86
WIDE_REFERENCE_PX = 1400
LOW_REFERENCE_PX = 1050
TOP_OF_REACH_MM = 1220.0
LOW_REACH_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Panel:
    """The configured display; all sizes on screens are derived from it.

    Args:
        width_px: pixels from left to right, as the shopper sees it.
        height_px: pixels from top to bottom.
        diagonal_inch: visible diagonal, in inches.
        bottom_mm: height of the screen's lower edge above the floor, in millimetres; None when nobody
            has measured it.

    Raises:
        ValueError: when a length is not positive or the panel is smaller than any shop display.
    """

    width_px: int
    height_px: int
    diagonal_inch: float
    bottom_mm: float | None = None

    def __post_init__(self) -> None:
        if min(self.width_px, self.height_px) < 480:
            raise ValueError(f"a panel of {self.width_px} x {self.height_px} px is too small for the screens")
        if not 7 <= self.diagonal_inch <= 100:
            raise ValueError(f"panel diagonal {self.diagonal_inch} inch: give the visible diagonal, 7 to 100")

    @property
    def mm_per_px(self) -> float:
        """Millimetres that one pixel covers."""
        return self.diagonal_inch * 25.4 / hypot(self.width_px, self.height_px)

    @property
    def ui_scale(self) -> float:
        """Factor on all reference pixels, so that main text is 12 mm high (design system, section 4)."""
        return max(1.0, MAIN_TEXT_MM / (BODY_PX * HANGUL_GLYPH_EM * self.mm_per_px))

    @property
    def reference_width(self) -> float:
        """Width in reference pixels; layouts reflow by this and never by raw pixels."""
        return self.width_px / self.ui_scale

    @property
    def layout(self) -> str:
        """One of `portrait`, `landscape`, `compact`."""
        if self.height_px > self.width_px:
            return "portrait"
        return "landscape" if self.reference_width >= WIDE_REFERENCE_PX else "compact"

    @property
    def shallow(self) -> bool:
        """Whether a lying panel is too low for a nudge with its three answers beside the total."""
        return self.layout != "portrait" and self.height_px / self.ui_scale < LOW_REFERENCE_PX

    @property
    def reach_top_px(self) -> int:
        """Highest y that a control may use in low reach (B-4); the lower 55 % when the height is unknown."""
        if self.bottom_mm is None:
            return round(self.height_px * (1 - LOW_REACH_SHARE))
        above = (TOP_OF_REACH_MM - self.bottom_mm) / self.mm_per_px
        return min(self.height_px // 2, max(0, round(self.height_px - above)))


REFERENCE_PANEL = Panel(1080, 1920, 27.0)
