"""One file for each sub-command of the command line."""
