"""Kunjungan: the day of an evaluation on the spot: agenda, what is written down, meetings, berita acara."""
