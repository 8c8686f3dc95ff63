"""Cash receipts (현금영수증) are issued here: each is an attempt whose end is never guessed."""
