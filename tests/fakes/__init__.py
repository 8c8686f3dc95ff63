"""Small true implementations of ports for tests."""
