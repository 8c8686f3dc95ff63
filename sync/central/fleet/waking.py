"""Stations that wait to be told of something new: one connection to the database for all that wait in this process.

Whatever makes something new for stations says so with `pg_notify('baro_wake', SHOP)` in its own transaction; PostgreSQL
tells it to every process of central after the commit.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import psycopg

from sync.wire.moment import Now
from sync.wire.wake import LONGEST_WAIT, WakeAnswer

EVERY_SHOP = "*"
_LOG = logging.getLogger(__name__)
_SHORTEST_WAIT = 20.0
_SPREAD_EACH = 0.002  # seconds a waiting station; a thousand that are woken ask again within two seconds
_MOST_SPREAD = 2.0
_SPREAD_AFTER_GAP = 5.0
_LOOKED_FOR_REVOKED = 5.0
_FIRST_RETRY, _MOST_RETRY = 0.5, 15.0


class Waiting:
    """A station that waits; `woken` ends with whether there is something new."""

    def __init__(self, station: str, shop: str) -> None:
        self.station, self.shop = station, shop
        self.woken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def end(self, newer: bool) -> None:
        """Let it answer; the first word counts."""
        if not self.woken.done():
            self.woken.set_result(newer)


class WakeBoard:
    """Who waits, and what was heard of which shop; all of it lives on the event loop of this process.

    A position is the time, in milliseconds, at which a process heard of something new. Every process of central
    understands it as long as their clocks agree to the second; where they do not, a wake-up is lost or doubled, and
    the station's next round brings what is new all the same.
    """

    def __init__(self, database_url: str, now: Now, uniform: Callable[[float, float], float] = random.uniform) -> None:
        self._url, self._now, self._uniform = database_url, now, uniform
        self._heard: dict[str, int] = {}
        self._listening_since: int | None = None
        self._waiting: dict[str, Waiting] = {}  # by station: one that asks again has lost its former connection
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = asyncio.Event()

    def __len__(self) -> int:
        """How many stations wait here."""
        return len(self._waiting)

    async def wait(self, station: str, shop: str, after: int) -> WakeAnswer:
        """Answer at once when something was heard after `after`, otherwise when it is, or after a while."""
        if self._ending.is_set():
            return self._comes_again(after)
        if self._newest(shop) > after:
            return WakeAnswer(newer=True, position=self._newest(shop))
        waiting = Waiting(station, shop)
        former = self._waiting.pop(station, None)
        if former is not None:
            former.end(newer=False)
        self._waiting[station] = waiting
        began = self._position()
        try:
            async with asyncio.timeout(self._uniform(_SHORTEST_WAIT, LONGEST_WAIT)):
                newer = await waiting.woken
        except TimeoutError:
            newer = False
        finally:
            if self._waiting.get(station) is waiting:
                del self._waiting[station]
        if newer:
            return WakeAnswer(newer=True, position=max(self._newest(shop), after))
        if self._ending.is_set():
            return self._comes_again(after)
        # Up to the beginning of this wait all was heard; another process may have heard more a moment later.
        return WakeAnswer(newer=False, position=max(began, after))

    @asynccontextmanager
    async def listening(self, _app: object = None) -> AsyncIterator[None]:
        """Hear what the database tells for as long as the block runs; a lost connection is made again."""
        self._loop = asyncio.get_running_loop()
        task = asyncio.create_task(self._listen(), name="wake-ups")
        try:
            yield
        finally:
            self.let_go()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def let_go(self) -> None:
        """Answer everybody, now and from now on: this process is about to end. Called on the event loop only."""
        self._ending.set()
        self._wake(list(self._waiting.values()), 0.0, newer=False)

    def _comes_again(self, after: int) -> WakeAnswer:
        # All of them lose this process at the same moment: they look for another one spread over some seconds.
        return WakeAnswer(newer=False, position=after, pause=self._uniform(0.0, _SPREAD_AFTER_GAP))

    async def _listen(self) -> None:
        pause = _FIRST_RETRY
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    self._url, autocommit=True, connect_timeout=5, application_name="baro wake"
                ) as connection:
                    await connection.execute("LISTEN baro_wake")
                    pause = _FIRST_RETRY
                    self._caught_up()
                    await self._hear(connection)
            except (psycopg.Error, OSError) as fault:
                _LOG.warning("wake-ups are not heard, rounds go on: %s", fault)
            await asyncio.sleep(self._uniform(0.0, pause))
            pause = min(_MOST_RETRY, pause * 2)

    async def _hear(self, connection: psycopg.AsyncConnection) -> None:
        while True:
            async for told in connection.notifies(timeout=_LOOKED_FOR_REVOKED):
                self._told(told.payload)
            await self._cut_revoked(connection)

    def _told(self, shop: str) -> None:
        self._heard[shop] = self._position()
        woken = [each for each in self._waiting.values() if shop in (EVERY_SHOP, each.shop)]
        self._wake(woken, min(_MOST_SPREAD, _SPREAD_EACH * len(woken)), newer=True)

    def _caught_up(self) -> None:
        # What was told before this moment nobody here heard: everybody looks once, spread, so that it is no herd.
        self._listening_since = self._position()
        self._wake(list(self._waiting.values()), _SPREAD_AFTER_GAP, newer=True)

    async def _cut_revoked(self, connection: psycopg.AsyncConnection) -> None:
        """A station that lost its standing is sent away; its next question is refused."""
        if not self._waiting:
            return
        rows = await connection.execute(
            "SELECT station FROM station WHERE revoked_at IS NOT NULL AND station = ANY(%s)", (list(self._waiting),)
        )
        for (station,) in await rows.fetchall():
            if waiting := self._waiting.get(station):
                waiting.end(newer=True)

    def _wake(self, woken: list[Waiting], spread: float, *, newer: bool) -> None:
        loop = self._loop
        if loop is None:
            return
        for waiting in woken:
            loop.call_later(self._uniform(0.0, spread) if spread else 0.0, waiting.end, newer)

    def _newest(self, shop: str) -> int:
        return max(self._listening_since or 0, self._heard.get(shop, 0), self._heard.get(EVERY_SHOP, 0))

    def _position(self) -> int:
        return milliseconds(self._now())


def milliseconds(at: datetime) -> int:
    """A moment as positions count it."""
    return int(at.timestamp() * 1000)
