"""Step 2: coupons that were used up, and how often promotions were applied."""

STATEMENTS = (
    # One row a coupon of single use: the primary key keeps it from counting twice on this station.
    """CREATE TABLE coupon_use (
        coupon TEXT NOT NULL, serial TEXT NOT NULL, sale_id TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (coupon, serial))""",
    """CREATE TABLE promotion_use (
        use INTEGER PRIMARY KEY, promotion TEXT NOT NULL, member TEXT NOT NULL, day TEXT NOT NULL,
        applications INTEGER NOT NULL, sale_id TEXT NOT NULL)""",
    "CREATE INDEX promotion_use_day ON promotion_use (day, promotion)",
    "CREATE INDEX promotion_use_member ON promotion_use (member, promotion) WHERE member <> ''",
)
