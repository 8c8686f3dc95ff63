"""What a driver of a benefit host offers: points, vouchers and coupons that somebody else keeps the books of.

Something is reserved first, which takes nothing for good, and is burned only with the sale, or released. A request
whose answer is lost is not known: a driver may never turn that into "refused". All three acts are named by the
register's own id of the reservation and may be repeated freely.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class BenefitKind(StrEnum):
    """What a host can hold."""

    POINTS = "points"
    VOUCHER = "voucher"
    COUPON = "coupon"


class ReserveOutcome(StrEnum):
    """How asking for a reservation ended, as far as an authentic answer to this very request says."""

    RESERVED = "reserved"
    REFUSED = "refused"  # the host said no; nothing is held
    UNKNOWN = "unknown"  # must be asked, never guessed
    NOT_SENT = "not_sent"  # the request never left


class ReservationState(StrEnum):
    """Where a reservation stands at its host."""

    RESERVED = "reserved"
    BURNED = "burned"  # used up with its sale
    RELEASED = "released"  # given back, or ended before it began
    REFUSED = "refused"
    NOT_FOUND = "not_found"  # the host never heard of it
    UNREACHABLE = "unreachable"  # nobody knows now


class EndOutcome(StrEnum):
    """How burning or releasing a reservation ended."""

    DONE = "done"  # now, or by an earlier try
    REFUSED = "refused"  # the host says that it cannot: people have to look at it
    UNKNOWN = "unknown"  # not confirmed: repeat it


@dataclass(frozen=True, slots=True)
class ReserveRequest:
    """What is to be held: `amount` at most, in minor units of `currency`; 0 for a coupon.

    `code` is a member's code, or that of the voucher or coupon, as our own scanner read it: it is worth money, so it
    is never logged or kept. `at` is ISO 8601 with offset, `sale` the register's reference of the sale.
    """

    reservation: str
    kind: BenefitKind
    code: str = field(repr=False)
    amount: int
    currency: str
    sale: str
    station: str
    shop: str
    at: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """What the host holds: `amount` may be less than was asked for. `handle` is the host's own number of it.

    `coupon` is what the shop's promotions call a coupon. `balance` is what is left at the host beside it, None when
    it does not say. The host keeps it until it is burned or released, at least until `expires_at`.
    """

    amount: int = 0
    currency: str = ""
    name: str = ""
    balance: int | None = None
    handle: str = ""
    expires_at: str = ""
    coupon: str = ""
    reason: str = ""  # why not: the host's word


@dataclass(frozen=True, slots=True)
class ReserveResult:
    """The end of asking for a reservation; `message` is for staff and logs and holds no code."""

    outcome: ReserveOutcome
    reservation: Reservation = Reservation()
    message: str = ""


@dataclass(frozen=True, slots=True)
class ReservationStatus:
    """What the host says of a reservation."""

    state: ReservationState
    reservation: Reservation = Reservation()
    message: str = ""


@dataclass(frozen=True, slots=True)
class EndResult:
    """The end of burning or releasing; `reason` is the host's word for why not."""

    outcome: EndOutcome
    reason: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a member can spend, in minor units; `known` False: the host did not say, `reason` is its word for it."""

    known: bool
    amount: int = 0
    currency: str = ""
    reason: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class HostHealth:
    """Whether the host answers, and knows this shop."""

    ready: bool
    message: str = ""
    round_trip_ms: float | None = None


class BenefitHost(Protocol):
    """A foreign host. Calls block; each is made on the host's own thread and never raises for what line or host do."""

    def kinds(self) -> frozenset[BenefitKind]:
        """What this host holds for the shop."""
        ...

    def health(self) -> HostHealth: ...

    def balance(self, code: str, currency: str) -> Balance:
        """What the member with this code can spend."""
        ...

    def reserve(self, request: ReserveRequest) -> ReserveResult:
        """Hold something; the same request again answers with the same reservation."""
        ...

    def status(self, reservation: str) -> ReservationStatus: ...

    def burn(self, reservation: str) -> EndResult:
        """Use up what is reserved: its sale was made."""
        ...

    def release(self, reservation: str) -> EndResult:
        """Give it back; one that the host never heard of cannot begin any more after this."""
        ...

    def close(self) -> None: ...
