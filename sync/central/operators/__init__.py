"""Operators of central: who they are, how they sign in, what they may do and what they did."""
