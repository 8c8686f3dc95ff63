"""The tables of station.db as SQLAlchemy Core sees them; `migrations/` makes them."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

journal_head = Table(
    "journal_head",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("hash", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("signature", Text, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

attempt = Table(
    "attempt",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("attempt_id", Text, nullable=False, unique=True),
    Column("sale_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("cart", Text, nullable=False),
    Column("charged", Integer, nullable=False),
    Column("handle", Text, nullable=False),
    Column("handle_time", Text, nullable=False),
    Column("brand", Text, nullable=False),
    Column("masked_card", Text, nullable=False),
    Column("approval_code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("customer_receipt", Text, nullable=False),
    Column("reversal_service_id", Text, nullable=False),
    Column("tender", Text, nullable=False),
    Column("months", Integer, nullable=False),
    Column("allow_partial", Integer, nullable=False),
    Column("mark", Text, nullable=False),
    Column("reversal_mark", Text, nullable=False),
    Column("reversed_at", Text, nullable=False),
    Column("record", Text, nullable=False),
)
Index("attempt_state", attempt.c.state)

sale = Table(
    "sale",
    metadata,
    Column("sale_id", Text, primary_key=True),
    Column("receipt_number", Integer, nullable=False, unique=True),
    Column("completed_at", Text, nullable=False),
    Column("total", Integer, nullable=False),
    Column("document", Text, nullable=False),
)

sale_tender = Table(
    "sale_tender",
    metadata,
    Column("attempt_id", Text, primary_key=True),
    Column("sale_id", Text, nullable=False),
)

kept_cart = Table(
    "kept_cart",
    metadata,
    Column("slot", Integer, CheckConstraint("slot = 1"), primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
)

stock_move = Table(
    "stock_move",
    metadata,
    Column("move", Integer, primary_key=True),
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("at_us", Integer, nullable=False),  # microseconds since 1970 UTC: comparable whatever the shop's zone
    Column("sequence", Integer, nullable=False),  # the journal's end in the same commit
)
Index("stock_move_sku", stock_move.c.sku, stock_move.c.at_us)

stock_count = Table(
    "stock_count",
    metadata,
    Column("sku", Text, primary_key=True),
    Column("shop", Text, primary_key=True),
    Column("on_hand", Integer, nullable=False),
    Column("counted_at", Text, nullable=False),
    Column("position", Integer, nullable=False),  # in central's feed of changes
)

coupon_use = Table(
    "coupon_use",
    metadata,
    Column("coupon", Text, primary_key=True),
    Column("serial", Text, primary_key=True),
    Column("sale_id", Text, nullable=False),
    Column("at", Text, nullable=False),
)

promotion_use = Table(
    "promotion_use",
    metadata,
    Column("use", Integer, primary_key=True),
    Column("promotion", Text, nullable=False),
    Column("member", Text, nullable=False),  # "" for a sale without a member
    Column("day", Text, nullable=False),  # of the shop, as ISO 8601
    Column("applications", Integer, nullable=False),
    Column("sale_id", Text, nullable=False),
)
Index("promotion_use_day", promotion_use.c.day, promotion_use.c.promotion)
Index(
    "promotion_use_member",
    promotion_use.c.member,
    promotion_use.c.promotion,
    sqlite_where=promotion_use.c.member != "",
)

print_state = Table(
    "print_state",
    metadata,
    Column("sale_id", Text, primary_key=True),
    Column("state", Text, nullable=False),
)

station_value = Table(
    "station_value",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
