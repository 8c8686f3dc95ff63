"""The pages for headquarters: sales, parked entries, stations."""
