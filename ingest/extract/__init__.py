"""Extractors: each module reads one kind of fact out of an entry's text."""
