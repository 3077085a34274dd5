"""Sanctions: kinds, terms, sums, and whether imposed or requested."""
