"""Satker: their directory, profile, funnel and preconditions."""
