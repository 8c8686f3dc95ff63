"""What a driver of a camera that reads codes offers: codes as events, and a view of itself for the technician."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from hardware.ports.scanner import ScannerEvent

Quad = tuple[tuple[int, int], ...]
SERIES_SECONDS = 60


class CameraCondition(StrEnum):
    """What becomes of the pictures now."""

    OPENING = "opening"  # being opened, or waiting for the next try
    LIVE = "live"
    FROZEN = "frozen"  # one and the same picture again and again
    BLACK = "black"  # lens covered or no light at all
    SILENT = "silent"  # opened, and no pictures come, or the line broke
    NO_DEVICE = "no device"  # no such device, file, folder or address
    BUSY = "busy"  # another program uses it
    REFUSED = "refused"  # the operating system or the camera does not let us in
    CLOSED = "closed"


class PictureHint(StrEnum):
    """What keeps codes in the picture from being read well."""

    NONE = "none"
    TOO_DARK = "too dark"
    TOO_BRIGHT = "too bright"
    BLURRED = "blurred"


class Refusal(StrEnum):
    """Why a read was not counted."""

    FORM = "form"  # length or check digit is wrong for its symbology
    PIECE = "piece"  # part of a longer code at its place
    CONFLICT = "conflict"  # its place was read as another value in the same frame
    MISREAD = "misread"  # lies where an item was just taken under another value
    LATE = "late"  # its frame is too old to count
    DIFFERS = "differs"  # proved, but another item's code is in view with it
    BESIDE = "beside"  # lies beside an item's number and says nothing the shop knows


@dataclass(frozen=True, slots=True)
class CameraSetting:
    """What the camera says of one of its own settings.

    `supported` is False for files and network cameras and for devices without it; `value` is what the device took,
    None when it does not tell. `refused` says in words why the last wish was not done, "" when it was.
    """

    supported: bool = False
    automatic: bool = False
    value: float | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class SeenCode:
    """A place in the last decoded frame where a code is: four corners in pixels of the full frame.

    `symbology` is "" where bars were found and not read. `text` is "" also while nobody watches. `refused` says why a
    read did not count, None when it did or was not read.
    """

    quad: Quad
    symbology: str = ""
    text: str = ""
    accepted: bool = False
    refused: Refusal | None = None

    @property
    def read(self) -> bool:
        """Whether it was read."""
        return bool(self.symbology)


@dataclass(frozen=True, slots=True)
class Decode:
    """One accepted code: when (monotonic seconds), which symbology, its characters, the frame's decoding in ms.

    The hardware cannot tell a payment code from others: show `text` only after the shop's rules have said that it
    is none (`WalletCode`).
    """

    at: float
    symbology: str
    text: str
    ms: float


@dataclass(frozen=True, slots=True)
class DecodeTimes:
    """How long decoding took in the last minute, in milliseconds of a frame.

    `series` is the slowest frame of each of the last 60 seconds, oldest first, 0.0 where no frame came; its
    greatest is `worst`.
    """

    last: float = 0.0
    median: float = 0.0
    worst: float = 0.0
    series: tuple[float, ...] = (0.0,) * SERIES_SECONDS


@dataclass(frozen=True, slots=True)
class CameraView:
    """What the camera sees and how well it reads, for the technician.

    `at` is the monotonic time of this view; `age` the seconds since the picture last changed (the frozen age), 0.0
    without a frame. `rate` is frames a second that arrive. `sharpness` is 0 to 1, None while the picture holds
    nothing to judge by (a bare counter); `light` the mean grey value 0 to 255, `dark` and `bright` the shares 0 to 1
    clipped to black and white, `motion` 0 (still) to 1. `region` is the area that is decoded (x, y, width, height in
    pixels). `success` is the share 0 to 1 of the last minute's frames with a code in view that were read; None when
    no code was in view. `jpeg` is the last frame made small and `decodes` the last accepted codes, newest first:
    both are empty unless somebody watches (`CodeCamera.watch`).
    """

    at: float
    condition: CameraCondition
    reason: str = ""
    width: int = 0
    height: int = 0
    rate: float = 0.0
    age: float = 0.0
    sharpness: float | None = None
    light: float = 0.0
    dark: float = 0.0
    bright: float = 0.0
    motion: float = 0.0
    hint: PictureHint = PictureHint.NONE
    region: tuple[int, int, int, int] = (0, 0, 0, 0)
    codes: tuple[SeenCode, ...] = ()
    times: DecodeTimes = field(default_factory=DecodeTimes)
    success: float | None = None
    decodes: tuple[Decode, ...] = ()
    exposure: CameraSetting = field(default_factory=CameraSetting)
    gain: CameraSetting = field(default_factory=CameraSetting)
    focus: CameraSetting = field(default_factory=CameraSetting)
    testing: float = 0.0  # seconds that a running test still takes
    jpeg: bytes = b""


class TestVerdict(StrEnum):
    """What a test of the camera came to; the first that applies."""

    __test__ = False  # for pytest: no class of tests

    PASSED = "passed"
    NO_PICTURES = "no pictures"
    FEW_PICTURES = "few pictures"  # fewer than 8 a second
    FROZEN = "frozen"
    BLACK = "black"
    NO_CODE = "no code"  # nothing that looks like a code came into view
    HARDLY_READ = "hardly read"  # fewer than half of the frames with a code in view were read
    TOO_DARK = "too dark"
    TOO_BRIGHT = "too bright"
    BLURRED = "blurred"
    SLOW = "slow"  # the median frame took longer to decode than the camera's frames are apart


@dataclass(frozen=True, slots=True)
class CameraTest:
    """What came in the seconds of a test.

    `seen` are frames with a code in view, `read` those of them that were read, `accepted` the codes taken;
    `median_ms` and `worst_ms` are decoding times of a frame.
    """

    seconds: float
    frames: int
    rate: float
    seen: int
    read: int
    accepted: int
    median_ms: float
    worst_ms: float
    verdict: TestVerdict

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return self.verdict is TestVerdict.PASSED


@dataclass(frozen=True, slots=True)
class CodeText:
    """A code's characters and symbology, as in `CodeRead`."""

    text: str
    symbology: str
    gs1: bool = False


class ShopCodes(Protocol):
    """What the shop knows of codes, so that misreads are told from items; asked on a camera's thread, never raises."""

    def known(self, code: CodeText) -> bool:
        """Whether the shop sells or uses exactly this code."""
        ...

    def same_item(self, one: CodeText, other: CodeText) -> bool | None:
        """Whether two codes name the same item; None when that cannot be told."""
        ...


class CodeCamera(Protocol):
    """A camera whose frames are decoded on the thread it is given until closed; all else may come from any thread."""

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None: ...

    def watch(self, seconds: float = 5.0) -> None:
        """Keep texts and make pictures for so many seconds from now; call again while looking, with 0 on leaving."""
        ...

    def view(self, width: int = 640) -> CameraView:
        """The state now; `width` is that of the small picture, in pixels. Never waits for the device."""
        ...

    def set_exposure(self, milliseconds: float | None) -> None:
        """Wish for an exposure time, or None for automatic; what the device took is in the next views."""
        ...

    def set_gain(self, value: float | None) -> None:
        """Wish for a gain in the device's own steps, or None for automatic."""
        ...

    def set_focus(self, value: float | None) -> None:
        """Wish for a focus in the device's own steps, or None for automatic."""
        ...

    def save_picture(self, file: Path) -> None:
        """Write the last frame in full size (.png or .jpg); some 30 ms, so not on the GUI's thread.

        Raises `DeviceOffline` when there is none yet, `DeviceMisused` when the file cannot be written.
        """
        ...

    def test(self, seconds: float = 10.0) -> CameraTest:
        """Count frames and reads for so many seconds and judge them; blocks that long, so not on the GUI's thread."""
        ...

    def ask_shop(self, codes: ShopCodes) -> None:
        """Remember whom to ask about codes; call it before `run`, without it more frames are needed for proof."""
        ...

    def close(self) -> None:
        """Let `run` end after the frame under way."""
        ...
