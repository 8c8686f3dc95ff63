"""What a payment terminal itself says it charged and gave back."""

from dataclasses import dataclass

CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class TerminalMovement:
    """One movement of money in a terminal's own book: `kind` is charge, reversal or refund.

    `amount` is in minor units of `currency`. `handle` names the charge, in its reversals too. `request_id` is the
    register's name of the request, "" where the protocol carries none; so is `sale_reference`. `at` is ISO 8601 as the
    terminal's clock told it. Terminals that know no names of ours (ZVT) call a charge day-receipt-trace.
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
    def receipt(self) -> str:
        """Receipt number and trace of a charge that is called by them, as `receipt_name` writes them; else ""."""
        return self.handle.partition("-")[2]

    @property
    def signed(self) -> int:
        """What the shop has more by it: above zero for a charge."""
        return self.amount if self.kind == CHARGE else -self.amount


def receipt_name(receipt_number: str, trace: str) -> str:
    """How a payment is called by the numbers of its terminal; "" where it gave none."""
    return f"{receipt_number}-{trace}" if receipt_number and trace else ""
