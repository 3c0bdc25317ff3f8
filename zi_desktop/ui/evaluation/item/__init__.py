"""The item in the middle of Penilaian: its question, answer, notes and guidance."""
