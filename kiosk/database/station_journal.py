"""The journal as the agent sees it: what to send, and how far central has confirmed it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.database.engine import StationDatabase
from kiosk.database.journal import JournalReader
from kiosk.database.journal_head import JournalHead, Signer, sign_journal
from kiosk.database.writer import StationWriter
from sync.wire.journal import JournalEntry


class StationJournal:
    """Used by one thread beside the session's; what it stores goes through the one writer and is waited for."""

    def __init__(
        self,
        database: StationDatabase,
        writer: StationWriter,
        *,
        signer: Signer,
        head_file: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._reader = JournalReader(database)
        self._writer = writer
        self._signer = signer
        self._head_file = head_file
        self._now = now

    def entries_after(self, sequence: int, limit: int) -> list[JournalEntry]:
        """Up to `limit` durable entries behind `sequence`, in order."""
        return self._reader.entries_after(sequence, limit)

    def last(self) -> int:
        """The number of the newest durable entry, 0 when there is none."""
        return self._reader.last()[0]

    def waiting(self) -> int:
        """How many entries central has not confirmed."""
        return self._reader.waiting()

    def acknowledged(self) -> int:
        """The highest number that central has confirmed."""
        return self._reader.acknowledged()

    def acknowledge(self, sequence: int) -> None:
        """Central holds everything up to `sequence`; never moves back; raises `ValueError` past the journal's end."""
        self._writer.run(lambda work: work.acknowledge(sequence))

    def rewind(self, sequence: int) -> None:
        """A restored central holds only up to `sequence`: what follows is sent again."""
        self._writer.run(lambda work: work.rewind_acknowledged(sequence))

    def sign_head(self) -> JournalHead | None:
        """Sign the journal's end: each 10 minutes and at each closing (T-7)."""
        return sign_journal(self._writer, self._signer, self._head_file, self._now())

    def close(self) -> None:
        """Let go of the connection."""
        self._reader.close()
