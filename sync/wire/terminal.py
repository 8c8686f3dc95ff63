"""A terminal's own sums beside those of the station: body of the journal entry `terminal.totals`."""

from typing import Literal

from pydantic import AwareDatetime

from sync.wire.document import Document


class BrandSumDocument(Document):
    """What one brand of card came to: payments less what was given back, in minor units."""

    brand: str
    count: int
    amount: int


class OwnSumsDocument(Document):
    """What the station itself committed for the terminal's tenders since the terminal closed its last known day.

    `since` is when that was, None when it never was. `charged` counts every approval, partial ones and those in
    review with what the terminal said it took; `given_back` counts finished reversals. In minor units of `currency`.
    `in_review` attempts wait for a person, who may find that the terminal counted them otherwise.
    """

    since: AwareDatetime | None = None
    currency: str = ""
    charged: int = 0
    charged_count: int = 0
    given_back: int = 0
    given_back_count: int = 0
    brands: tuple[BrandSumDocument, ...] = ()
    in_review: int = 0

    @property
    def amount(self) -> int:
        """What was charged and not given back."""
        return self.charged - self.given_back


class TerminalTotalsDocument(Document):
    """What a terminal answered when it was asked to close its day, and what the station had counted until then.

    `known` False: no usable answer came, and whether the terminal closed its day is not known; all its sums are 0
    then. `closed` says that it began a new day with this answer: the station's sums start anew after this entry.
    `tries` is how often it was asked for this closing; `last` that it is not asked again. `count` None: it did not
    say. `receipt` are its own lines. `asked_at` is when the request was committed, `at` when its answer was.
    """

    version: Literal[1] = 1
    service_id: str
    asked_at: AwareDatetime
    at: AwareDatetime
    known: bool
    closed: bool = False
    tries: int = 1
    last: bool = True
    amount: int = 0
    currency: str = ""
    count: int | None = None
    brands: tuple[BrandSumDocument, ...] = ()
    batch: str = ""
    terminal_id: str = ""
    message: str = ""
    receipt: tuple[str, ...] = ()
    own: OwnSumsDocument = OwnSumsDocument()

    @property
    def difference(self) -> int | None:
        """The terminal's sum less the station's; None when the terminal's is not known, or of another currency."""
        other = self.currency and self.own.currency and self.currency != self.own.currency
        return None if not self.known or other else self.amount - self.own.amount
