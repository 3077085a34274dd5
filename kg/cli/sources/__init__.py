"""``kg source``: copies of the sources that reports cite."""
