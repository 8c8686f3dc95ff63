"""Devices; knows bytes and device categories, nothing of retail, Qt or SQL."""
