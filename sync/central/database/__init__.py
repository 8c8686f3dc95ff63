"""Connections to PostgreSQL, the embedded server, and the schema's migrations."""
