"""How the shopper receives an item: carry out, ship, pick up."""

from dataclasses import dataclass
from enum import StrEnum


class FulfilmentKind(StrEnum):
    """The three ways one cart can be received."""

    CARRY_OUT = "carry_out"
    SHIP = "ship"
    PICK_UP = "pick_up"


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How one line is received; `shop` names where it is picked up."""

    kind: FulfilmentKind
    shop: str = ""


CARRY_OUT = Fulfilment(FulfilmentKind.CARRY_OUT)
SHIP = Fulfilment(FulfilmentKind.SHIP)


def order_number(order_id: str) -> str:
    """The end of an order's name, as people read it aloud: the same on screen, receipt and at central."""
    return order_id.replace("-", "")[-8:].upper()
