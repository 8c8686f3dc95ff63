"""How a driver that runs on a thread tells that its device answers."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable


@runtime_checkable
class AnnouncesConnection(Protocol):
    """A driver that can say when its device is really there.

    A driver without this counts as online from its first event on.
    """

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell, from inside `run`, each time the device starts to answer."""
        ...


@runtime_checkable
class AnnouncesTrouble(Protocol):
    """A driver that can say, and go on running, that its device is there and cannot work as it is.

    It announces the connection again (`AnnouncesConnection`) when the trouble is over.
    """

    def when_troubled(self, tell: Callable[[str], None]) -> None:
        """Remember whom to tell why, in words for staff."""
        ...
