"""The checkouts of a shop among each other: which take cards now, and carts that wait under a number."""

from typing import Literal

from pydantic import AwareDatetime, Field

from sync.wire.document import Document

MOST_CART = 512 * 1024


class LaneReport(Document):
    """What a station says of itself in each round: whether it takes cards, and whether it takes shoppers at all."""

    takes_cards: bool
    open: bool


class LaneDocument(Document):
    """A checkout of the own shop; `seconds` ago it was last heard of."""

    station: str
    lane: str
    takes_cards: bool
    open: bool
    seconds: float = Field(ge=0)


class LanesAnswer(Document):
    """The other checkouts of the shop."""

    lanes: tuple[LaneDocument, ...] = ()


class ParkedCartDocument(Document):
    """A cart that waits for a staffed checkout. Body of `cart.parked`.

    `cart` is the cart as the station's own text; `lines` are what a person reads from it: name, pieces, code, in the
    shop's language. It names no member and nobody's number. `total` in minor units is what it cost when it was parked.
    """

    version: Literal[1] = 1
    number: str = Field(pattern=r"^[0-9]{3,6}$")
    station: str
    shop: str
    cart: str = Field(max_length=MOST_CART)
    lines: tuple[tuple[str, str, str], ...] = ()
    pieces: int = Field(ge=1)
    total: int = Field(ge=0)
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    language: str = "ko"
    at: AwareDatetime
    until: AwareDatetime


class CartTakenDocument(Document):
    """A parked cart was taken up. Body of `cart.taken_up`: by whom, and where."""

    version: Literal[1] = 1
    number: str
    parked_by: str
    parked_at: AwareDatetime
    station: str
    shop: str
    person: str
