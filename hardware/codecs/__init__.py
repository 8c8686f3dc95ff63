"""Bytes and their meaning, without input or output."""
