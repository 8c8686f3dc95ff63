"""Changed stock counts on their way down."""

from pydantic import AwareDatetime, Field

from sync.wire.document import Document


class StockChange(Document):
    """The count of one item in one shop after every movement up to `position`."""

    position: int
    shop: str
    sku: str
    on_hand: int
    counted_at: AwareDatetime


class StockAnswer(Document):
    """Changes after the position asked for, in commit order; ask again from `position` while `more`."""

    changes: tuple[StockChange, ...]
    position: int = Field(ge=0)
    more: bool = False
