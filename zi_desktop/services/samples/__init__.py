"""The sample visit that the demo plays."""
