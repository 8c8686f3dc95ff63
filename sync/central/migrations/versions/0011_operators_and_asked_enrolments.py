"""Operators with roles and sessions; enrolments that wait for a yes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# What operators did is never changed; it is removed only by who says so in the same transaction: the retention.
_ACTS_STAY = """
CREATE FUNCTION operator_act_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('baro.retention', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what operators did is not changed';
END $$;
CREATE TRIGGER operator_act_stays BEFORE UPDATE OR DELETE ON operator_act
  FOR EACH ROW EXECUTE FUNCTION operator_act_stays();
"""


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "operator",
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("shops", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("must_choose", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('viewer', 'shop', 'headquarters', 'administrator')", name="operator_role"),
        sa.PrimaryKeyConstraint("operator"),
    )
    op.create_table(
        "operator_session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_operator_session_operator", "operator_session", ["operator"])
    op.create_table(
        "known_browser",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_known_browser_operator", "known_browser", ["operator"])
    op.create_table(
        "sign_in_try",
        sa.Column("origin", sa.LargeBinary(), nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wait_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("origin"),
    )
    op.create_index("ix_sign_in_try_last_at", "sign_in_try", ["last_at"])
    op.create_table(
        "operator_act",
        sa.Column("number", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_operator_act_at", "operator_act", ["at"])
    op.create_index("ix_operator_act_operator", "operator_act", ["operator"])
    op.execute(_ACTS_STAY)


def downgrade() -> None:
    """Back."""
    for table in ("operator_act", "sign_in_try", "known_browser", "operator_session", "operator"):
        op.drop_table(table)
    op.execute("DROP FUNCTION operator_act_stays()")
