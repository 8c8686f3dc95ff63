"""The exchange with central on its own thread: the journal goes up, catalogue and stock come down."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sync.agent.central_client import CentralAway, CentralClient, CentralRefused
from sync.agent.pull_catalogue import CataloguePull, CatalogueRefused
from sync.agent.pull_stock import StockSink, pull_stock
from sync.agent.retry import BackOff, Uniform
from sync.agent.upload_journal import JournalSource, no_fail_point, upload_journal
from sync.agent.wake import WakeThread
from sync.wire.lane import LaneDocument, LaneReport
from sync.wire.moment import Now

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LinkState:
    """How the station stands with central; `refused` is what central said no to, for staff, or ""."""

    online: bool = False
    offline_since: datetime | None = None
    acknowledged: int = 0
    refused: str = ""


class Agent:
    """Runs rounds until stopped: upload first, then catalogue, then stock, then the word among checkouts.

    `listener` is called on the agent's thread with every change of state. While central is away the agent
    waits with growing, jittered pauses of at most `most_wait` seconds; `wake` makes a round at once when it
    is online. `fail_point` is that of `upload_journal`. `waiting` is a second connection, at which central says that
    there is something new.
    """

    def __init__(
        self,
        client: CentralClient,
        source: JournalSource,
        *,
        now: Now,
        uniform: Uniform,
        catalogue: CataloguePull | None = None,
        stock: StockSink | None = None,
        listener: Callable[[LinkState], None] | None = None,
        round_seconds: float = 15.0,
        most_wait: float = 300.0,
        monotonic: Callable[[], float] = time.monotonic,
        fail_point: Callable[[str], None] = no_fail_point,
        waiting: CentralClient | None = None,
    ) -> None:
        self._client, self._source, self._catalogue, self._stock = client, source, catalogue, stock
        self._fail_point = fail_point
        self._now, self._monotonic, self._listener = now, monotonic, listener
        self._round_seconds = round_seconds
        self._back_off = BackOff(uniform, first=min(1.0, most_wait), most=most_wait)
        self._catalogue_back_off = BackOff(uniform, first=min(round_seconds, most_wait), most=most_wait)
        self._catalogue_due, self._catalogue_refused = monotonic(), ""
        self._state = LinkState(offline_since=now())
        self._report: LaneReport | None = None
        self._lanes: tuple[tuple[LaneDocument, ...], float] = ((), 0.0)
        self._wanted = threading.Event()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="agent", daemon=True)
        self._waker = WakeThread(waiting, self.wake, uniform, most_wait=most_wait) if waiting else None

    @property
    def state(self) -> LinkState:
        """The newest state; safe to read from any thread."""
        return self._state

    def online(self) -> bool:
        """Whether central answered the last time it was asked."""
        return self._state.online

    def offline_since(self) -> datetime | None:
        """Since when central does not answer; None while it does."""
        return self._state.offline_since

    def acknowledged(self) -> int:
        """The highest journal sequence that central has confirmed."""
        return self._state.acknowledged

    def tell_lane(self, report: LaneReport) -> None:
        """This checkout is so from now on; told in the next round."""
        if report != self._report:
            self._report = report
            self.wake()

    def lanes(self) -> tuple[LaneDocument, ...]:
        """The other checkouts of the shop as central knew them, each with its age until now."""
        lanes, at = self._lanes
        age = self._monotonic() - at
        return tuple(lane.model_copy(update={"seconds": lane.seconds + age}) for lane in lanes)

    def start(self) -> None:
        """Begin, with a round at once."""
        self._thread.start()
        if self._waker is not None:
            self._waker.start()

    def wake(self) -> None:
        """There is something new, here or at central."""
        self._wanted.set()

    def stop(self, timeout: float = 15.0) -> None:
        """End after the request in hand; what is not acknowledged goes at the next start."""
        self._ending.set()
        self._wanted.set()
        if self._waker is not None:
            self._waker.stop()
        if self._thread.ident is not None:  # a kiosk that could not open never started it
            self._thread.join(timeout)
        self._client.close()

    def round(self) -> float:
        """One exchange; answers how many seconds to wait until the next."""
        try:
            refused = [step() for step in (self._upload, self._pull_catalogue, self._pull_stock, self._speak)]
        except CentralAway as error:
            self._tell_away(error)
            return self._back_off.failed(error.retry_after)
        first = next(filter(None, refused), "")
        self._say(LinkState(True, None, self._source.acknowledged(), first))
        if refused[0]:
            return self._back_off.failed()
        self._back_off.succeeded()
        return self._round_seconds

    def _upload(self) -> str:
        try:
            upload_journal(self._source, self._client, fail_point=self._fail_point)
        except CentralRefused as error:
            return f"journal: {error}"
        return ""

    def _pull_catalogue(self) -> str:
        if self._catalogue is None:
            return ""
        # A catalogue that is refused is fetched again with growing pauses of its own: the journal goes on.
        if self._monotonic() < self._catalogue_due:
            return self._catalogue_refused
        try:
            self._catalogue.pull()
        except (CentralRefused, CatalogueRefused) as error:
            self._catalogue_due = self._monotonic() + self._catalogue_back_off.failed()
            self._catalogue_refused = f"catalogue: {error}"
        else:
            self._catalogue_back_off.succeeded()
            self._catalogue_refused = ""
        return self._catalogue_refused

    def _pull_stock(self) -> str:
        if self._stock is None:
            return ""
        try:
            pull_stock(self._stock, self._client)
        except CentralRefused as error:
            return f"stock: {error}"
        return ""

    def _speak(self) -> str:
        if self._report is None:
            return ""
        try:
            answer = self._client.report_lane(self._report)
        except CentralRefused as error:
            return f"checkouts: {error}"
        self._lanes = (answer.lanes, self._monotonic())
        return ""

    def _run(self) -> None:
        while not self._ending.is_set():
            self._wanted.clear()
            try:
                wait = self.round()
            except Exception:  # a full disk or a broken file must not end the exchange for good
                _LOG.exception("the exchange with central failed; it is tried again")
                wait = self._back_off.failed()
            self._pause(wait)

    def _pause(self, seconds: float) -> None:
        if self._state.online and not self._back_off.failures:
            self._wanted.wait(seconds)
        else:
            # Every sale wakes the agent; without central that would undo the growing pauses.
            self._ending.wait(seconds)

    def _tell_away(self, error: CentralAway) -> None:
        if self._state.online or not self._back_off.failures:
            _LOG.warning("central is away: %s", error)
        since = self._state.offline_since or self._now()
        acknowledged = self._source.acknowledged()
        self._say(replace(self._state, online=False, offline_since=since, acknowledged=acknowledged))

    def _say(self, state: LinkState) -> None:
        if state == self._state:
            return
        if state.online and not self._state.online:
            _LOG.info("central answers")
        if state.refused and state.refused != self._state.refused:
            _LOG.warning("central refuses: %s", state.refused)
        self._state = state
        if self._listener is not None:
            self._listener(state)
