"""Step 4: attempts keep what a terminal's approval needs for a later cancel, and where its counting stood before."""

STATEMENTS = (
    "ALTER TABLE attempt ADD COLUMN months INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempt ADD COLUMN allow_partial INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempt ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN reversal_mark TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN reversed_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN record TEXT NOT NULL DEFAULT '{}'",
)
