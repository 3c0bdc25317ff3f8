"""Pengaturan: agency, person, appearance."""
