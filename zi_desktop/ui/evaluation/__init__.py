"""Penilaian: the tree of questions, the item in the middle, the score beside it."""
