"""Footnotes: their marks in entries, the list of references, and what does not fit between the two."""
