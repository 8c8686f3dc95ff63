"""The nexo driver against its simulator over real TLS: the common suite and what is nexo's own."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    Outcome,
    StatusOutcome,
    TerminalHealth,
    TerminalResult,
)
from hardware.simulators.nexo_bodies import TEST_CARD_NUMBER
from hardware.simulators.nexo_certificates import make_certificates
from hardware.simulators.nexo_terminal import NexoTerminalSimulator, TerminalState
from tests.hardware.drivers.nexo_bench import OTHER_POI_ID, POI_ID, NexoBench, settings_for
from tests.hardware.drivers.terminal_bench import Till, ignore, new_id, original, request
from tests.hardware.drivers.terminal_conformance import TerminalConformance

MARK = f"nexo1 {POI_ID} KIOSK01"


class TestConformance(TerminalConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[NexoBench]:
        bench = NexoBench(tmp_path)
        yield bench
        bench.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[NexoBench]:
    bench = NexoBench(tmp_path / "terminal")
    yield bench
    bench.close()


@pytest.fixture
def till(bench: NexoBench) -> Iterator[Till]:
    till = Till()
    yield till
    bench.driver.close()  # whatever still waits ends now
    till.close()


def _paid(driver: NexoTerminal, bench: NexoBench, till: Till, asked: MoneyRequest) -> TerminalResult:
    paying = till.start(lambda: driver.authorise(asked, ignore))
    assert bench.tap()
    return paying.result(20)


def _driver(bench: NexoBench, root: Path | None = None, **changes: Any) -> NexoTerminal:
    return NexoTerminal(settings_for(bench.simulator, root, **changes))


# -- who is at the other end -----------------------------------------------------------------------


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Callable[..., NexoTerminalSimulator]]:
    """Simulators with other certificates than the register expects."""
    running: list[NexoTerminalSimulator] = []

    def build(**certificate: object) -> NexoTerminalSimulator:
        folder = tmp_path / f"stranger{len(running)}"
        certificates = make_certificates(folder, POI_ID, **certificate)  # type: ignore[arg-type]
        running.append(NexoTerminalSimulator(folder, POI_ID, control_port=None, certificates=certificates).start())
        return running[-1]

    yield build
    for simulator in running:
        simulator.stop()


def _refused(simulator: NexoTerminalSimulator, root: Path) -> str:
    """Nothing may be sent to a terminal that did not prove who it is."""
    driver = NexoTerminal(settings_for(simulator, root))
    result = driver.authorise(request(), ignore)
    report = driver.health()
    driver.close()

    assert result.outcome is Outcome.NOT_SENT
    assert report.health is TerminalHealth.WRONG_CERTIFICATE
    assert simulator.requests_seen() == {}
    return report.message


Stranger = Callable[..., NexoTerminalSimulator]


def test_a_certificate_of_another_root_is_refused(bench: NexoBench, stranger: Stranger) -> None:
    """T-12."""
    assert "not accepted" in _refused(stranger(), bench.simulator.certificates.root)


def test_a_certificate_of_another_terminal_is_refused_by_name(stranger: Stranger) -> None:
    other = stranger(common_name="V400m-999999999.test.terminal.adyen.com")

    assert f"V400m-999999999, but {POI_ID}" in _refused(other, other.certificates.root)


def test_a_certificate_that_is_no_terminals_is_refused(stranger: Stranger) -> None:
    other = stranger(common_name=f"{POI_ID}.test.terminal.adyen.com.evil.example")

    assert "not that of a payment terminal" in _refused(other, other.certificates.root)


def test_an_expired_root_is_refused_in_words(stranger: Stranger) -> None:
    old = stranger(root_expires=timedelta(days=-1))

    assert "expired" in _refused(old, old.certificates.root)


def test_an_expired_leaf_is_refused_in_words(stranger: Stranger) -> None:
    old = stranger(leaf_expires=timedelta(days=-1))

    assert "expired" in _refused(old, old.certificates.root)


def test_a_missing_or_broken_root_file_is_named(bench: NexoBench, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate here")

    for root in (tmp_path / "missing.pem", broken):
        assert str(root) in _refused(bench.simulator, root)


def test_a_legacy_certificate_is_accepted(stranger: Stranger) -> None:
    legacy = stranger(common_name="legacy-terminal-certificate.test.terminal.adyen.com")
    driver = NexoTerminal(settings_for(legacy))

    assert driver.health().health is TerminalHealth.READY
    driver.close()


# -- keys ------------------------------------------------------------------------------------------


def test_a_wrong_passphrase_settles_nothing_and_the_health_says_what_to_check(bench: NexoBench) -> None:
    driver = _driver(bench, passphrase="another passphrase")

    result = driver.authorise(request(), ignore)
    report = driver.health()
    driver.close()

    assert result.outcome is Outcome.UNKNOWN
    assert report.health is TerminalHealth.NEEDS_ATTENTION
    assert "passphrase" in report.message
    assert bench.charged() == 0


def test_while_keys_change_old_and_new_are_believed(tmp_path: Path, till: Till) -> None:
    old, new = NexoKey("shop", 1, "old passphrase"), NexoKey("shop", 2, "new passphrase")
    changing: dict[str, Any] = {
        "passphrase": new.passphrase,
        "key_identifier": "shop",
        "key_version": 2,
        "previous_keys": (old,),
    }
    for keys in ((old, new), (new, old)):  # the terminal answers with its first
        folder = tmp_path / str(keys[0].version)
        with NexoTerminalSimulator(folder, POI_ID, keys, control_port=None, auto_approve_after=0) as simulator:
            driver = NexoTerminal(settings_for(simulator, **changing))
            assert driver.authorise(request(), ignore).outcome is Outcome.APPROVED
            only_new = NexoTerminal(settings_for(simulator, **(changing | {"previous_keys": ()})))
            believed = only_new.health().health is TerminalHealth.READY
            assert believed is (keys[0] is new)
            driver.close()
            only_new.close()


# -- answers in doubt --------------------------------------------------------------------------------


@pytest.mark.parametrize("spoiled", ["wrong_service_id", "bad_mac", "garbled", "http_error", "lost"])
def test_every_unusable_answer_is_unknown_and_status_finds_the_truth(
    bench: NexoBench, till: Till, spoiled: str
) -> None:
    """I-1, I-9, F-18, F-19, T-12."""
    bench.next(spoiled)
    asked = request()

    result = _paid(bench.driver, bench, till, asked)
    status = bench.driver.status(original(asked), new_id())

    assert (result.outcome, result.charged, result.handle) == (Outcome.UNKNOWN, 0, "")
    assert status.result is not None
    assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, bench.charged())


def test_a_forged_success_in_clear_text_is_no_approval(bench: NexoBench) -> None:
    """T-12."""
    bench.next("forged_success")
    asked = request()

    result = bench.driver.authorise(asked, ignore)
    status = bench.driver.status(original(asked), new_id())

    assert result.outcome is Outcome.UNKNOWN
    assert status.result is not None
    assert status.result.outcome is Outcome.ABORTED
    assert bench.charged() == 0


def test_an_unreachable_host_is_not_known(bench: NexoBench, till: Till) -> None:
    bench.next("unreachable_host")

    result = _paid(bench.driver, bench, till, request())

    assert (result.outcome, result.reason) == (Outcome.UNKNOWN, "UnreachableHost")


def test_a_rejection_counts_only_when_it_is_authentic(bench: NexoBench) -> None:
    bench.next("reject")
    bench.next("clear_reject")

    authentic = bench.driver.authorise(request(), ignore)
    anybodys = bench.driver.authorise(request(), ignore)

    assert (authentic.outcome, authentic.reason) == (Outcome.UNAVAILABLE, "Reject")
    assert (anybodys.outcome, anybodys.reason) == (Outcome.UNKNOWN, "Reject")
    assert "Unexpected field" in authentic.message


def test_a_terminal_out_of_order_did_not_start(bench: NexoBench) -> None:
    bench.next("device_out")

    result = bench.driver.authorise(request(), ignore)

    assert (result.outcome, result.reason) == (Outcome.UNAVAILABLE, "DeviceOut")


def test_a_terminal_that_does_not_answer_in_time_is_not_known(bench: NexoBench) -> None:
    """F-13: own deadlines; what the terminal does afterwards is found by status."""
    driver = _driver(bench, payment_timeout=0.4)
    asked = request()

    result = driver.authorise(asked, ignore)
    assert bench.tap()
    status = _final(driver, asked)
    driver.close()

    assert result.outcome is Outcome.UNKNOWN
    assert "in time" in result.message
    assert status.outcome is Outcome.APPROVED
    assert bench.charged() == 12_800


def test_status_compares_with_the_request_also_after_a_restart(bench: NexoBench) -> None:
    """T-12: the register brings what it wrote down."""
    bench.next("wrong_amount")
    driver, forgetful = _driver(bench, payment_timeout=0.4), bench.rebuilt_driver()
    asked = request()
    assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
    assert bench.tap()

    remembered, forgotten = _final(driver, asked), _final(forgetful, asked)
    driver.close()
    forgetful.close()

    assert (remembered.outcome, remembered.charged) == (Outcome.MISMATCH, 12_801)
    assert (forgotten.outcome, forgotten.charged) == (Outcome.MISMATCH, 12_801)


def _final(driver: NexoTerminal, asked: MoneyRequest) -> TerminalResult:
    for _ in range(100):
        status = driver.status(original(asked), new_id())
        if status.result is not None:
            return status.result
    raise AssertionError("never final")


def test_no_request_goes_out_twice_under_one_id(bench: NexoBench, till: Till) -> None:
    """payment.md 5, rule 2."""
    bench.next("lost")
    asked = request()
    _paid(bench.driver, bench, till, asked)

    with pytest.raises(DeviceMisused, match="sent before"):
        bench.driver.authorise(asked, ignore)
    assert bench.simulator.requests_seen()["Payment"] == 1


def test_a_kiosk_that_forgot_and_sends_an_id_again_is_not_charged_twice(bench: NexoBench, till: Till) -> None:
    bench.next("lost")
    asked = request()
    _paid(bench.driver, bench, till, asked)

    again = bench.rebuilt_driver()
    result = again.authorise(asked, ignore)
    again.close()

    assert result.outcome in (Outcome.UNAVAILABLE, Outcome.UNKNOWN)
    assert bench.charged() == 12_800


def test_abort_racing_the_card_ends_as_the_ledger_says(bench: NexoBench, till: Till) -> None:
    """I-1: whoever wins, result and ledger agree."""
    ends = set()
    for round_number in range(12):
        before = bench.charged()
        asked = request()
        paying = till.start(lambda asked=asked: bench.driver.authorise(asked, ignore))  # type: ignore[misc]
        assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)
        racer = threading.Thread(target=bench.driver.abort, args=(asked.service_id, new_id()))
        racer.start()
        time.sleep(0.002 * round_number)
        bench.simulator.tap_card()
        racer.join()
        result = paying.result(20)
        ends.add(result.outcome)
        assert result.outcome in (Outcome.APPROVED, Outcome.ABORTED)
        assert bench.charged() - before == result.charged
    assert ends


def test_two_requests_at_once_go_one_after_the_other(bench: NexoBench, till: Till) -> None:
    def paying(amount: int) -> Callable[[], TerminalResult]:
        asked = request(amount)
        return lambda: bench.driver.authorise(asked, ignore)

    first, second = till.start(paying(1000)), till.start(paying(2000))

    assert bench.tap()
    assert bench.tap()

    assert (first.result(20).outcome, second.result(20).outcome) == (Outcome.APPROVED, Outcome.APPROVED)
    assert bench.charged() == 3000


def test_a_request_behind_one_that_does_not_end_is_busy(bench: NexoBench, till: Till) -> None:
    driver = _driver(bench, status_timeout=0.2)
    first = request()
    paying = till.start(lambda: driver.authorise(first, ignore))
    assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)

    assert driver.authorise(request(), ignore).outcome is Outcome.BUSY
    assert driver.status(original(first), new_id()).outcome is StatusOutcome.IN_PROGRESS

    assert bench.tap()
    assert paying.result(20).outcome is Outcome.APPROVED
    driver.close()


def test_a_request_that_never_left_is_not_found(bench: NexoBench) -> None:
    asked = replace(request(), mark=MARK)

    assert bench.driver.status(original(asked), new_id()).outcome is StatusOutcome.NOT_FOUND


# -- which terminal was asked ------------------------------------------------------------------------


def test_every_result_and_report_names_terminal_and_register(bench: NexoBench, till: Till) -> None:
    """payment.md 4: POIID and SaleID are in the journal before a byte leaves, so they come without asking too."""
    assert bench.driver.health().mark == MARK
    assert _paid(bench.driver, bench, till, request()).mark == MARK
    bench.next("lost")
    lost = request()
    assert _paid(bench.driver, bench, till, lost).mark == MARK
    assert _final(bench.driver, lost).mark == MARK
    bench.cut_line()
    away = bench.driver.health()
    assert (away.health, away.mark) == (TerminalHealth.UNREACHABLE, MARK)
    unsent = bench.driver.authorise(request(), ignore)
    assert (unsent.outcome, unsent.mark) == (Outcome.NOT_SENT, MARK)


def test_a_busy_terminal_names_itself_too(bench: NexoBench, till: Till) -> None:
    paying = till.start(lambda: bench.driver.authorise(request(), ignore))
    assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)

    report = bench.driver.health()

    assert (report.health, report.mark) == (TerminalHealth.BUSY, MARK)
    assert bench.tap()
    assert paying.result(20).outcome is Outcome.APPROVED


@pytest.mark.parametrize(
    ("mark", "before"),
    [
        (f"nexo1 {OTHER_POI_ID} KIOSK01", {"terminal before": OTHER_POI_ID, "register before": "KIOSK01"}),
        (f"nexo1 {POI_ID} KIOSK02", {"terminal before": POI_ID, "register before": "KIOSK02"}),
        ('{"receipt": 7, "last": "7/7/0"}', {"mark before": '{"receipt": 7, "last": "7/7/0"}'}),
        (f"nexo2 {POI_ID} KIOSK01", {"mark before": f"nexo2 {POI_ID} KIOSK01"}),
    ],
    ids=["another terminal", "another register's name", "another driver", "another version"],
)
@pytest.mark.parametrize("operation", list(Operation))
def test_what_another_terminal_was_asked_is_not_for_this_one_to_say(
    bench: NexoBench, mark: str, before: dict[str, str], operation: Operation
) -> None:
    """payment.md 2.6: NotFound may mean a wrong SaleID or POIID, so the question is not even put."""
    asked = replace(request(), mark=mark)

    status = bench.driver.status(original(asked, operation), new_id())

    assert (status.outcome, status.result) == (StatusOutcome.UNPROVEN, None)
    assert dict(status.evidence) == before | {"terminal": POI_ID, "register": "KIOSK01"}
    assert status.ask_after > 0
    assert bench.simulator.requests_seen() == {}


def test_a_request_that_was_written_down_for_another_terminal_is_not_sent(bench: NexoBench, till: Till) -> None:
    """A question after a restart would go to the terminal of the mark; the next request names the right one."""
    asked = replace(request(), mark=f"nexo1 {OTHER_POI_ID} KIOSK01")

    for refused in (
        bench.driver.authorise(asked, ignore),
        bench.driver.refund(asked, ignore),
        bench.driver.reverse("A.B", "2026-03-01T10:15:42.000Z", None, asked),
    ):
        assert (refused.outcome, refused.mark) == (Outcome.NOT_SENT, MARK)
        assert OTHER_POI_ID in refused.message
    assert bench.simulator.requests_seen() == {}
    assert _paid(bench.driver, bench, till, replace(asked, mark=refused.mark)).outcome is Outcome.APPROVED


def test_a_handle_from_another_terminal_is_no_hindrance_to_giving_back(bench: NexoBench, till: Till) -> None:
    """The platform knows the payment; a terminal that cannot find it says so, and nothing is given back."""
    paid = _paid(bench.driver, bench, till, request())
    other = bench.other_terminal_driver()

    unknown = other.reverse(paid.handle, paid.handle_time, None, replace(request(), mark=other.health().mark))
    other.close()

    assert (unknown.outcome, unknown.reason) == (Outcome.DECLINED, "NotFound")
    assert bench.charged() == 12_800


def test_without_a_mark_not_found_counts_for_what_this_driver_sent_only(bench: NexoBench) -> None:
    """An attempt that was kept before there were marks: nobody knows any more which terminal it went to."""
    bench.next("lost_request")
    asked = request()
    assert bench.driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
    later = bench.rebuilt_driver()

    own, doubtful = (driver.status(original(asked), new_id()) for driver in (bench.driver, later))
    later.close()

    assert own.outcome is StatusOutcome.NOT_FOUND
    assert doubtful.outcome is StatusOutcome.UNPROVEN
    assert dict(doubtful.evidence) == {"terminal": POI_ID, "register": "KIOSK01"}


def test_without_a_mark_what_the_terminal_does_find_counts(bench: NexoBench, till: Till) -> None:
    """The repeated answer has the names of terminal and register in it."""
    bench.next("lost")
    asked = request()
    _paid(bench.driver, bench, till, asked)
    later = bench.rebuilt_driver()

    found = _final(later, asked)
    later.close()

    assert (found.outcome, found.charged) == (Outcome.APPROVED, bench.charged())


# -- card data -----------------------------------------------------------------------------------------


def test_a_card_number_from_the_terminal_goes_no_further(bench: NexoBench, till: Till) -> None:
    """T-13, security.md 1.1: masked in every text, and told."""
    bench.next("card_number")

    result = _paid(bench.driver, bench, till, request())

    assert result.outcome is Outcome.APPROVED
    assert result.card_number_seen
    assert TEST_CARD_NUMBER not in repr(result)
    assert "411111******1111" in result.message
    assert any("411111******1111" in line for line in result.customer_receipt)


def test_an_ordinary_payment_raises_no_alarm(bench: NexoBench, till: Till) -> None:
    result = _paid(bench.driver, bench, till, request())

    assert not result.card_number_seen
    assert result.masked_card == "541333 **** 3511"


def test_a_signature_is_told(bench: NexoBench, till: Till) -> None:
    bench.next("signature")

    assert _paid(bench.driver, bench, till, request()).signature_required


# -- settings and misuse -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        MoneyRequest("", 1, "KRW", "S", "t"),
        MoneyRequest("12345678901", 1, "KRW", "S", "t"),
        MoneyRequest("1", 0, "KRW", "S", "t"),
        MoneyRequest("1", -5, "KRW", "S", "t"),
        MoneyRequest("1", 1, "QQQ", "S", "t"),
    ],
)
def test_what_cannot_be_sent_is_refused_before_anything_is_sent(bench: NexoBench, wrong: MoneyRequest) -> None:
    with pytest.raises(DeviceMisused):
        bench.driver.authorise(wrong, ignore)
    assert bench.simulator.requests_seen() == {}


def test_a_closed_driver_sends_nothing(bench: NexoBench) -> None:
    bench.driver.close()

    assert bench.driver.authorise(request(), ignore).outcome is Outcome.NOT_SENT
    assert bench.simulator.requests_seen() == {}


def test_health_tells_round_trip_and_firmware(bench: NexoBench) -> None:
    report = bench.driver.health()

    assert report.round_trip_ms is not None
    assert report.round_trip_ms > 0
    assert report.versions == {"firmwareVersion": "simulator_1"}
