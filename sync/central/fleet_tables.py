"""Tables of settings, commands and reports of stations."""
