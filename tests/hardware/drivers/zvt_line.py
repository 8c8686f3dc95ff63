"""The terminal's end of a ZVT line in memory: it says what a list says, and remembers what it heard."""

from collections import deque
from collections.abc import Sequence

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.bitmaps import Bitmap, amount_bitmap, bcd, encode_bitmaps
from hardware.errors import DeviceOffline

ACK = Apdu(0x8000)
COMPLETION = Apdu(0x060F)
REGISTERED = (ACK, Apdu(0x060F, bytes.fromhex("1900290012345678490410")))


def status(
    result: int = 0,
    amount: int | None = 12_800,
    receipt: int = 1,
    trace: int = 1,
    currency: int = 410,
    original: int | None = None,
    date: str = "0301",
    time: str = "191600",
    terminal: str = "12345678",
) -> Apdu:
    """`04 0F` with these figures."""
    fields = [Bitmap(0x27, bytes([result]))]
    fields += [amount_bitmap(amount)] if amount is not None else []
    fields += [Bitmap(0x49, bcd(currency, 2)), Bitmap(0x0B, bcd(trace, 3)), Bitmap(0x87, bcd(receipt, 2))]
    fields += [Bitmap(0x0C, bytes.fromhex(time)), Bitmap(0x0D, bytes.fromhex(date))]
    fields += [Bitmap(0x29, bytes.fromhex(terminal))]
    fields += [Bitmap(0x37, bcd(original, 3))] if original is not None else []
    return Apdu(0x040F, encode_bitmaps(fields))


def aborted(code: int) -> Apdu:
    """`06 1E`."""
    return Apdu(0x061E, bytes([code]))


class Cut:
    """In a script: the line breaks here."""


class ScriptedLink:
    """Says one word of `script` each time it is listened to; after the last it hangs up.

    `heard` is everything that was sent to it. With `deaf` it breaks when the message of that number is sent.
    """

    def __init__(self, script: Sequence[Apdu | type[Cut] | None] = (), deaf: int | None = None) -> None:
        self.script: deque[Apdu | type[Cut] | None] = deque(script)
        self.heard: list[Apdu] = []
        self.opened = 0
        self._deaf = deaf

    def open(self) -> None:
        self.opened += 1

    def send(self, apdu: Apdu) -> None:
        if self._deaf is not None and len(self.heard) >= self._deaf:
            raise DeviceOffline("The line broke.")
        self.heard.append(apdu)

    def receive(self, deadline: float) -> Apdu | None:
        if not self.script:
            raise DeviceOffline("The line broke.")
        said = self.script.popleft()
        if said is Cut:
            raise DeviceOffline("The line broke.")
        return said if isinstance(said, Apdu) else None

    def close(self) -> None:
        return None
