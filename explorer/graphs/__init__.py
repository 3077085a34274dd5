"""The graph that is explored, kept open between requests."""
