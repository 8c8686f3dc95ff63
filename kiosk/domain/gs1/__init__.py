"""GS1's language: application identifiers, element strings, Digital Link addresses, and what their values may be."""
