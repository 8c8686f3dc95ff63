"""Runs the schema's history on the connection that `migrate` hands over."""

from alembic import context

from sync.central.tables import Books

context.configure(connection=context.config.attributes["connection"], target_metadata=Books.metadata)
with context.begin_transaction():
    context.run_migrations()
