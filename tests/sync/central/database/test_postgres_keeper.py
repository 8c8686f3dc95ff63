"""What the owner of an embedded PostgreSQL finds in its folder: half made clusters, old servers, used numbers."""

import fcntl
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.central.database.embedded import EmbeddedPostgres
from sync.central.database.postgres_keeper import keep, lock_file, locked
from tests.fakes.processes import alive, kill_all, wait_until


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "postgres"
    kill_all(tmp_path)


def test_a_folder_that_is_kept_gets_no_second_keeper(folder: Path) -> None:
    held = locked(lock_file(folder, "keeper"), fcntl.LOCK_EX)
    assert held is not None
    assert keep(folder) == 0
    assert not folder.exists()
    os.close(held)


def test_what_a_power_cut_left_half_made_is_made_anew(folder: Path) -> None:
    making = lock_file(folder, "making")
    making.mkdir()
    (making / "PG_VERSION").write_text("18\n")
    (making / "base").mkdir()
    with EmbeddedPostgres(folder) as server:
        assert server.create_database("baro").startswith("postgresql://")
    assert not making.exists()


def test_the_number_of_a_process_that_is_no_database_is_forgotten(folder: Path) -> None:
    with EmbeddedPostgres(folder):
        noted = (folder / "postmaster.pid").read_text().split("\n")
    (folder / "postmaster.pid").write_text("\n".join([str(os.getpid()), *noted[1:]]))
    with EmbeddedPostgres(folder) as server:
        assert server.running()
    assert alive(folder) == {}


def test_a_server_without_a_keeper_is_ended_before_another_one_starts(folder: Path) -> None:
    with EmbeddedPostgres(folder) as server:
        command = next(words for words in alive(folder).values() if "/bin/postgres -D" in words).split()
        sockets = command[-1]
        server.stop()
    owner = folder.stat()
    as_owner = ["setpriv", "--reuid", str(owner.st_uid), "--regid", str(owner.st_gid), "--clear-groups"]
    without = subprocess.Popen(
        [*(as_owner if os.geteuid() == 0 else []), command[0], "-D", str(folder), "-h", "", "-k", sockets],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert wait_until(lambda: "ready" in noted(folder), 60)
    with EmbeddedPostgres(folder) as server:
        assert without.wait(60) == 0
        assert server.running()
    assert alive(folder) == {}


def noted(folder: Path) -> str:
    try:
        return (folder / "postmaster.pid").read_text()
    except FileNotFoundError:
        return ""
