"""Restrictions and recalls, and an item's further categories and deposit."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("item", sa.Column("groups", sa.Text(), server_default="", nullable=False))
    op.add_column("item", sa.Column("deposit", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    op.create_table(
        "restriction",
        sa.Column("restriction", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("restriction"),
    )
    op.create_table(
        "recall",
        sa.Column("recall", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("recall"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("recall")
    op.drop_table("restriction")
    op.drop_column("item", "deposit")
    op.drop_column("item", "groups")
