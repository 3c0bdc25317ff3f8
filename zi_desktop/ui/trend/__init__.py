"""Tren: how a satker's areas developed over its evaluations."""
