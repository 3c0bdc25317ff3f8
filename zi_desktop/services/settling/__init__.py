"""What two laptops say differently: read side by side, and closed by a person."""
