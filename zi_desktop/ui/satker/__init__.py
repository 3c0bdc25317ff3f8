"""Profil satker: what is known of a satker beside its evaluations."""
