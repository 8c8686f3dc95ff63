"""Prices of shops, prices with a beginning, and the feed of changes that catalogues are published from."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Table, kind, column of the shop ("" where the row concerns all), column that names the row.
_WATCHED = (
    ("item", "item", "''", "sku"),
    ("price", "price", "shop", "sku"),
    ("promotion", "promotion", "''", "promotion"),
    ("restriction", "restriction", "''", "restriction"),
    ("recall", "recall", "''", "recall"),
    ("shop", "shop", "''", "shop"),
    ("place", "place", "shop", "place"),
    ("staff", "staff", "shop", "person"),
    ("member", "member", "''", "code"),
    ("in_store_template", "template", "''", "prefix"),
)

# A statement that changes more rows than this leaves one row for all of them: a new file is cheaper then.
_MOST_NAMED = 50_000

# Triggers, so that no program can change a price and forget the feed: not ours, not a script on the database.
# Once a statement and not once a row: loading a million items costs one look at what came.
_FUNCTION = """
CREATE FUNCTION note_change_of_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        INSERT INTO catalogue_change (kind, shop, subject) VALUES ('{kind}', '', '*');
    ELSIF TG_OP = 'INSERT' THEN
        IF (SELECT count(*) FROM new_rows) > {most} THEN
            INSERT INTO catalogue_change (kind, shop, subject) VALUES ('{kind}', '', '*');
        ELSE
            INSERT INTO catalogue_change (kind, shop, subject) SELECT DISTINCT '{kind}', {shop}, {subject} FROM new_rows;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF (SELECT count(*) FROM old_rows) > {most} THEN
            INSERT INTO catalogue_change (kind, shop, subject) VALUES ('{kind}', '', '*');
        ELSE
            INSERT INTO catalogue_change (kind, shop, subject) SELECT DISTINCT '{kind}', {shop}, {subject} FROM old_rows;
        END IF;
    ELSE
        IF (SELECT count(*) FROM new_rows) > {most} THEN
            INSERT INTO catalogue_change (kind, shop, subject) VALUES ('{kind}', '', '*');
        ELSE
            INSERT INTO catalogue_change (kind, shop, subject)
            SELECT DISTINCT '{kind}', {shop}, {subject} FROM (
                (TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)
            ) AS changed;
        END IF;
    END IF;
    IF FOUND THEN
        PERFORM pg_notify('baro_catalogue', '');
    END IF;
    RETURN NULL;
END $$
"""
_TRIGGERS = (
    ("added", "INSERT", "REFERENCING NEW TABLE AS new_rows"),
    ("changed", "UPDATE", "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows"),
    ("dropped", "DELETE", "REFERENCING OLD TABLE AS old_rows"),
    ("emptied", "TRUNCATE", ""),
)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "price",
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("effective_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("member_price", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("shop", "sku", "effective_at"),
    )
    op.create_index("ix_price_effective_at", "price", ["effective_at"])
    op.create_table(
        "catalogue_change",
        sa.Column("change", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("shop", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("change"),
        sa.UniqueConstraint("position"),
    )
    op.create_index(
        "catalogue_change_new", "catalogue_change", ["change"], postgresql_where=sa.text("position IS NULL")
    )
    op.create_index("catalogue_change_shop", "catalogue_change", ["shop", "position"])
    op.execute("CREATE SEQUENCE catalogue_position")
    for table, kind, shop, subject in _WATCHED:
        told = {"table": table, "kind": kind, "shop": shop, "subject": subject, "most": _MOST_NAMED}
        op.execute(_FUNCTION.format(**told))
        for word, event, rows in _TRIGGERS:
            op.execute(
                f"CREATE TRIGGER {table}_{word} AFTER {event} ON {table} {rows}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION note_change_of_{table}()"
            )


def downgrade() -> None:
    """Back."""
    for table, _kind, _shop, _subject in _WATCHED:
        op.execute(f"DROP FUNCTION note_change_of_{table}() CASCADE")
    op.execute("DROP SEQUENCE catalogue_position")
    op.drop_table("catalogue_change")
    op.drop_table("price")
