"""Headquarters' server: stores first, understands later."""
