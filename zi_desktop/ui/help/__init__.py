"""Bantuan: the keys, and where things are."""
