"""Collects what a device delivers, and waits for it."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class DeviceLog(Generic[Item]):
    """Is called with each event or state; `wait` returns when enough came or fails after `within` seconds."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self.items: list[Item] = []
        self.times: list[float] = []

    def __call__(self, item: Item) -> None:
        with self._came:
            self.items.append(item)
            self.times.append(time.monotonic())
            self._came.notify_all()

    def wait(self, until: Callable[[list[Item]], bool], within: float = 5.0) -> list[Item]:
        with self._came:
            if not self._came.wait_for(lambda: until(self.items), within):
                raise AssertionError(f"not seen within {within} s; seen: {self.items}")
            return list(self.items)

    def wait_count(self, count: int, within: float = 5.0) -> list[Item]:
        return self.wait(lambda items: len(items) >= count, within)
