"""Questions about periods that need more than Cypher."""
