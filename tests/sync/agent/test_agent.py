"""The exchange on its own thread: nothing lost, nothing doubled, offline said (I-4, I-10, F-12, F-15)."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.catalogue import CatalogueItem, LocalText
from sync.agent import central_client
from sync.agent.agent import Agent, LinkState
from sync.agent.central_client import CentralAway, CentralClient, CentralRefused
from sync.agent.pull_catalogue import CataloguePull
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central, Serving, create_app
from sync.central.catalogue.loading import put_items
from sync.central.catalogue.publishing import publish
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.report import sales_report
from sync.wire.moment import utc_now
from tests.fakes.dropping_proxy import DroppingProxy
from tests.fakes.enrolled_station import EnrolledStation, client_of, new_nonce, settle
from tests.fakes.station_journal import FakeJournal, buy


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    give_up = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < give_up, "it did not come true in time"
        time.sleep(0.01)


def agent_of(client: CentralClient, journal: FakeJournal, heard: list[LinkState] | None = None) -> Agent:
    listener = heard.append if heard is not None else None
    return Agent(
        client,
        journal,
        now=utc_now,
        uniform=random.Random(1).uniform,
        listener=listener,
        round_seconds=30.0,
        most_wait=0.2,
    )


@pytest.fixture
def proxy(url: str) -> Iterator[DroppingProxy]:
    parts = urlsplit(url)
    made = DroppingProxy((str(parts.hostname), int(parts.port or 0)))
    yield made
    made.close()


def sales_at(central: Central) -> list[str]:
    settle(central)
    with transaction(central.engine) as session:
        assert check_books(session) == []
        return sorted(row["sale"] for row in sales_report(session))


def test_a_sale_goes_up_as_soon_as_the_agent_is_woken(central: Central, station: EnrolledStation, url: str) -> None:
    agent = agent_of(client_of(url, station.identity), station.journal)
    agent.start()
    until(agent.online)
    buy(station.journal)
    agent.wake()
    until(lambda: agent.acknowledged() == 3)
    agent.stop()
    assert sales_at(central) == ["sale-1"]


def test_lost_answers_lose_and_double_nothing(central: Central, station: EnrolledStation, proxy: DroppingProxy) -> None:
    """F-12: central applied the request, the answer is lost, the agent sends it again."""
    for number in range(1, 11):
        buy(station.journal, number)
    client = client_of(proxy.url, station.identity)
    proxy.drop_answers(3)
    for _ in range(3):
        with pytest.raises(CentralAway):
            upload_journal(station.journal, client, batch=10)
        assert station.journal.acknowledged() == 0
    assert upload_journal(station.journal, client, batch=10) == 30
    client.close()
    assert proxy.dropped == 3
    assert len(sales_at(central)) == 10


def test_offline_is_noticed_and_said_and_ends_by_itself(central: Central, station: EnrolledStation) -> None:
    heard: list[LinkState] = []
    serving = Serving(create_app(central))
    serving.__enter__()
    port = urlsplit(serving.url).port
    before = utc_now()
    agent = agent_of(client_of(serving.url, station.identity), station.journal, heard)
    agent.start()
    until(agent.online)
    assert agent.offline_since() is None
    serving.stop()
    buy(station.journal)
    agent.wake()
    until(lambda: not agent.online())
    since = agent.offline_since()
    assert since is not None
    assert before <= since <= utc_now()
    assert agent.acknowledged() == 0
    with Serving(create_app(central), port=int(port or 0)):
        until(lambda: agent.acknowledged() == 3)
        assert agent.online()
        agent.stop()
        assert sales_at(central) == ["sale-1"]
    assert [state.online for state in heard][:3] == [True, False, True]


def test_central_killed_in_the_middle_of_uploads(
    central: Central, station: EnrolledStation, database_url: str, tmp_path: Path
) -> None:
    """Central dies by SIGKILL, again and again, while a backlog goes up: exactly once after the restart."""
    sales = 60
    for number in range(1, sales + 1):
        buy(station.journal, number)
    port = _free_port()
    client = client_of(f"http://127.0.0.1:{port}", station.identity)
    for kill_after in (2, 4):
        process = _central_process(tmp_path, database_url, port)
        killer = threading.Thread(target=_kill_when, args=(process, station.journal, kill_after), daemon=True)
        killer.start()
        with pytest.raises(CentralAway):
            _upload_for_ever(station.journal, client)
        killer.join()
    process = _central_process(tmp_path, database_url, port)
    try:
        upload_journal(station.journal, client, batch=50)
    finally:
        process.terminate()
        process.wait(20)
    client.close()
    assert station.journal.acknowledged() == 3 * sales
    assert len(sales_at(central)) == sales


def test_the_steps_of_an_upload_are_told_in_their_order(station: EnrolledStation) -> None:
    """F-1: K8 and K9 stand around what they name, so that a process killed there is killed at that moment."""
    told: list[tuple[str, int]] = []
    buy(station.journal)

    def point(name: str) -> None:
        told.append((name, station.journal.acknowledged()))

    upload_journal(station.journal, station.client, fail_point=point)
    assert told == [("K8.before", 0), ("K8.after", 0), ("K9.before", 0), ("K9.after", 3)]
    upload_journal(station.journal, station.client, fail_point=point)
    assert len(told) == 4, "nothing to upload is no upload"


def test_a_refusal_is_said_and_does_not_stop_the_agent(station: EnrolledStation, url: str) -> None:
    stranger = CentralClient(url, "SS01-99", Ed25519PrivateKey.generate(), now=utc_now, nonce=new_nonce)
    agent = agent_of(stranger, station.journal)
    station.journal.append("station.started", {})
    agent.start()
    until(lambda: "401 not accepted" in agent.state.refused)
    assert agent.online()
    agent.stop()


def test_a_broken_journal_does_not_end_the_exchange(station: EnrolledStation, url: str) -> None:
    class Broken(FakeJournal):
        broken = True

        def acknowledge(self, sequence: int) -> None:
            if self.broken:
                raise OSError("disk full")
            super().acknowledge(sequence)

    journal = Broken(station.journal.station)
    journal.append("station.started", {})
    agent = agent_of(client_of(url, station.identity), journal)
    agent.start()
    time.sleep(0.3)
    assert agent.acknowledged() == 0
    journal.broken = False
    until(lambda: agent.acknowledged() == 1)
    agent.stop()


def test_a_catalogue_that_is_refused_does_not_slow_the_journal(
    central: Central, station: EnrolledStation, url: str, tmp_path: Path
) -> None:
    class Refusing:
        tries = 0

        def adopted_version(self) -> int:
            return 0

        def adopt(self, path: Path, version: int) -> None:
            self.tries += 1
            raise OSError("no space")

    put_items(central.engine, [CatalogueItem("B1", "", LocalText("물"), 100)])
    publish(central.engine, central.key, central.catalogue_folder, now=utc_now())
    sink, identity = Refusing(), station.identity
    client = client_of(url, identity)
    pull = CataloguePull(client, sink, tmp_path / "coming", central_key=identity.central_key, shop=identity.shop)
    agent = Agent(
        client, station.journal, now=utc_now, uniform=lambda _low, high: high, catalogue=pull, round_seconds=30.0
    )
    agent.start()
    until(lambda: "no space" in agent.state.refused)
    for number in range(1, 4):
        buy(station.journal, number)
        agent.wake()
        until(lambda: agent.acknowledged() == len(station.journal.entries), 5)
    assert agent.online()
    assert sink.tries == 1
    agent.stop()


# Answers of something that is not, or not now, central.


class Pretender(BaseHTTPRequestHandler):
    """Answers as the test wants."""

    answer: tuple[int, dict[str, str], bytes] = (200, {}, b"")
    drip = 0.0

    def do_GET(self) -> None:
        status, headers, body = self.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for place in range(len(body)):
            try:
                self.wfile.write(body[place : place + 1] if self.drip else body)
            except OSError:
                return
            if not self.drip:
                return
            time.sleep(self.drip)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def pretender() -> Iterator[tuple[type[Pretender], CentralClient]]:
    class Fresh(Pretender):
        pass

    server = HTTPServer(("127.0.0.1", 0), Fresh)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    client = CentralClient(address, "SS01-01", Ed25519PrivateKey.generate(), now=utc_now, nonce=new_nonce)
    yield Fresh, client
    client.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("answer", "said", "retry_after"),
    [
        ((500, {}, b""), "500", None),
        ((503, {"Retry-After": "7"}, b""), "503", 7.0),
        ((429, {"Retry-After": "60"}, b"{}"), "429", 60.0),
        ((404, {}, b"<html>no such page</html>"), "not central", None),
        ((200, {}, b"<html>log in to the guest network</html>"), "not a StockAnswer", None),
        ((200, {}, b'{"changes": [], "position": -4}'), "not a StockAnswer", None),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "not central", None),
        ((200, {"Content-Length": "500"}, b'{"changes"'), "broke off", None),
    ],
)
def test_answers_that_are_no_answers_are_tried_again(
    pretender: tuple[type[Pretender], CentralClient],
    answer: tuple[int, dict[str, str], bytes],
    said: str,
    retry_after: float | None,
) -> None:
    kind, client = pretender
    kind.answer = answer
    with pytest.raises(CentralAway, match=said) as away:
        client.stock(0)
    assert away.value.retry_after == retry_after


def test_a_problem_document_is_a_refusal(pretender: tuple[type[Pretender], CentralClient]) -> None:
    kind, client = pretender
    kind.answer = (409, {}, b'{"title": "gap", "status": 409, "expected": 5}')
    with pytest.raises(CentralRefused) as refused:
        client.stock(0)
    assert refused.value.problem.expected == 5


def test_an_answer_that_drips_is_given_up(
    pretender: tuple[type[Pretender], CentralClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, client = pretender
    kind.answer, kind.drip = (200, {}, b'{"changes": [], "position": 4}' + b" " * 200), 0.02
    monkeypatch.setattr(central_client, "ANSWER_SECONDS", 0.3)
    with pytest.raises(CentralAway, match="not complete"):
        client.stock(0)


def test_nobody_there_is_said_as_away() -> None:
    client = CentralClient(
        f"http://127.0.0.1:{_free_port()}", "SS01-01", Ed25519PrivateKey.generate(), now=utc_now, nonce=new_nonce
    )
    with pytest.raises(CentralAway):
        client.stock(0)
    client.close()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _central_process(folder: Path, database_url: str, port: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.fakes.central_process", str(folder / "central"), database_url, str(port)]
    root = Path(__file__).parents[3]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout is not None
    told = process.stdout.readline().strip()
    process.stdout.close()
    answer = requests.get(f"{told}/v1/health", timeout=5)
    assert answer.json() == {"status": "ok"}
    return process


def _upload_for_ever(journal: FakeJournal, client: CentralClient) -> None:
    while True:
        upload_journal(journal, client, batch=7)
        journal.acknowledged_positions.append(0)  # the station forgets how far it was, and begins again


def _kill_when(process: "subprocess.Popen[str]", journal: FakeJournal, acknowledged: int) -> None:
    goal = len(journal.acknowledged_positions) + acknowledged
    until(lambda: len(journal.acknowledged_positions) >= goal)
    process.kill()
    process.wait()


def test_the_station_says_when_it_was_last_asked(station: EnrolledStation, url: str) -> None:
    now = datetime.now(UTC)
    agent = Agent(client_of(url, station.identity), station.journal, now=lambda: now, uniform=random.Random(1).uniform)
    assert (agent.online(), agent.offline_since(), agent.acknowledged()) == (False, now, 0)
    assert agent.round() == 15.0
    assert agent.online()
    agent.start()
    agent.stop()
