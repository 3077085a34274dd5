"""Periods: the words for them, and what they are called in ids."""
