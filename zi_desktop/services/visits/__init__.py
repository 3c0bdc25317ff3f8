"""The day of a visit and its papers."""
