"""A batch of journal entries on its way up, and what central answers."""

from pydantic import Field

from sync.wire.document import Document
from sync.wire.journal import JournalEntry

MOST_ENTRIES = 500
MOST_BYTES = 8 * 1024 * 1024


class JournalBatch(Document):
    """Consecutive entries of one station, oldest first."""

    entries: tuple[JournalEntry, ...] = Field(min_length=1, max_length=MOST_ENTRIES)


class UploadAnswer(Document):
    """The highest sequence that central holds durably, with everything before it."""

    acknowledged: int = Field(ge=0)


class ProblemDocument(Document):
    """What went wrong, RFC 9457; `expected` is the next sequence central can take, `sequence` the refused one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    expected: int | None = None
    sequence: int | None = None
    acknowledged: int | None = None
