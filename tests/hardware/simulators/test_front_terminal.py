"""Our plug-in in its simulated terminal: pairing, seals, storage, pages; and the simulator's own promises."""

import contextlib
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs import front_frame
from hardware.codecs.front_frame import FrameSeal
from hardware.drivers.front_terminal import FrontTerminal
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.ports.payment_terminal import Outcome, TerminalHealth
from hardware.simulators.control import ControlClient, ControlServer
from hardware.simulators.front_browser import Chromium, find_chromium
from hardware.simulators.front_pages import ORIGIN
from hardware.simulators.front_payment_app import FrontState
from hardware.simulators.front_terminal import PAIRING_KEY, FrontTerminalSimulator
from hardware.simulators.terminal_script import Step, TerminalScript
from hardware.transports.web_socket import WebSocket
from tests.hardware.drivers.front_bench import settings_for
from tests.hardware.drivers.terminal_bench import ignore, new_id, original, request

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


@pytest.fixture
def terminal(browser: Chromium) -> Iterator[FrontTerminalSimulator]:
    with FrontTerminalSimulator(browser=browser) as terminal:
        yield terminal


@pytest.fixture
def driver(terminal: FrontTerminalSimulator) -> Iterator[FrontTerminal]:
    driver = FrontTerminal(settings_for(terminal))
    yield driver
    driver.close()


class RawRegister:
    """A register that may say anything at all."""

    def __init__(self, address: str) -> None:
        self.line = WebSocket(address, 3)
        self.hello = front_frame.read_hello(self.hears())

    def hears(self) -> str:
        frame = self.line.receive(5)
        assert frame is not None
        return frame

    def proves(self, key: str = PAIRING_KEY) -> FrameSeal:
        nonce = "12" * 32
        self.line.send(front_frame.proof(self.hello, key, nonce))
        session = front_frame.session_key(self.hello, key, nonce)
        front_frame.check_welcome(self.hears(), self.hello, session)
        return FrameSeal(session)

    def is_refused(self, why: str) -> None:
        assert front_frame.refusal(self.hears()) == why
        with pytest.raises(DeviceOffline):
            self.line.receive(5)


@pytest.fixture
def register(terminal: FrontTerminalSimulator) -> Iterator[RawRegister]:
    register = RawRegister(terminal.address)
    yield register
    register.line.close()


# -- the seals ------------------------------------------------------------------------------------


def test_our_own_hash_is_that_of_the_standard(terminal: FrontTerminalSimulator) -> None:
    for text in ("", "abc", "한글 ✓ 🂡", "a" * 55, "a" * 56, "a" * 64, "b" * 119, "c" * 5000):
        said = terminal.page.value(f"BaroFront.seals.sha256({json.dumps(text)})")
        sealed = terminal.page.value(f"BaroFront.seals.hmac({json.dumps('0b' * 20)}, {json.dumps(text)})")
        long_key = terminal.page.value(f"BaroFront.seals.hmac({json.dumps('aa' * 131)}, {json.dumps(text)})")

        assert said == hashlib.sha256(text.encode()).hexdigest()
        assert sealed == hmac.new(b"\x0b" * 20, text.encode(), "sha256").hexdigest()
        assert long_key == hmac.new(b"\xaa" * 131, text.encode(), "sha256").hexdigest()


def test_it_needs_no_secure_context(terminal: FrontTerminalSimulator) -> None:
    """Where a terminal serves a plug-in from is not documented; `crypto.subtle` may be missing there."""
    assert terminal.page.value("window.isSecureContext") is False
    assert terminal.page.value("typeof crypto.subtle") == "undefined"


# -- who may speak ----------------------------------------------------------------------------------


def test_a_register_without_the_key_is_refused(register: RawRegister) -> None:
    register.line.send(front_frame.proof(register.hello, "00" * 32, "12" * 32))
    register.is_refused("key")


@pytest.mark.parametrize(
    "frame", ["", "no JSON", "[]", "null", '{"name":"auth"}', '{"seq":1,"mac":"","body":"{}"}', "x" * 70_000]
)
def test_whatever_comes_before_the_proof_ends_the_connection(register: RawRegister, frame: str) -> None:
    register.line.send(frame)
    assert front_frame.refusal(register.hears()) in ("frame", "key")


def test_a_recorded_proof_is_worth_nothing_in_another_connection(
    terminal: FrontTerminalSimulator, register: RawRegister
) -> None:
    recorded = front_frame.proof(register.hello, PAIRING_KEY, "12" * 32)
    other = RawRegister(terminal.address)
    other.line.send(recorded)
    other.is_refused("key")
    other.line.close()


def test_a_frame_that_comes_again_ends_the_connection_and_pays_once(
    terminal: FrontTerminalSimulator, register: RawRegister
) -> None:
    """T-12: what was recorded on the line cannot be said again."""
    seal = register.proves()
    pay = seal.close(_pay("baro-1-a"))
    register.line.send(pay)
    assert seal.open(register.hears())["name"] == "accepted"
    register.line.send(pay)
    register.is_refused("frame")
    assert terminal.calls()["requestPayment"] == 1


@pytest.mark.parametrize("spoiled", ["seq", "mac", "body"])
def test_a_changed_frame_ends_the_connection(
    terminal: FrontTerminalSimulator, register: RawRegister, spoiled: str
) -> None:
    seal = register.proves()
    frame = json.loads(seal.close(_pay("baro-2-a")))
    frame[spoiled] = {"seq": 2, "mac": "0" * 64, "body": frame["body"].replace("909", "908")}[spoiled]
    register.line.send(json.dumps(frame))
    register.is_refused("frame")
    assert "requestPayment" not in terminal.calls()


def test_the_newest_register_counts(terminal: FrontTerminalSimulator, register: RawRegister) -> None:
    seal = register.proves()
    newer = RawRegister(terminal.address)
    newer_seal = newer.proves()
    register.is_refused("superseded")
    newer.line.send(newer_seal.close({"name": "ping", "id": "1"}))
    assert newer_seal.open(newer.hears()) == {"name": "pong", "id": "1", "busy": False}
    with contextlib.suppress(DeviceOffline):  # it is closed; what it still says is not heard
        register.line.send(seal.close(_pay("baro-3-a")))
    newer.line.send(newer_seal.close({"name": "ping", "id": "2"}))
    assert newer_seal.open(newer.hears())["busy"] is False
    newer.line.close()
    assert "requestPayment" not in terminal.calls()


# -- what it takes ------------------------------------------------------------------------------------


def _pay(key: str, **changes: Any) -> dict[str, Any]:
    usual = {
        "name": "pay",
        "id": key,
        "paymentKey": key,
        "supplyValue": 9091,
        "tax": 909,
        "tip": 0,
        "installment": 0,
        "timeoutMs": 5000,
        "patienceMs": 6000,
        "locale": "ko",
        "exclude": ["CASH"],
        "asked": 1,
        "order": {"label": "S-1", "total": 10000},
    }
    return {name: value for name, value in (usual | changes).items() if value is not None}


_WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"paymentKey": "k" * 65}, "paymentKey"),
    ({"paymentKey": "a b"}, "paymentKey"),
    ({"paymentKey": None}, "paymentKey"),
    ({"supplyValue": -1}, "supplyValue"),
    ({"supplyValue": Decimal("10.5")}, "supplyValue"),
    ({"tax": "909"}, "tax"),
    ({"tip": None}, "tip"),
    ({"taxExemptValue": -1}, "taxExemptValue"),
    ({"installment": 100}, "installment"),
    ({"timeoutMs": 0}, "timeoutMs"),
    ({"patienceMs": 4999}, "patienceMs"),
    ({"asked": -1}, "asked"),
)


def test_a_request_that_is_not_as_it_must_be_begins_nothing(
    terminal: FrontTerminalSimulator, register: RawRegister
) -> None:
    seal = register.proves()
    for wrong, named in _WRONG:
        register.line.send(seal.close(_pay("baro-4-a", **wrong)))
        answer = seal.open(register.hears())
        assert (answer["name"], answer["why"], answer["words"]) == ("refused", "params", named)
    assert "requestPayment" not in terminal.calls()


def test_an_unknown_message_is_refused(register: RawRegister) -> None:
    seal = register.proves()
    for name in ("toString", "constructor", "__proto__", "refund", ""):
        register.line.send(seal.close({"name": name, "id": "1"}))
        answer = seal.open(register.hears())
        assert (answer["name"], answer["why"]) == ("refused", "name")


def test_the_payment_is_stored_before_it_is_accepted(terminal: FrontTerminalSimulator, register: RawRegister) -> None:
    """1.6: `accepted` after {paymentKey: started} is in the storage."""
    seal = register.proves()
    register.line.send(seal.close(_pay("baro-5-a")))
    assert seal.open(register.hears())["name"] == "accepted"

    stored = json.loads(terminal.stored()["baro.request.0"])
    assert (stored["name"], stored["ended"]) == ("pay:baro-5-a", None)
    assert terminal.tap_card(5)
    assert seal.open(register.hears())["type"] == "SUCCESS"
    ended = json.loads(terminal.stored()["baro.request.0"])
    assert ended["response"]["card"]["approvalNumber"]


def test_forgotten_requests_are_told_apart_from_those_never_made(
    terminal: FrontTerminalSimulator, register: RawRegister
) -> None:
    """Of the requests before the last hundred it says how new they were, so that nobody calls them unpaid."""
    seal = register.proves()
    script = (
        "(async () => {"
        "  const records = await BaroFront.openRecords(TossFrontSDK.storage);"
        "  for (let n = 1; n <= 103; n++) await records.begin({ name: `pay:old-${n}`, asked: 1000 + n, ended: null });"
        "})()"
    )
    terminal.page.value(script)
    terminal.reload_plugin()
    again = RawRegister(terminal.address)
    seal = again.proves()

    answers = []
    for name in ("old-3", "old-4"):
        again.line.send(seal.close({"name": "query", "id": name, "own": name, "paymentKey": name, "of": "pay"}))
        answers.append(seal.open(again.hears()))
    again.line.close()

    assert [(one["seen"], one["dropped"]) for one in answers] == [(False, 1003), (True, 1003)]


def test_a_damaged_list_of_requests_proves_nothing_about_them(
    terminal: FrontTerminalSimulator, driver: FrontTerminal
) -> None:
    terminal.page.value('TossFrontSDK.storage.set({ key: "baro.requests", value: "{" })')
    terminal.reload_plugin()
    terminal.next("lost_request")
    asked = request()
    assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN

    # `asked` is of 2026-03, older than the damage.
    assert driver.status(original(asked), new_id()).outcome.value == "unproven"


# -- pages ------------------------------------------------------------------------------------------------


def test_the_settings_page_pairs_by_a_typed_key(terminal: FrontTerminalSimulator) -> None:
    page = terminal.open_settings()
    _until(lambda: page.value("document.getElementById('serial').textContent") == "FRONT0000000001")
    page.value("document.getElementById('key').value = 'not a key'; document.getElementById('save').click()")
    assert "64자리" in page.value("document.getElementById('said').textContent")

    typed = "AB12 " * 16
    page.value(f"document.getElementById('key').value = '{typed}'; document.getElementById('save').click()")
    _until(lambda: terminal.stored().get("baro.pairing") == "ab12" * 16)
    assert page.value("document.getElementById('key').value") == ""
    terminal.reload_plugin()
    driver = FrontTerminal(settings_for(terminal, pairing_key=typed))

    assert driver.health().health is TerminalHealth.READY
    driver.close()


def test_the_settings_page_makes_a_key(terminal: FrontTerminalSimulator) -> None:
    page = terminal.open_settings()
    _until(lambda: page.value("document.getElementById('state').textContent") == "연결 키 있음")
    page.value("document.getElementById('make').click()")
    made = page.value("document.getElementById('key').value")

    assert len(front_frame.pairing_key(made)) == 64
    page.value("document.getElementById('save').click()")
    _until(lambda: terminal.stored().get("baro.pairing") == front_frame.pairing_key(made))


def test_the_settings_page_scans_a_key(terminal: FrontTerminalSimulator) -> None:
    page = terminal.open_settings()
    _until(lambda: page.value("document.getElementById('scan').hidden") is False)
    terminal.hold_code("cd" * 32)
    page.value("document.getElementById('scan').click()")

    _until(lambda: terminal.stored().get("baro.pairing") == "cd" * 32)


def test_nothing_but_our_pages_and_the_vendors_script_is_loaded(terminal: FrontTerminalSimulator) -> None:
    fetched = terminal.page.value(f"fetch({json.dumps(ORIGIN + 'secret.txt')}).then(() => 'got', () => 'blocked')")
    outside = terminal.page.value("fetch('https://example.com/').then(() => 'got', () => 'blocked')")
    assert (fetched, outside) == ("blocked", "blocked")


def test_the_shopper_sees_order_and_result_and_then_the_idle_page(
    terminal: FrontTerminalSimulator, driver: FrontTerminal
) -> None:
    terminal.script(TerminalScript(auto=0.0))
    asked = request()
    assert driver.authorise(asked, ignore).outcome is Outcome.APPROVED

    _until(lambda: terminal.shown()[-1][0] == "renderResultPage")
    assert [name for name, _page in terminal.shown()] == ["renderIdlePage", "renderOrderPage", "renderResultPage"]
    assert terminal.shown()[1][1]["order"]["summary"]["totalAmount"] == 12_800
    assert terminal.shown()[2][1]["title"] == "결제가 끝났어요"
    assert driver.display(("바로", "Baro"), 1, new_id())
    assert ("openToast", {"message": "바로\nBaro"}) in terminal.shown()


# -- the simulator's own promises -----------------------------------------------------------------------------


def test_scripts_ledger_and_storage_survive_its_restart(browser: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    asked = request()
    with FrontTerminalSimulator(path, browser=browser) as terminal:
        terminal.script(TerminalScript((Step("lost"),), (), auto=0.0))
        driver = FrontTerminal(settings_for(terminal))
        assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
        driver.close()
        epoch = terminal.stored()["baro.epoch"]
    with FrontTerminalSimulator(path, browser=browser) as terminal:
        assert terminal.stored()["baro.epoch"] == epoch
        assert terminal.balance() == 12_800
        (entry,) = terminal.ledger()
        assert (entry.request_id, entry.sale_reference) == (asked.service_id, asked.sale_reference)
        driver = FrontTerminal(settings_for(terminal))
        assert driver.status(original(asked), new_id()).result is not None
        driver.close()


def test_hands_find_nothing_to_do_when_nothing_is_asked(terminal: FrontTerminalSimulator) -> None:
    assert terminal.state() is FrontState.IDLE
    assert not terminal.tap_card()
    assert not terminal.press_cancel()
    terminal.power_off()
    assert terminal.state() is FrontState.OFF
    with pytest.raises(DeviceOffline, match="switched off"):
        terminal.reload_plugin()


def test_another_process_has_the_same_hands(terminal: FrontTerminalSimulator, driver: FrontTerminal) -> None:
    """Over the control port that all simulators share."""
    server = ControlServer(terminal.commands())
    server.start()
    hands = ControlClient(server.port)
    try:
        hands.call("auto", seconds=0)
        hands.call("next", outcome={"outcome": "other_months", "after": 0.01})
        paid = driver.authorise(request(), ignore)
        assert (paid.outcome, paid.approved_months) == (Outcome.APPROVED, 3)
        assert (hands.call("balance"), hands.call("state")) == (12_800, "idle")
        assert hands.call("seen") == terminal.requests_seen()
        assert hands.call("address") == terminal.address
        hands.call("next_reversal", outcome="decline")
        assert driver.reverse(paid.handle, paid.handle_time, None, request()).outcome is Outcome.DECLINED
        hands.call("unplug")
        assert driver.health().health is TerminalHealth.UNREACHABLE
        hands.call("replug")
        assert driver.health().health is TerminalHealth.READY
        for name, arguments in (("next", {"outcome": "partial"}), ("auto", {"seconds": -1}), ("card", {"outcome": 7})):
            with pytest.raises(DeviceMisused):
                hands.call(name, **arguments)
    finally:
        server.stop()


@pytest.mark.parametrize("outcome", ["partial", "wrong_amount", "busy", "nonsense"])
def test_what_this_terminal_cannot_say_cannot_be_scripted(terminal: FrontTerminalSimulator, outcome: str) -> None:
    with pytest.raises(DeviceMisused, match="must be one of"):
        terminal.next(outcome)
    with pytest.raises(DeviceMisused, match="must be one of"):
        terminal.next_reversal(outcome)


def test_a_folder_without_the_plugin_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisused, match="deploy/toss-front"):
        FrontTerminalSimulator(plugin=tmp_path)


def _until(wish: Any, seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not wish():
        assert time.monotonic() < deadline
        time.sleep(0.02)
