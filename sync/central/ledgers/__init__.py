"""The checker of the invariants I-1 to I-9 over three ledgers: terminals', stations' journals, central's books."""
