"""Numbered steps that bring station.db from any older shape to today's."""
