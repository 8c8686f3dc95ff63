"""Step 1: everything the first station keeps."""

STATEMENTS = (
    """CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL)""",
    # The chain finds an edit afterwards; these refuse one made by mistake in our own code.
    """CREATE TRIGGER journal_keeps_entries BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only: an entry is never edited'); END""",
    """CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only: an entry is never deleted'); END""",
    """CREATE TABLE journal_head (
        sequence INTEGER PRIMARY KEY, hash TEXT NOT NULL, at TEXT NOT NULL, signature TEXT NOT NULL)""",
    "CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL)",
    "INSERT INTO counter (name, value) VALUES ('receipt', 0), ('service', 0), ('acknowledged', 0), ('stock', 0)",
    """CREATE TABLE attempt (
        position INTEGER PRIMARY KEY, attempt_id TEXT NOT NULL UNIQUE, sale_id TEXT NOT NULL,
        service_id TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, state TEXT NOT NULL,
        started_at TEXT NOT NULL, cart TEXT NOT NULL, charged INTEGER NOT NULL, handle TEXT NOT NULL,
        handle_time TEXT NOT NULL, brand TEXT NOT NULL, masked_card TEXT NOT NULL, approval_code TEXT NOT NULL,
        reason TEXT NOT NULL, raw TEXT NOT NULL, customer_receipt TEXT NOT NULL,
        reversal_service_id TEXT NOT NULL)""",
    "CREATE INDEX attempt_state ON attempt (state)",
    """CREATE TABLE sale (
        sale_id TEXT NOT NULL PRIMARY KEY, receipt_number INTEGER NOT NULL UNIQUE, completed_at TEXT NOT NULL,
        total INTEGER NOT NULL, document TEXT NOT NULL)""",
    # One row an approved attempt: the primary key is invariant I-1 (an attempt pays one sale only).
    "CREATE TABLE sale_tender (attempt_id TEXT NOT NULL PRIMARY KEY, sale_id TEXT NOT NULL)",
    """CREATE TABLE kept_cart (
        slot INTEGER PRIMARY KEY CHECK (slot = 1), document TEXT NOT NULL, kept_at TEXT NOT NULL)""",
    """CREATE TABLE stock_move (
        move INTEGER PRIMARY KEY, sku TEXT NOT NULL, quantity INTEGER NOT NULL, at_us INTEGER NOT NULL,
        sequence INTEGER NOT NULL)""",
    "CREATE INDEX stock_move_sku ON stock_move (sku, at_us)",
    """CREATE TABLE stock_count (
        sku TEXT NOT NULL, shop TEXT NOT NULL, on_hand INTEGER NOT NULL, counted_at TEXT NOT NULL,
        position INTEGER NOT NULL, PRIMARY KEY (sku, shop))""",
    "CREATE TABLE print_state (sale_id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL)",
    "CREATE TABLE station_value (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
)
