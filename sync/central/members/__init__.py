"""Members: consent, and what a person may see and have erased."""
