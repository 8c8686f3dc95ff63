"""The fleet: settings by group, commands, wake-up, health and figures of stations."""
