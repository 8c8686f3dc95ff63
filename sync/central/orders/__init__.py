"""Orders: what is to be shipped or kept ready."""
