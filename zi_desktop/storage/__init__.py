"""The workspace on disk: one SQLite file, its events, and what is computed from them."""
