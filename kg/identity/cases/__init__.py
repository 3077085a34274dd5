"""Which entries belong to one case."""
