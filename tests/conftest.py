"""Shared by all tests: pytest puts this folder on the path, so that tests may import the builders beside it."""
