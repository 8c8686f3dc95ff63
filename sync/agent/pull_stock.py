"""Fetches stock counts that changed since the last time."""

from collections.abc import Sequence
from typing import Protocol

from sync.agent.central_client import CentralClient
from sync.wire.stock import StockChange


class StockSink(Protocol):
    """Where changed counts go; used from the agent's thread only."""

    def stock_position(self) -> int:
        """How far the counts are: kept with them, at first `stock_position` of the catalogue's head."""
        ...

    def take_stock(self, changes: Sequence[StockChange], position: int) -> None:
        """Keep the counts and the position in one commit."""
        ...


def pull_stock(sink: StockSink, client: CentralClient) -> int:
    """Fetch until nothing newer is there; answers how many counts changed. Raises as `CentralClient` does."""
    count = 0
    while True:
        answer = client.stock(sink.stock_position())
        if answer.changes:
            sink.take_stock(answer.changes, answer.position)
        count += len(answer.changes)
        if not answer.more:
            return count
