"""Engine, sessions and schema of central's PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_MIGRATION_LOCK = 7_201_001


def open_engine(url: str, *, connections: int = 10) -> Engine:
    """Connections to `url` (postgresql://…), checked before use and given up after 5 s without an answer."""
    for_psycopg = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(
        for_psycopg,
        pool_size=connections,
        max_overflow=connections,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "options": "-c timezone=UTC -c lock_timeout=20s"},
    )


def plain_url(engine: Engine) -> str:
    """The address of an engine's database as psycopg itself takes it."""
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def migrate(engine: Engine) -> None:
    """Bring the schema to this program's version; several centrals starting at once take turns."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _MIGRATION_LOCK})
        try:
            connection.commit()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _MIGRATION_LOCK})
            connection.commit()


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One transaction: committed when the block ends well, rolled back when it raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
