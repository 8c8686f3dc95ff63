"""Pure retail: what things are and what they cost; imports the standard library only."""
