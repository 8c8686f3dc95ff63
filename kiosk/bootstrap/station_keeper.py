"""Looks after a station's files while it sells: signs the journal's head, watches the disk."""

import logging
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.database.errors import StationFault
from kiosk.database.free_space import SpaceLeft, SpaceState, space_left
from kiosk.database.station_journal import StationJournal
from kiosk.database.writer import StationWriter

log = logging.getLogger("baro.station")
SIGN_EVERY = 600.0  # seconds; security T-7 asks for at least every 10 minutes and each closing
LOOK_EVERY = 10.0


class StationKeeper:
    """A thread of its own: `told` is called with "" or why no new cart may be begun, when that changes.

    `night` answers the date of the night it is, or None by day; `findings` reads the whole file then.
    `broken` is called once when the disk no longer takes what is written: the process must start again.
    """

    def __init__(
        self,
        folder: Path,
        journal: StationJournal,
        writer: StationWriter,
        *,
        told: Callable[[str], None],
        broken: Callable[[str], None],
        look_every: float = LOOK_EVERY,
        sign_every: float = SIGN_EVERY,
        measure: Callable[[Path], SpaceLeft] = space_left,
        night: Callable[[], date | None] = lambda: None,
        findings: Callable[[], list[str]] = list,
    ) -> None:
        self._folder, self._journal, self._writer = folder, journal, writer
        self._told, self._broken, self._measure = told, broken, measure
        self._look_every, self._sign_every = look_every, sign_every
        self._night, self._findings, self._checked = night, findings, night()
        self._said = self._unsound = ""
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Sign the journal's end and end."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(10)
        self._sign()

    def _run(self) -> None:
        since_signed = self._sign_every
        while not self._ending.wait(self._look_every):
            since_signed += self._look_every
            if since_signed >= self._sign_every:
                self._sign()
                since_signed = 0.0
            self._check_at_night()
            self._look()
            if self._writer.broken:
                self._broken(self._writer.broken)
                return

    def _look(self) -> None:
        try:
            left = self._measure(self._folder)
        except OSError as fault:
            log.error("the free space of %s is not known: %s", self._folder, fault)
            return
        if left.state is SpaceState.LOW:
            log.warning("only %d MB are left on the station's disk", left.free_bytes // 1_000_000)
        reason = self._unsound or ("disk" if left.state is SpaceState.NO_NEW_CARTS else "")
        if reason != self._said:
            self._said = reason
            self._told(reason)

    def _check_at_night(self) -> None:
        """Read the whole file once a night (reliability 3.4); an unsound one takes no more shoppers."""
        tonight = self._night()
        if tonight is None or tonight == self._checked:
            return
        self._checked = tonight
        found = self._findings()
        if found:
            log.critical("the station's file is not sound: %s", "; ".join(found))
            self._unsound = "damaged"

    def _sign(self) -> None:
        try:
            self._journal.sign_head()
        except (StationFault, OSError, TimeoutError) as fault:
            log.error("the journal's head was not signed: %s", fault)
