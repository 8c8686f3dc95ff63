"""Which check digit stands inside an in-store number, and how many decimals its value has."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    kind = "CASE WHEN inner_check THEN 'gs1' ELSE 'none' END"
    op.alter_column("in_store_template", "inner_check", type_=sa.Text(), postgresql_using=kind)
    op.add_column("in_store_template", sa.Column("decimals", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("in_store_template", "decimals")
    op.alter_column("in_store_template", "inner_check", type_=sa.Boolean(), postgresql_using="inner_check = 'gs1'")
