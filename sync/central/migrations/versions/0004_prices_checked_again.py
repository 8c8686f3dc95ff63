"""Which sales were priced again, and what differs; sales that are in the books already wait for it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "price_check",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("sale", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'same', 'different', 'not_checked')", name="price_check_state"),
        sa.PrimaryKeyConstraint("station", "sequence"),
    )
    op.create_index(
        "price_check_waiting",
        "price_check",
        ["shop", "catalogue_version"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "price_check_told",
        "price_check",
        ["checked_at"],
        postgresql_where=sa.text("state IN ('different', 'not_checked')"),
    )
    op.create_table(
        "price_difference",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("charged", sa.BigInteger(), nullable=True),
        sa.Column("expected", sa.BigInteger(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["station", "sequence"], ["price_check.station", "price_check.sequence"]),
        sa.PrimaryKeyConstraint("station", "sequence", "number"),
    )
    op.execute(
        "INSERT INTO price_check (station, sequence, shop, sale, catalogue_version, state)"
        " SELECT station, sequence, shop, body::jsonb ->> 'sale', (body::jsonb ->> 'catalogue_version')::bigint,"
        " 'waiting' FROM journal_entry WHERE state = 'posted' AND kind IN ('sale.completed', 'order.kept')"
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("price_difference")
    op.drop_table("price_check")
