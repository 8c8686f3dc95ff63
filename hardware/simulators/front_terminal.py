"""A Toss Front terminal in software: our real plug-in in a real browser, against a stand-in of the vendor's script."""

import json
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.control import Commands
from hardware.simulators.front_browser import BrowserPage, Chromium
from hardware.simulators.front_hands import hands_of
from hardware.simulators.front_line import FrontLine
from hardware.simulators.front_pages import ORIGIN, PLUGIN_FOLDER, FrontPages
from hardware.simulators.front_payment_app import FrontState, Gone, PaymentApp, Thrown
from hardware.simulators.front_script import ON_THE_LINE, OUTCOMES, REVERSALS, FrontOutcome
from hardware.simulators.front_storage import FrontStorage
from hardware.simulators.terminal_ledger import LedgerEntry, TerminalLedger
from hardware.simulators.terminal_script import Step, TerminalScript, Usual, read_step

PAIRING_KEY = "5e" * 32
SERIAL = "FRONT0000000001"
Json = dict[str, Any]


class FrontTerminalSimulator:
    """Opens its plug-in's WebSocket on 127.0.0.1; storage, payments and money survive its restart in the ledger.

    `browser` may be shared, each terminal has a page of its own; without one it starts and ends its own. `without`
    names functions of the vendor's script that this version of it lacks. Raises `DeviceMisused` when no Chromium is
    installed or the plug-in's folder is missing.
    """

    def __init__(
        self,
        ledger_path: Path | None = None,
        port: int = 0,
        browser: Chromium | None = None,
        serial: str = SERIAL,
        pairing_key: str = PAIRING_KEY,
        without: tuple[str, ...] = (),
        plugin: Path = PLUGIN_FOLDER,
    ) -> None:
        self._pages = FrontPages(plugin, without)
        self._ledger = TerminalLedger(ledger_path)
        self._app = PaymentApp(self._ledger, serial, self._approved)
        self._app.names = self._names
        self._line = FrontLine(self._tell_page, port)
        self._storage = FrontStorage(self._ledger, pairing_key)
        self._shown: list[tuple[str, Json]] = []
        self._calls: Counter[str] = Counter()
        self._code = ""
        self._own_browser = browser is None
        self._browser = browser
        self._page: BrowserPage | None = None
        self._visit = 0
        self._ready = threading.Event()

    # -- the machine ---------------------------------------------------------------------------

    @property
    def address(self) -> str:
        """Where the register connects."""
        return f"ws://127.0.0.1:{self._line.port}/"

    @property
    def page(self) -> BrowserPage:
        """The browser's page that runs the plug-in; raises `DeviceOffline` when the power is off."""
        if self._page is None:
            raise DeviceOffline("The simulated terminal is switched off.")
        return self._page

    def start(self) -> "FrontTerminalSimulator":
        """Switch it on."""
        if self._browser is None:
            self._browser = Chromium()
        self.power_on()
        return self

    def stop(self) -> None:
        """Switch it off, with the browser when it is its own."""
        self.power_off()
        if self._own_browser and self._browser is not None:
            self._browser.close()
            self._browser = None

    def __enter__(self) -> "FrontTerminalSimulator":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def power_on(self) -> None:
        """Load the plug-in's page; it can be reached again at the same address."""
        if self._browser is None:
            raise DeviceMisused("The simulated terminal was not started.")
        if self._page is None:
            self._page = self._browser.open_page(
                lambda url: self._pages.content(url, self._clock_script()), self._called
            )
        self._app.power(True)
        self._load("index.html")
        if not self._ready.wait(30):
            raise DeviceOffline(f"The plug-in did not open its WebSocket: {self._page.problems}")

    def power_off(self) -> None:
        """Pull the plug: connections break, a running dialogue ends without a charge, storage and ledger stay."""
        self._visit += 1
        self._line.close()
        self._app.power(False)
        page, self._page = self._page, None
        if page is not None:
            page.close()

    def restart(self) -> None:
        """Power off and on."""
        self.power_off()
        self.power_on()

    def reload_plugin(self) -> None:
        """Load the page anew, as a crash of the plug-in would; the payment application goes on."""
        self._begin_reload()
        if not self._ready.wait(30):
            raise DeviceOffline("The plug-in did not open its WebSocket again.")

    def open_settings(self) -> BrowserPage:
        """Go to the plug-in's settings page, as a technician does."""
        self._line.close()
        self._load("settings.html")
        return self.page

    def lose_storage(self) -> None:
        """Empty the terminal's storage, except for the pairing, and load the page anew."""
        self._storage.clear()
        self.reload_plugin()

    def swap_device(self, serial: str) -> None:
        """Put another terminal with the same pairing key in this one's place."""
        self._app.serial = serial
        self.lose_storage()

    def break_storage(self) -> None:
        """Let every call of the storage fail from now on."""
        self._storage.works = False

    def slow_storage(self, seconds: float) -> None:
        """Let every writing to the storage take this long."""
        self._storage.pace = seconds

    def jump_clock(self, seconds: float) -> None:
        """Set the terminal's clock forward (or back)."""
        self._app.clock_off_by += seconds
        self.page.run(self._clock_script())

    # -- the hand at the terminal ----------------------------------------------------------------

    def script(self, script: TerminalScript) -> None:
        """Take a script's steps and its way to hold cards."""
        for step in script.payments:
            self.next(step)
        for step in script.reversals:
            self.next_reversal(step)
        self.hold_card(script.auto)

    def hold_card(self, after: float | None) -> None:
        """After how many seconds a card is held by itself; None: a hand must do it."""
        self._app.auto = after

    def next(self, outcome: str | Step, after: float = 0.0, amount: int | None = None) -> None:
        """Say how the next payment goes (`OUTCOMES`); several are taken in order, then it is approvals again."""
        step = outcome if isinstance(outcome, Step) else Step(outcome, after, amount)
        read_step({"outcome": str(step.outcome), "after": step.after}, OUTCOMES)
        if step.outcome == Usual.LOST_REQUEST:
            self._line.lose_next = "pay"
        else:
            self._app.payments.append(step)

    def next_reversal(self, outcome: str | Step) -> None:
        """Say how the next cancel goes (`REVERSALS`)."""
        step = outcome if isinstance(outcome, Step) else Step(outcome)
        read_step({"outcome": str(step.outcome), "after": step.after}, REVERSALS)
        if step.outcome == Usual.LOST_REQUEST:
            self._line.lose_next = "cancel"
        else:
            self._app.reversals.append(step)

    def tap_card(self, wait: float = 0.0) -> bool:
        """Hold a card to the reader; False when nothing asked for one within `wait` seconds."""
        return self._app.press(wait, cancel=False)

    def press_cancel(self, wait: float = 0.0) -> bool:
        """Press the red button; False when no card was asked for within `wait` seconds."""
        return self._app.press(wait, cancel=True)

    def card_for_cancel(self, after: float | None) -> None:
        """After how many seconds a cancel's card is held by itself; None: a hand must do it."""
        self._app.card_for_cancel = after

    def hold_code(self, code: str) -> None:
        """Hold a code to the scanner at the next scan page."""
        self._code = code

    def wait_for(self, state: FrontState, timeout: float = 5.0) -> bool:
        """Wait until the terminal is in a state."""
        return self._app.wait_for(state, timeout)

    def state(self) -> FrontState:
        """What the terminal is doing."""
        return self._app.state()

    def ledger(self) -> list[LedgerEntry]:
        """Everything truly charged and given back, oldest first."""
        return self._ledger.entries()

    def balance(self, currency: str = "KRW") -> int:
        """Charged minus given back, in minor units."""
        return self._ledger.balance().get(currency, 0)

    def requests_seen(self) -> dict[str, int]:
        """How many messages of each name registers sent."""
        return self._line.seen()

    def commands(self) -> Commands:
        """What can be called from another process over a `ControlServer`."""
        return hands_of(self)

    def last(self, name: str) -> Json:
        """The last message of a name that a register sent."""
        return dict(self._line.last[name])

    def calls(self) -> dict[str, int]:
        """How often the plug-in called each function of the vendor's script."""
        return dict(self._calls)

    def shown(self) -> list[tuple[str, Json]]:
        """The template pages that were shown, oldest first."""
        return list(self._shown)

    def stored(self) -> dict[str, str]:
        """What is in the terminal's storage."""
        return self._storage.values()

    def cut_line(self) -> None:
        """Break the register's connections and refuse new ones; the terminal stays on."""
        self._line.close()

    def mend_line(self) -> None:
        """Let the register connect again."""
        self._line.open()

    # -- the browser ---------------------------------------------------------------------------------

    def _load(self, name: str) -> None:
        self._visit += 1
        self._ready.clear()
        self.page.load(ORIGIN + name)

    def _begin_reload(self) -> None:
        self._line.close()
        self._load("index.html")

    def _clock_script(self) -> str:
        return f"window.terminalClock = {round(self._app.clock_off_by * 1000)};"

    def _tell_page(self, name: str, payload: Json) -> None:
        page = self._page
        if page:
            page.run(f"terminalEvent({json.dumps(name)}, {json.dumps(payload)})")

    def _called(self, text: str) -> None:
        """A call of the vendor's script; on the browser's thread, so what may wait gets a thread of its own."""
        asked = json.loads(text)
        self._calls[asked["name"]] += 1
        answering = self._answering(asked, self._visit)
        if asked["name"] in _QUICK:
            answering()
        else:
            threading.Thread(target=answering, name=f"front-{asked['name']}", daemon=True).start()

    def _answering(self, asked: Json, visit: int) -> Callable[[], None]:
        def answer() -> None:
            reply: Json = {"id": asked["id"]}
            try:
                reply["value"] = self._done(asked["name"], asked["given"] or {})
            except Thrown as thrown:
                reply["error"] = str(thrown)
            except Gone:
                return
            page = self._page
            # A page that was loaded anew knows nothing of what the one before it had called.
            if page is not None and visit == self._visit:
                page.run(f"terminalAnswer({json.dumps(reply)})")

        return answer

    def _done(self, name: str, given: Json) -> Any:
        acts: dict[str, Callable[[Json], Any]] = {
            "getSerialNumber": lambda _given: {"serialNumber": self._app.serial},
            "getMerchant": lambda _given: {"id": 1, "name": "Baro 시험점", "businessNumber": "1234567890"},
            "storageGet": self._storage.get,
            "storageSet": self._storage.set,
            "requestPayment": self._app.request_payment,
            "requestPaymentCancel": self._app.request_cancel,
            "getPayment": lambda asked: self._app.look_up(asked["paymentKey"]),
            "getPaymentByKey": lambda key: self._app.look_up_by_key(str(key)),
            "getPaymentCancel": lambda asked: self._app.look_up_cancel(asked["paymentKey"]),
            "websocketStart": self._listen,
            "websocketSend": lambda asked: self._line.send(asked["connectionId"], asked["data"]),
            "websocketDisconnect": lambda asked: self._line.disconnect(asked["connectionId"]),
            "websocketStop": lambda _given: None,
            "renderQRScanPage": self._scanned,
        }
        act = acts.get(name)
        if act is not None:
            return act(given)
        self._shown.append((name, given))
        return None

    def _listen(self, _given: Json) -> Json:
        # The plug-in asks for its usual port; here several terminals stand on one machine.
        self._line.open()
        self._ready.set()
        return {"serverId": "1", "host": "127.0.0.1", "port": self._line.port, "path": "/"}

    def _scanned(self, _given: Json) -> str:
        code, self._code = self._code, ""
        if not code:
            raise Gone  # nobody holds anything to it: the page stays until it is replaced
        return code

    def _approved(self, step: Step) -> None:
        if step.outcome in ON_THE_LINE:
            self._line.spoil = step.outcome
        elif step.outcome == FrontOutcome.MISS:
            self._visit += 1  # nobody hears the answer any more
            threading.Thread(target=self._begin_reload, name="front-reload", daemon=True).start()

    def _names(self) -> tuple[str, str]:
        """The register's names of the running request: this reversal's own key, the sale's reference."""
        pay, cancel = self._line.last.get("pay", {}), self._line.last.get("cancel", {})
        return str(cancel.get("cancelKey", "")), str(pay.get("order", {}).get("label", ""))


_QUICK = frozenset(
    {"getSerialNumber", "getMerchant", "storageGet", "websocketSend", "websocketDisconnect", "websocketStop"}
)
