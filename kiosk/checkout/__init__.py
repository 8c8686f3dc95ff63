"""Use cases of the till: from the first scan to the receipt."""
