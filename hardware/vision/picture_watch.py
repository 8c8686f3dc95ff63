"""Notices a covered lens and a camera that sends one picture for ever.

A sensor's noise changes some pixel of every frame, so that equal frames come from a camera that hangs. Not so
where files are shown and where everything is clipped to white: there equal frames say nothing. Codecs that skip what
did not change repeat a picture until their next whole one, so there the patience is longer than that takes.

A dark shop at night is not a covered lens as long as something in it shines: a covered lens is dark *and* even.
A lens covered in a lit shop and a shop without any light cannot be told apart, so the words name both.
"""

import zlib

import cv2
import numpy as np
import numpy.typing as npt

from hardware.ports.camera import CameraCondition

NOTICED_AFTER = 0.8  # seconds; with the frame under way still less than one
BETWEEN_WHOLE_PICTURES = 12.0  # seconds; cameras send a whole picture every 1 to 10
_FEWEST = 3  # equal pictures: a slow camera is not a frozen one
_DARK, _EVEN = 20.0, 12.0  # grey values
_WHITE = 250.0
_BLOCKS = (40, 22)

Grey = npt.NDArray[np.uint8]


class PictureWatch:
    """Is shown every frame; knows since when the picture has not changed or has been black.

    It lives longer than a connection, so that a camera that still sends the frozen picture after it was opened again
    is not taken for well.
    """

    def __init__(self) -> None:
        self._print = -1
        self._equal = 0
        self._changed_at: float | None = None
        self._lit_at: float | None = None
        self.condition = CameraCondition.OPENING
        self.trusted = False  # whether a lit picture has come that cannot be a frozen one

    def reopened(self) -> None:
        """Begin to count anew, with the last picture still in mind."""
        self._changed_at = self._lit_at = None
        self._equal, self.trusted, self.condition = 0, False, CameraCondition.OPENING

    def look(self, grey: Grey, at: float, patience: float | None = NOTICED_AFTER) -> CameraCondition:
        """What the picture is at `at` (monotonic seconds): LIVE, FROZEN or BLACK.

        `patience` is how long pictures may be equal, None when that says nothing about the source.
        """
        fingerprint = zlib.crc32(grey[::16].tobytes())
        small = cv2.resize(np.ascontiguousarray(grey[::4]), _BLOCKS, interpolation=cv2.INTER_AREA)
        if self._changed_at is None or self._lit_at is None:
            self._changed_at = self._lit_at = at
        light, spread = float(small.mean()), int(small.max()) - int(small.min())
        excused = patience is None or light > _WHITE
        lit = light > _DARK or spread > _EVEN
        changed = self._print not in (fingerprint, -1)  # the first picture of all changes nothing
        if fingerprint != self._print or excused:
            self._changed_at, self._equal = at, 0
        else:
            self._equal += 1
        if lit:
            self._lit_at = at
            self.trusted = self.trusted or changed or excused
        self._print = fingerprint
        self.condition = CameraCondition.LIVE
        if at - self._lit_at >= NOTICED_AFTER:
            self.condition = CameraCondition.BLACK
        elif patience is not None and at - self._changed_at >= patience and self._equal >= _FEWEST:
            self.condition = CameraCondition.FROZEN
        return self.condition

    def unchanged_for(self, at: float) -> float:
        """Seconds since the picture last changed."""
        return 0.0 if self._changed_at is None else max(at - self._changed_at, 0.0)
