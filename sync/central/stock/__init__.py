"""Stock: movements, never overwrites; counts published in commit order."""
