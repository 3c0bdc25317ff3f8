"""Tinjau & tanda tangan: last checks, preview, signatures."""
