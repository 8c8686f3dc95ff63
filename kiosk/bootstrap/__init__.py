"""The only place that knows all concrete classes; builds a kiosk, real or simulated."""
