"""Use cases of the endless aisle: find, check, choose how to receive, order."""
