"""Close the till for shoppers and open it again: by staff, for a technician, or because hardware failed."""

from kiosk.checkout.floor import Floor
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.time_rules import TimeRules
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from sync.wire.journal import EntryKind

REASONS = frozenset({"staff", "hardware", "technician"})


class CloseTill:
    """Out of use, with the reason; a shopper who is here finishes first."""

    def __init__(self, floor: Floor, time: TimeRules, staff: StaffMode) -> None:
        self._floor, self._time, self._staff = floor, time, staff
        self._wanted = ""

    def close(self, reason: str) -> None:
        """Close now if nobody is here, else after this shopper; staff need to be signed in to close."""
        if reason not in REASONS:
            raise ValueError(f"{reason!r} is no reason to close; reasons: {', '.join(sorted(REASONS))}")
        if reason == "staff":
            self._staff.require("close_till")
        self._wanted = reason
        if self._floor.at(Stage.IDLE):
            self.now_if_wanted()

    def now_if_wanted(self) -> None:
        """Nobody is here: close if it was asked for."""
        if not self._wanted or not self._floor.can(Step.CLOSE):
            return
        self._floor.state.close_reason, self._wanted = self._wanted, ""
        self._floor.go(Step.CLOSE)
        self._floor.journal(EntryKind.STATION_CLOSED, {"reason": self._floor.state.close_reason})

    def open(self) -> None:
        """Take shoppers again; what staff closed, staff open, and a technician leaves by `technician_leave`."""
        if self._floor.state.close_reason == "technician":
            raise ImpossibleStep("a technician works here")
        if self._floor.state.close_reason == "staff":
            self._staff.require("close_till")
        self._let_in()

    def tick(self) -> None:
        """A technician who went away without a word suspends nothing any more."""
        if self._floor.state.close_reason == "technician" and self._floor.state.staff.person is None:
            self.technician_leave()

    def _let_in(self) -> None:
        self._wanted = ""
        self._floor.go(Step.OPEN)
        self._floor.state.close_reason = ""
        self._floor.new_visit()

    def technician_enter(self) -> None:
        """Suspend shopping at once; a cart that is open is put aside for its shopper."""
        self._staff.require("maintain")
        if self._floor.at(Stage.SHOPPING):
            self._time.put_aside(Step.CLOSE)
        elif self._floor.at(Stage.IDLE):
            self._floor.go(Step.CLOSE)
        else:
            raise ImpossibleStep(f"shopping cannot be suspended while {self._floor.state.stage.value}")
        self._wanted, self._floor.state.close_reason = "", "technician"
        self._floor.journal(EntryKind.STATION_CLOSED, {"reason": "technician"})

    def technician_leave(self) -> None:
        """Shopping goes on; a cart that was put aside waits for its shopper."""
        if self._floor.state.close_reason != "technician":
            raise ImpossibleStep("shopping is not suspended by a technician")
        self._let_in()
        kept = self._floor.state.resume
        if kept is not None:
            kept.until = self._floor.monotonic() + self._floor.settings.cart_kept
