"""Catatan & rekomendasi: writing a remark down from the item that is shown."""
