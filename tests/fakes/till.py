"""A till that shows what it is told to and remembers what was asked of it."""

from collections.abc import Callable
from typing import Any

from kiosk.checkout.snapshot import Snapshot


class FakeTill:
    """Speaks `TillCommands`: every command is noted as (name, arguments) and changes nothing."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._listeners: list[Callable[[Snapshot], None]] = []
        self.asked: list[tuple[Any, ...]] = []

    @property
    def snapshot(self) -> Snapshot:
        return self._snapshot

    def subscribe(self, listener: Callable[[Snapshot], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def become(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        for listener in list(self._listeners):
            listener(snapshot)

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("_"):
            raise AttributeError(name)

        def note(*arguments: object, **named: object) -> None:
            self.asked.append((name, *arguments, *named.values()))

        return note
