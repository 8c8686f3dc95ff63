"""How much room the disk has left, and the space kept back so that a payment in progress can finish."""

import os
import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ALARM_BELOW = 500_000_000
NO_NEW_CARTS_BELOW = 200_000_000
RESERVED_BYTES = 16_000_000


class SpaceState(StrEnum):
    """What the free space allows (reliability 3.5)."""

    PLENTY = "plenty"
    LOW = "low"  # alarm for staff, selling goes on
    NO_NEW_CARTS = "no_new_carts"  # payments in progress finish, no cart is begun


@dataclass(frozen=True, slots=True)
class SpaceLeft:
    """Free bytes of the disk that holds the station's files, and what they allow."""

    free_bytes: int
    state: SpaceState


def space_left(folder: Path) -> SpaceLeft:
    """How much room is left where `folder` lies; raises OSError when there is no such folder."""
    free = shutil.disk_usage(folder).free
    if free < NO_NEW_CARTS_BELOW:
        return SpaceLeft(free, SpaceState.NO_NEW_CARTS)
    return SpaceLeft(free, SpaceState.LOW if free < ALARM_BELOW else SpaceState.PLENTY)


class SpaceReserve:
    """A file whose only worth is the room it takes: given up when the disk is full, so that a sale can end."""

    def __init__(self, path: Path, size: int = RESERVED_BYTES) -> None:
        self._path = path
        self._size = size

    def keep(self) -> bool:
        """Take the room if it is not taken yet; False when the disk has not that much left."""
        try:
            if self._path.stat().st_size == self._size:
                return True
        except FileNotFoundError:
            pass
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600)
            try:
                os.posix_fallocate(handle, 0, self._size)
                os.ftruncate(handle, self._size)
            finally:
                os.close(handle)
        except OSError:
            self._path.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Free the room; False when there was none to free."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
