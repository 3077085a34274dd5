"""A canvas as a file that leaves, under a profile."""
