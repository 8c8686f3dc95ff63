"""The schema's history, run by `sync.central.database.engine.migrate`."""
