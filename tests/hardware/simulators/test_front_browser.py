"""The browser that simulated terminals run in."""

import contextlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators import front_browser
from hardware.simulators.front_browser import Chromium, find_chromium


def test_a_machine_without_a_browser_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_browser, "_NAMES", ("no-such-browser",))

    assert find_chromium() is None
    with pytest.raises(DeviceMisused, match="apt-get install chromium"):
        Chromium()


needs_chromium = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")


@needs_chromium
def test_no_browser_outlives_a_program_that_was_killed() -> None:
    script = (
        "import time; from hardware.simulators.front_browser import Chromium;"
        "browser = Chromium(); print(browser._folder, flush=True); time.sleep(60)"
    )
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    folder = program.stdout.readline().strip()
    assert _running(folder)

    program.kill()
    program.wait()
    program.stdout.close()

    deadline = time.monotonic() + 10
    while _running(folder):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    shutil.rmtree(folder)


def _running(folder: str) -> bool:
    """Whether any process was started with a profile in the folder."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if folder in path.read_text("utf-8", "replace"):
                return True
    return False


@needs_chromium
def test_a_page_calls_us_is_served_by_us_and_ends_without_a_trace() -> None:
    called: list[str] = []
    pages = {"http://a.invalid/": ("text/html", b"<script>terminalCall('from the page'); nothing.there</script>")}
    with Chromium() as browser:
        folder = browser._folder
        page = browser.open_page(pages.get, called.append)
        page.load("http://a.invalid/")
        assert page.value("Promise.resolve(6 * 7)") == 42
        with pytest.raises(DeviceOffline, match="threw"):
            page.value("no.such.name")
        assert called == ["from the page"]
        assert "ReferenceError" in page.problems[0]
        with pytest.raises(DeviceOffline, match="refuses Page"):
            browser.ask("Page.noSuchCommand", {}, page.session)
        page.close()
        again = browser.open_page(pages.get, called.append)
        assert (again.session, again.problems) == (page.session, [])
        late = browser.open_page(pages.get, called.append)
    assert not folder.exists()
    late.close()
    with pytest.raises(DeviceOffline):
        browser.ask("Browser.getVersion", {})
