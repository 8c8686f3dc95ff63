"""All stations of a chain together: waking them, their settings, commands to them, and what they say of themselves."""
