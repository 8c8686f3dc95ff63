"""Decides which codes of one picture to believe: rules as data, each with its reason."""

from collections.abc import Sequence

from hardware.vision.engines import Barcode
from hardware.vision.still_evidence import StillCode

_AT_ONCE = ("QR", "Data Matrix")  # they correct their own errors; a wrong read is one in millions


def accepted(codes: Sequence[StillCode]) -> tuple[Barcode, ...]:
    """The codes of one picture that may be acted on; give it codes read with `proof=True`."""
    return tuple(code.barcode for code in codes if _believed(code))


def _believed(code: StillCode) -> bool:
    if code.barcode.symbology in _AT_ONCE:
        return True
    return len(code.passes) >= 2 and not code.conflicting
