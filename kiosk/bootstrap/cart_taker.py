"""Fetches carts that wait at central, over a connection of its own: the exchange's belongs to its thread."""

import threading
from collections.abc import Callable

from kiosk.checkout.worker_ports import NoSuchCart
from sync.agent.central_client import CentralClient, CentralRefused
from sync.wire.lane import ParkedCartDocument


class CentralCarts:
    """Implements `CartTaker`; one fetch at a time."""

    def __init__(self, client: Callable[[], CentralClient]) -> None:
        self._client, self._turn = client, threading.Lock()

    def take(self, number: str) -> ParkedCartDocument:
        """The cart under this number; raises `NoSuchCart`, or `CentralAway`."""
        with self._turn:
            client = self._client()
            try:
                return client.take_cart(number)
            except CentralRefused as refusal:
                if refusal.problem.status in (404, 409):
                    raise NoSuchCart(refusal.problem.status == 409) from refusal
                raise
            finally:
                client.close()
