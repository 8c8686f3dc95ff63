"""Prices every uploaded sale again, by the catalogue that it names, and keeps what differs."""
