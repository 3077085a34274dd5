"""The header of an entry: a date and the places beside it."""
