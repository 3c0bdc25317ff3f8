"""Remarks (catatan & rekomendasi) over all evaluations."""
