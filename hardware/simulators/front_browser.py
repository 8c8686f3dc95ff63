"""A real Chromium that runs the pages of a terminal, by its remote control (DevTools protocol); nothing leaves it."""

import base64
import contextlib
import itertools
import json
import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from hardware.errors import DeviceMisused, DeviceOffline

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
)
# The shell holds our pipe: when we are gone, however, the browser goes too.
_WATCHED = 'exec 3<&0; "$@" 3<&- & it=$!; (read _ <&3; kill $it) 2>/dev/null & watch=$!; wait $it; kill $watch'
_LISTENS = re.compile(r"DevTools listening on (ws://\S+)")
Json = dict[str, Any]
Content = tuple[str, bytes]  # media type, octets


def find_chromium() -> str | None:
    """The path of the browser, None when none is installed."""
    return next((path for path in map(shutil.which, _NAMES) if path), None)


class Chromium:
    """One browser process; a page that was closed is given out again. Raises `DeviceMisused` without a browser."""

    def __init__(self, patience: float = 60.0) -> None:
        program = find_chromium()
        if program is None:
            raise DeviceMisused("No Chromium is installed; on Debian: apt-get install chromium.")
        self._patience = patience
        self._opened = contextlib.ExitStack()
        self._folder = Path(tempfile.mkdtemp(prefix="baro-chromium-"))
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        profile = self._folder / "profile"
        with (self._folder / "said").open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 - a browser found by name, and flags of our own
                [
                    "/bin/sh",
                    "-c",
                    _WATCHED,
                    "sh",
                    program,
                    *_FLAGS,
                    *as_root,
                    f"--user-data-dir={profile}",
                    "about:blank",
                ],
                stdin=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C is for us; the browser is closed after its pages
                stdout=subprocess.DEVNULL,
                stderr=said,
                env={**os.environ, "HOME": str(self._folder)},
            )
        self._ids = itertools.count(1)
        self._answers: dict[int, queue.SimpleQueue[Json]] = {}
        self._pages: dict[str, BrowserPage] = {}
        self._idle: list[str] = []
        try:
            line = connect(self._control_address(), max_size=None, proxy=None, ping_interval=None, compression=None)
            self._line = self._opened.enter_context(line)
        except (DeviceOffline, OSError, WebSocketException):
            self._end()
            raise
        self._reader = threading.Thread(target=self._read, name="chromium", daemon=True)
        self._reader.start()

    def open_page(self, contents: Callable[[str], Content | None], on_call: Callable[[str], None]) -> "BrowserPage":
        """A page whose every request is answered by `contents` (None: refused); `terminalCall(text)` calls us."""
        fresh = not self._idle
        if fresh:
            target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
            session = str(self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"])
        else:
            session = self._idle.pop()
        page = self._pages[session] = BrowserPage(self, session, contents, on_call)
        for method, given in _PREPARATIONS if fresh else ():
            self.ask(method, given, session)
        return page

    def ask(self, method: str, given: Mapping[str, object], session: str = "") -> Json:
        """Send a command and wait for its answer; raises `DeviceOffline` when the browser does not answer."""
        answers: queue.SimpleQueue[Json] = queue.SimpleQueue()
        self.tell(method, given, session, answers)
        try:
            answer = answers.get(timeout=self._patience)
        except queue.Empty:
            raise DeviceOffline(f"Chromium does not answer {method}.") from None
        if "error" in answer:
            raise DeviceOffline(f"Chromium refuses {method}: {answer['error'].get('message')}")
        return dict(answer["result"])

    def tell(
        self,
        method: str,
        given: Mapping[str, object],
        session: str = "",
        answers: "queue.SimpleQueue[Json] | None" = None,
    ) -> None:
        """Send a command without waiting; commands of one page are carried out in their order."""
        number = next(self._ids)
        if answers is not None:
            self._answers[number] = answers
        command = {"id": number, "method": method, "params": dict(given)}
        try:
            self._line.send(json.dumps(command | ({"sessionId": session} if session else {})))
        except (OSError, WebSocketException) as gone:
            raise DeviceOffline("Chromium is gone.") from gone

    def forget(self, page: "BrowserPage") -> None:
        """Leave a page; what it still calls is not heard."""
        if page.session in self._pages:
            with contextlib.suppress(DeviceOffline):  # a browser that is gone has left it, too
                page.load("about:blank")
                self._idle.append(page.session)
            del self._pages[page.session]

    def close(self) -> None:
        """End the browser and remove what it wrote."""
        try:
            self.tell("Browser.close", {})
            self._process.wait(10)
        except (DeviceOffline, subprocess.TimeoutExpired):
            pass
        self._opened.close()
        self._reader.join(5)
        self._end()

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _end(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _control_address(self) -> str:
        deadline = time.monotonic() + self._patience
        said = ""
        while time.monotonic() < deadline and self._process.poll() is None:
            said = (self._folder / "said").read_text("utf-8", "replace")
            found = _LISTENS.search(said)
            if found:
                return found.group(1)
            time.sleep(0.02)
        raise DeviceOffline(f"Chromium did not start: {said[-300:]}")

    def _read(self) -> None:
        try:
            for frame in self._line:
                message = json.loads(frame)
                answers = self._answers.pop(message.get("id", 0), None)
                page = self._pages.get(message.get("sessionId", ""))
                if answers is not None:
                    answers.put(message)
                elif page is not None and "method" in message:
                    page.happened(message["method"], message["params"])
        except (OSError, WebSocketException):
            return


class BrowserPage:
    """One page; `problems` are the script errors that nobody caught."""

    def __init__(
        self,
        browser: Chromium,
        session: str,
        contents: Callable[[str], Content | None],
        on_call: Callable[[str], None],
    ) -> None:
        self.session = session
        self.problems: list[str] = []
        self._loaded = threading.Event()
        self._browser = browser
        self._contents = contents
        self._on_call = on_call

    def load(self, address: str) -> None:
        """Go to a page, also from itself, and wait until its scripts have run; raises `DeviceOffline`."""
        self._loaded.clear()
        self._browser.ask("Page.navigate", {"url": address}, self.session)
        if not self._loaded.wait(30):
            raise DeviceOffline(f"Chromium did not load {address}.")

    def run(self, script: str) -> None:
        """Run a script, without waiting for its end."""
        self._browser.tell("Runtime.evaluate", {"expression": script}, self.session)

    def value(self, expression: str) -> Any:
        """What an expression comes to, a promise's value when it is one; raises `DeviceOffline` when it throws."""
        given = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self._browser.ask("Runtime.evaluate", given, self.session)
        if "exceptionDetails" in answer:
            raise DeviceOffline(f"The page threw: {answer['exceptionDetails'].get('text')}")
        return answer["result"].get("value")

    def close(self) -> None:
        """Close it."""
        self._browser.forget(self)

    def happened(self, method: str, given: Json) -> None:
        """Take an event of the browser; called on its thread, so nothing here may wait."""
        if method == "Runtime.bindingCalled":
            self._on_call(given["payload"])
        elif method == "Fetch.requestPaused":
            self._serve(given)
        elif method == "Page.loadEventFired":
            self._loaded.set()
        elif method == "Runtime.exceptionThrown":
            details = given["exceptionDetails"]
            self.problems.append(str(details.get("exception", {}).get("description") or details.get("text")))

    def _serve(self, asked: Json) -> None:
        content = self._contents(asked["request"]["url"])
        if content is None:
            given: Json = {"requestId": asked["requestId"], "errorReason": "BlockedByClient"}
            self._browser.tell("Fetch.failRequest", given, self.session)
            return
        kind, octets = content
        answer = {
            "requestId": asked["requestId"],
            "responseCode": 200,
            "responseHeaders": [{"name": "Content-Type", "value": kind}],
            "body": base64.b64encode(octets).decode(),
        }
        self._browser.tell("Fetch.fulfillRequest", answer, self.session)


_PREPARATIONS: tuple[tuple[str, Json], ...] = (
    ("Page.enable", {}),
    ("Runtime.enable", {}),
    ("Runtime.addBinding", {"name": "terminalCall"}),
    ("Fetch.enable", {"patterns": [{"urlPattern": "*"}]}),
)
