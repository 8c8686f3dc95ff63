"""Step 3: attempts name their tender; those of before were all by card."""

STATEMENTS = ("ALTER TABLE attempt ADD COLUMN tender TEXT NOT NULL DEFAULT 'card'",)
