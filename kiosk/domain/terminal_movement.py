"""What a payment terminal itself says it charged and gave back."""

from dataclasses import dataclass

CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class TerminalMovement:
    """One movement of money in a terminal's own book: `kind` is charge, reversal or refund.

    `amount` is in minor units of `currency`. `handle` names the charge, in its reversals too. `request_id` is the
    register's name of the request, "" where the protocol carries none; so is `sale_reference`. `at` is ISO 8601 as the
    terminal's clock told it.
    """

    kind: str
    handle: str
    amount: int
    currency: str
    request_id: str = ""
    sale_reference: str = ""
    terminal: str = ""
    at: str = ""

    @property
    def signed(self) -> int:
        """What the shop has more by it: above zero for a charge."""
        return self.amount if self.kind == CHARGE else -self.amount
