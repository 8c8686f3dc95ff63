"""What a driver of each device category offers."""
