"""Tables of what is known of journals besides their entries: epochs and signed heads."""
