"""Signed reports: built, signed in order, verified."""
