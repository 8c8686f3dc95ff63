"""Versioned documents shared by both ends; a field is added, never repurposed."""
