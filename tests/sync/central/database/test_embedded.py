"""The embedded PostgreSQL runs for as long as anybody uses it, and not a moment longer, however its users end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, text

from sync.central.database.embedded import EmbeddedFailed, EmbeddedPostgres
from tests.fakes.processes import alive, kill_all, wait_until

ROOT = Path(__file__).parents[4]
USER = """
import sys, time
from pathlib import Path
from sync.central.database.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
print("started", flush=True)
sys.stdin.read()
server.stop()
print("running" if server.running() else "ended", flush=True)
"""
User = subprocess.Popen[str]


@pytest.fixture
def use(tmp_path: Path) -> Iterator[Callable[[], User]]:
    """Processes that use the server of `tmp_path`/postgres until their standard input closes."""
    users: list[User] = []

    def begin() -> User:
        command = [sys.executable, "-c", USER, str(tmp_path / "postgres")]
        users.append(subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        return users[-1]

    yield begin
    for user in users:
        with user:  # closes its pipes
            user.kill()
    kill_all(tmp_path)


def heard(user: User) -> str:
    assert user.stdout is not None
    return user.stdout.readline().strip()


def killed(user: User) -> None:
    user.kill()
    user.wait()


def released(user: User) -> str:
    """Let a user go in order; what it says of the server then."""
    assert user.stdin is not None
    user.stdin.close()
    said = heard(user)
    user.wait()
    return said


def test_two_servers_live_beside_each_other_and_keep_what_they_hold(postgres: EmbeddedPostgres, tmp_path: Path) -> None:
    folder = tmp_path / "second" / "postgres"
    second = EmbeddedPostgres(folder)
    url = second.start()
    assert second.running()
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (n int)"))
    engine.dispose()
    second.stop()
    assert not second.running()
    assert postgres.running()
    with EmbeddedPostgres(folder) as again:
        engine = create_engine(again.create_database("baro").replace("postgresql://", "postgresql+psycopg://"))
        assert inspect(engine).has_table("kept")
        engine.dispose()
    assert not second.running()


@pytest.mark.parametrize("moment", ["postgres.users", "postgres.making/PG_VERSION", "postgres/postmaster.pid", ""])
def test_a_user_that_is_killed_takes_its_server_along(tmp_path: Path, use: Callable[[], User], moment: str) -> None:
    user = use()
    if moment:
        assert wait_until((tmp_path / moment).exists, 60)
    else:
        assert heard(user) == "started"
        assert EmbeddedPostgres(tmp_path / "postgres").running()
    killed(user)
    assert wait_until(lambda: not alive(tmp_path), 60), alive(tmp_path)
    with EmbeddedPostgres(tmp_path / "postgres") as again:
        assert again.running()
    assert alive(tmp_path) == {}


def test_a_server_stays_for_the_other_user(tmp_path: Path, use: Callable[[], User]) -> None:
    first, second, third = use(), use(), use()
    assert [heard(first), heard(second), heard(third)] == ["started"] * 3
    killed(first)
    assert released(second) == "running"
    time.sleep(0.3)
    with EmbeddedPostgres(tmp_path / "postgres") as here, psycopg.connect(here.create_database("baro")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert EmbeddedPostgres(tmp_path / "postgres").running(), "the third still uses it"
    assert released(third) == "ended"
    assert alive(tmp_path) == {}


def test_who_comes_while_the_server_ends_waits_and_starts_it_again(tmp_path: Path, use: Callable[[], User]) -> None:
    for _ in range(3):
        first = use()
        assert heard(first) == "started"
        killed(first)
        second = use()
        assert heard(second) == "started"
        assert released(second) == "ended"
        assert alive(tmp_path) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="binds a process to the life of its parent")
def test_a_server_ends_with_a_keeper_that_is_killed(tmp_path: Path, use: Callable[[], User]) -> None:
    user = use()
    assert heard(user) == "started"
    keepers = [process for process, words in alive(tmp_path).items() if "postgres_keeper.py" in words]
    assert len(keepers) == 1
    os.kill(keepers[0], signal.SIGKILL)
    EmbeddedPostgres(tmp_path / "postgres").wait_until_ended()  # its user still holds on to it: returns at once
    killed(user)
    EmbeddedPostgres(tmp_path / "postgres").wait_until_ended()
    assert alive(tmp_path) == {}


def test_a_server_that_ended_by_itself_is_started_for_the_next_user(tmp_path: Path, use: Callable[[], User]) -> None:
    first = use()
    assert heard(first) == "started"
    noted = int((tmp_path / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
    os.kill(noted, signal.SIGKILL)
    second = use()
    assert heard(second) == "started"
    killed(first)
    assert released(second) == "ended"


@pytest.mark.parametrize("moment", ["postgres.making/PG_VERSION", "postgres/log", "postgres/postmaster.pid"])
def test_an_interrupt_while_it_starts_leaves_no_server(tmp_path: Path, moment: str) -> None:
    program = (
        "import os, signal, sys, threading, time; from pathlib import Path;"
        "from sync.central.database.embedded import EmbeddedPostgres;"
        "folder, moment = Path(sys.argv[1]), Path(sys.argv[2])\n"
        "def interrupt():\n"
        "    while not moment.exists(): time.sleep(0.001)\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "threading.Thread(target=interrupt, daemon=True).start()\n"
        "EmbeddedPostgres(folder).start(); time.sleep(10)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "postgres"), str(tmp_path / moment)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert "KeyboardInterrupt" in done.stderr
    assert alive(tmp_path) == {}


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("setpriv") is None, reason="only root can become somebody else")
def test_it_works_for_an_ordinary_user() -> None:
    program = (
        "import os, sys; from pathlib import Path; from sync.central.database.embedded import EmbeddedPostgres;"
        "server = EmbeddedPostgres(Path(sys.argv[1]) / 'postgres'); server.start(); server.stop();"
        "print(os.getuid(), 'running' if server.running() else 'ended')"
    )
    # With one right of root's, to look into every folder: the interpreter itself may lie in root's home.
    right = ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"]
    somebody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *right]
    with tempfile.TemporaryDirectory(prefix="baro-user-") as folder:
        os.chown(folder, 65534, 65534)
        environment = {**os.environ, "HOME": folder, "TMPDIR": folder, "XDG_RUNTIME_DIR": folder}
        done = subprocess.run(
            [*somebody, sys.executable, "-c", program, folder],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.stdout.strip() == "65534 ended", done.stderr


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    folder.mkdir()
    (folder / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedFailed, match="postgres"):
        EmbeddedPostgres(folder).start()
