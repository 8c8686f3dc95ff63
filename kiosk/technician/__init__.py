"""Use cases of who repairs: the devices there are, as measured."""
