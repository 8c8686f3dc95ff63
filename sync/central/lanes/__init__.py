"""Checkouts of a shop among each other: who takes cards now, and carts that wait under a number."""
