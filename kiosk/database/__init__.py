"""The station's two SQLite files: the catalogue copy and what must never be lost."""
