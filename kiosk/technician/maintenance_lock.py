"""While a technician works at the till, shoppers are kept out; nobody forgets to let them in again."""

from typing import Protocol


class SuspendableTill(Protocol):
    """The part of the session that a technician needs."""

    def technician_enter(self) -> None: ...

    def technician_leave(self) -> None: ...

    def staff_sign_out(self) -> None: ...


class MaintenanceLock:
    """Suspends shopping when the technician's pages open, and resumes it when they are left or abandoned.

    The sign-out that comes after a minute without touch ends maintenance too.
    """

    def __init__(self, till: SuspendableTill) -> None:
        self._till = till
        self._entered = False

    def enter(self) -> None:
        """The technician's pages open."""
        self._entered = True
        self._till.technician_enter()

    def leave(self) -> None:
        """The technician's pages close: shoppers may come, the technician is signed out."""
        if self._entered:
            self._entered = False
            self._till.technician_leave()
            self._till.staff_sign_out()

    def signed_in(self, role: str) -> None:
        """Who is signed in now ("" for nobody); without the technician maintenance is over."""
        if self._entered and role != "technician":
            self._entered = False
            self._till.technician_leave()
