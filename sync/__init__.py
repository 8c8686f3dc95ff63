"""Between shop and headquarters."""
