"""Tables of operators, their sessions and of enrolments that wait for a yes."""
