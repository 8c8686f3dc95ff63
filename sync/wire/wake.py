"""The answer to a station that waits to be told that there is something new."""

from pydantic import Field

from sync.wire.document import Document

LONGEST_WAIT = 30.0  # seconds; whoever asks waits somewhat longer for the answer


class WakeAnswer(Document):
    """Whether there may be something new, and how to ask next.

    `position` goes into the next question as it is; `pause` is how many seconds to wait before it. A wake-up carries
    nothing else: what is new is fetched by a round, so that a lost one costs seconds and never data.
    """

    newer: bool
    position: int = Field(ge=0)
    pause: float = Field(0.0, ge=0, le=300)
