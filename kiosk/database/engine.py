"""Open station.db: encrypted, in WAL with every commit flushed, checked before it is used."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kiosk.database.errors import SqliteTooOld, StationFault, StationNotWritable, StationUnreadable
from kiosk.database.migrations.ladder import migrate
from kiosk.database.service_ids import least_service_count

KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_size_limit = 67108864",
)


class StationDatabase:
    """An open station.db; `connect` gives further connections, each used by one thread at a time."""

    def __init__(self, path: Path, engine: Engine, station: str) -> None:
        self.path = path
        self.station = station
        self._engine = engine

    def connect(self, *, writing: bool = False) -> Connection:
        """A connection that stays open until it is closed; only the writer's may checkpoint the WAL."""
        connection = self._engine.connect()
        if not writing:
            raw_connection(connection).execute("PRAGMA wal_autocheckpoint = 0")
            raw_connection(connection).execute("PRAGMA query_only = ON")
            connection.info["reading"] = True
        return connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def integrity_findings(database: StationDatabase, most: int = 20) -> list[str]:
    """What SQLite finds wrong in the whole file, nothing when it is sound: for each night (reliability 3.4)."""
    with database.connect() as connection:
        try:
            told = [str(row[0]) for row in raw_connection(connection).execute(f"PRAGMA integrity_check({most})")]
        except sqlcipher3.Error as error:
            return [str(error)]
    return [] if told == ["ok"] else told


def raw_connection(connection: Connection) -> Any:
    """The driver's own connection under SQLAlchemy's, for the prepared statements of the hot paths."""
    return connection.connection.driver_connection


def check_sqlite_version(version: str = sqlcipher3.sqlite_version) -> None:
    """Refuse an SQLite that can corrupt a WAL file (reliability 3.1); raises `SqliteTooOld`."""
    if tuple(int(part) for part in version.split(".")) < OLDEST_SQLITE:
        oldest = ".".join(str(part) for part in OLDEST_SQLITE)
        raise SqliteTooOld(
            f"sqlcipher3 brings SQLite {version}, which can corrupt a WAL file; "
            f"install a sqlcipher3 with SQLite {oldest} or newer"
        )


def open_station(
    path: Path,
    key: bytes,
    *,
    station: str,
    now: datetime,
    migrating: Callable[[Connection], int] = migrate,
) -> StationDatabase:
    """Open or make the station's file and answer it, checked and in today's format.

    `key` is 32 raw bytes, `station` the id whose journal this is, `now` an aware time. Raises
    `SqliteTooOld`, `StationNotWritable`, `StationUnreadable` or `StationFault`, each with what to do.
    """
    check_sqlite_version()
    if len(key) != KEY_BYTES:
        raise StationUnreadable(f"the key of {path.name} has {len(key)} bytes, it must have {KEY_BYTES}")
    if now.tzinfo is None:
        raise ValueError("now must know its time zone")
    _check_place(path)
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            _check_whole(connection, path)
            migrating(connection)
            _claim(connection, path, station, now)
    except DBAPIError as error:
        raise _explained(error, path) from error
    path.chmod(0o600)
    return StationDatabase(path, engine, station)


def open_for_reading(path: Path, key: bytes) -> StationDatabase:
    """Open the station's file beside a running kiosk, to look and not to change; raises as `open_station`."""
    check_sqlite_version()
    if not path.is_file():
        raise StationNotWritable(f"there is no station file {path}: name the folder of the kiosk's data")
    database = StationDatabase(path, _engine(path, key), "")
    try:
        with database.connect() as connection:
            found = connection.exec_driver_sql("SELECT value FROM station_value WHERE key = 'station'").scalar()
            database.station = str(found or "")
    except DBAPIError as error:
        raise _explained(error, path) from error
    return database


def _engine(path: Path, key: bytes) -> Engine:
    # A raw key spares the half second of key stretching at each connection (limits: 0.8 against 540 ms).
    url = URL.create("sqlite+pysqlcipher", username="", password=f"x'{key.hex()}'", database=str(path))
    engine = create_engine(
        url,
        poolclass=NullPool,
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader needs no lock; a writer takes it now, so that it cannot fail half-way.
        raw_connection(connection).execute("BEGIN" if connection.info.get("reading") else "BEGIN IMMEDIATE")

    return engine


def _check_place(path: Path) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise StationNotWritable(f"the folder {folder} is not there: make it, or correct the data folder's setting")
    for place in (folder, path) if path.exists() else (folder,):
        if not os.access(place, os.R_OK | os.W_OK) or os.statvfs(place).f_flag & os.ST_RDONLY:
            raise StationNotWritable(f"{place} is read-only for this user: give it to the kiosk's user")
    if path.is_dir():
        raise StationNotWritable(f"{path} is a folder, it must be the station's file")


def _check_whole(connection: Connection, path: Path) -> None:
    raw = raw_connection(connection)
    try:
        if raw.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            raise StationNotWritable(f"the disk under {path} does not allow a WAL: put it on a local disk")
        findings = [row[0] for row in raw.execute("PRAGMA quick_check(5)")]
    except sqlcipher3.Error as error:
        raise _explained(error, path) from error
    if findings != ["ok"]:
        raise StationUnreadable(
            f"{path} is damaged ({findings[0]}): close the station for sale, keep the file, and restore it"
        )


def _claim(connection: Connection, path: Path, station: str, now: datetime) -> None:
    """Bind the file to its station, and carry the service counter past everything an older copy can have used."""
    with connection.begin():
        owner = connection.exec_driver_sql("SELECT value FROM station_value WHERE key = 'station'").scalar()
        if owner is None:
            connection.exec_driver_sql("INSERT INTO station_value (key, value) VALUES ('station', ?)", (station,))
        elif owner != station:
            raise StationFault(
                f"{path} belongs to station {owner}, this is station {station}: give this station its own data folder"
            )
        connection.exec_driver_sql(
            "UPDATE counter SET value = max(value, ?) WHERE name = 'service'", (least_service_count(now),)
        )


def _explained(error: Exception, path: Path) -> StationFault:
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code == sqlcipher3.SQLITE_NOTADB or "not a database" in str(cause):
        return StationUnreadable(
            f"{path} cannot be read with this key: use the key file it was made with, "
            "or, when that is the one, the file is damaged and must be restored"
        )
    if code == sqlcipher3.SQLITE_CORRUPT:
        return StationUnreadable(f"{path} is damaged ({cause}): close the station for sale, keep the file, restore it")
    if code in (sqlcipher3.SQLITE_READONLY, sqlcipher3.SQLITE_CANTOPEN, sqlcipher3.SQLITE_FULL):
        return StationNotWritable(f"{path} cannot be written ({cause}): check the disk's room and the folder's owner")
    if code == sqlcipher3.SQLITE_BUSY:
        return StationFault(f"{path} is in use by another program: end the other kiosk process first")
    return StationFault(f"{path} cannot be opened: {cause}")
