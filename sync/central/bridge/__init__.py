"""The bridge to what a chain already runs: imports and exports."""
