"""A migration that is cut at any statement leaves the file before or after it, never within (F-27)."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import MetaData

from kiosk.database import tables
from kiosk.database.engine import open_station
from kiosk.database.errors import StationFault
from kiosk.database.migrations.ladder import STEPS
from tests.fakes.station import KEY, START, open_test_station

ROOT = Path(__file__).parents[3]
CUTS = """
import os, signal, sys
from pathlib import Path
from kiosk.database.engine import open_station
from kiosk.database.migrations.ladder import STEPS, MigrationStep, migrate
from tests.fakes.station import KEY, START

later = ("CREATE TABLE later (a TEXT)", "INSERT INTO later VALUES ('x')")
steps = (*STEPS, MigrationStep(STEPS[-1].version + 1, later))

def climb(path, cut):
    seen = []
    def before(statement):
        if len(seen) == cut:
            os.kill(os.getpid(), signal.SIGKILL)
        seen.append(statement)
    open_station(path, KEY, station="S1", now=START, migrating=lambda c: migrate(c, steps, before)).close()
    return seen

def climb_apart(path, cut):
    child = os.fork()
    if child == 0:
        climb(path, cut)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

all_statements = len(climb(Path(sys.argv[1]) / "whole.db", -1))
ends = [sum(len(step.statements) + 2 for step in steps[:count + 1]) for count in range(len(steps))]
for cut in range(all_statements):
    path = Path(sys.argv[1]) / f"cut-{cut}.db"
    ended = climb_apart(path, cut)
    left = len(climb(path, -1))
    print(cut, ended, left == all_statements - max((end for end in ends if end <= cut), default=0))
"""
STATEMENTS = sum(len(step.statements) + 2 for step in STEPS) + 4


def test_a_migration_cut_at_any_statement_is_taken_up_again(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CUTS, tmp_path], cwd=ROOT, capture_output=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    told = [line.split() for line in ran.stdout.decode().splitlines()]
    assert told == [[str(cut), "-9", "True"] for cut in range(STATEMENTS)]


def test_the_ladder_makes_the_tables_that_the_program_reads(tmp_path: Path) -> None:
    database = open_test_station(tmp_path)
    found = MetaData()
    with database.connect() as connection:
        found.reflect(connection)
    described = {
        name: [(column.name, str(column.type), column.primary_key) for column in table.columns]
        for name, table in tables.metadata.tables.items()
    }
    assert {
        name: [(column.name, str(column.type), column.primary_key) for column in table.columns]
        for name, table in found.tables.items()
    } == described
    database.close()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    database = open_test_station(tmp_path)
    with database.connect(writing=True) as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
        connection.commit()
    database.close()
    with pytest.raises(StationFault, match=r"format 99.*newer version of Baro"):
        open_station(tmp_path / "station.db", KEY, station="S1", now=START)
