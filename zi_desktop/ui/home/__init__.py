"""Beranda: the portfolio of satker."""
