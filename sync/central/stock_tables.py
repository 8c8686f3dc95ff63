"""Tables of reservations and safety stock."""
