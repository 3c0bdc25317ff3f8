"""Simpanan gabungan: the portfolio of a ministry or of one Kanwil, only read."""
