"""Cash receipts that are issued here."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    whole = [sa.Column(name, sa.BigInteger(), nullable=False) for name in ("supply", "tax", "total")]
    op.create_table(
        "cash_receipt",
        sa.Column("own_key", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "station", "shop", "sale")),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("purpose", "masked")),
        *whole,
        sa.Column("sold_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "reason")),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("tries", "misses")),
        sa.Column("alarmed", sa.Boolean(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("confirm_number", "trade_date")),
    )
    op.create_index("cash_receipt_due", "cash_receipt", ["next_at"])
    op.create_index("cash_receipt_sale", "cash_receipt", ["station", "sale"])


def downgrade() -> None:
    """Back."""
    op.drop_table("cash_receipt")
