"""Use cases of the staff on the floor: sign in and decide."""
