"""What a report file is worth, in words."""
