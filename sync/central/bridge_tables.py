"""Tables of imports and exports."""
