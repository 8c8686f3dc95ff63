"""What the till needs of a benefit host besides tenders; bootstrap brings the real one."""

from collections.abc import Callable
from typing import Protocol

from hardware.ports.benefit_host import Balance, BenefitKind, EndResult, ReserveRequest, ReserveResult


class BenefitWorker(Protocol):
    """A benefit host on its own thread: every call returns at once, every answer comes on the session's thread.

    Answers come exactly once a call; the methods are those of `hardware.ports.benefit_host.BenefitHost`.
    """

    def kinds(self) -> frozenset[BenefitKind]: ...

    def balance(self, code: str, currency: str, done: Callable[[Balance], None]) -> None: ...

    def reserve(self, request: ReserveRequest, done: Callable[[ReserveResult], None]) -> None: ...

    def burn(self, reservation: str, done: Callable[[EndResult], None]) -> None: ...

    def release(self, reservation: str, done: Callable[[EndResult], None]) -> None: ...
