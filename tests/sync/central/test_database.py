"""The schema and its history."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

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
