"""Cetak: a paper of any screen on a printer of this laptop."""
