"""Sinkronisasi: what goes to colleagues and the Inspectorate, what comes from them, and where people disagree."""
