"""The browser that simulated terminals run in."""

import pytest

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators import front_browser
from hardware.simulators.front_browser import Chromium, find_chromium


def test_a_machine_without_a_browser_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_browser, "_NAMES", ("no-such-browser",))

    assert find_chromium() is None
    with pytest.raises(DeviceMisused, match="apt-get install chromium"):
        Chromium()


@pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")
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
    assert not folder.exists()
    with pytest.raises(DeviceOffline):
        browser.ask("Browser.getVersion", {})
