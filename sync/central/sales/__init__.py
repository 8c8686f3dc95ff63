"""Sales and the payments they came from."""
