"""Runs the schema's history on the connection that `migrate` hands over."""

from alembic import context

from sync.central import cash_receipt_tables, catalogue_tables, lane_tables
from sync.central.tables import Books

# The tables are known once their modules were read.
assert catalogue_tables.ItemRow.metadata is Books.metadata  # noqa: S101
assert cash_receipt_tables.CashReceiptRow.metadata is Books.metadata  # noqa: S101
assert lane_tables.LaneRow.metadata is Books.metadata  # noqa: S101

context.configure(connection=context.config.attributes["connection"], target_metadata=Books.metadata)
with context.begin_transaction():
    context.run_migrations()
