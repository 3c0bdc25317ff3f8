"""Worksheets in and out, and the editions that official files bring."""
