"""Climb from the version a file has to the version this program needs, one whole step at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.database.errors import StationFault
from kiosk.database.migrations import m0001_first_station, m0002_coupons_and_uses, m0003_tenders, m0004_terminal_records


@dataclass(frozen=True, slots=True)
class MigrationStep:
    """One step: afterwards `PRAGMA user_version` is `version`."""

    version: int
    statements: tuple[str, ...]


STEPS = (
    MigrationStep(1, m0001_first_station.STATEMENTS),
    MigrationStep(2, m0002_coupons_and_uses.STATEMENTS),
    MigrationStep(3, m0003_tenders.STATEMENTS),
    MigrationStep(4, m0004_terminal_records.STATEMENTS),
)


def _nothing(_statement: str) -> None:
    """Called before each statement; tests end the process here."""


def migrate(
    connection: Connection,
    steps: tuple[MigrationStep, ...] = STEPS,
    before_statement: Callable[[str], None] = _nothing,
) -> int:
    """Bring the file to the newest version and answer it.

    Each step is one transaction with its version number inside, so a power cut leaves the file before or
    after a step, never within (F-27). Raises `StationFault` when the file is newer than this program.
    """
    version = _version(connection)
    newest = steps[-1].version
    if version > newest:
        raise StationFault(
            f"the station's file has format {version}, this program knows up to {newest}: "
            "start the newer version of Baro that wrote it"
        )
    for step in steps:
        if step.version <= version:
            continue
        with connection.begin():
            # Another process may have climbed while this one waited for the lock.
            if _pragma(connection) >= step.version:
                continue
            for statement in (*step.statements, f"PRAGMA user_version = {step.version}"):
                before_statement(statement)
                connection.exec_driver_sql(statement)
            before_statement("COMMIT")
    return newest


def _version(connection: Connection) -> int:
    with connection.begin():
        return _pragma(connection)


def _pragma(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
