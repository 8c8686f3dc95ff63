"""Tables of anonymous events, experiments and retention."""
