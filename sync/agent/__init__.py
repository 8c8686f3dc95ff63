"""The station's side of the exchange with central."""
