"""Questions about ties between people that need more than Cypher."""
