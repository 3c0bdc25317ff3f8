"""The screen on which people settle what two laptops say differently."""
