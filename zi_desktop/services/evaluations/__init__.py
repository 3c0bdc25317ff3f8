"""Evaluations: begun, answered, looked at, judged ready or not."""
