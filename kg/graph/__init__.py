"""The graph as a value, apart from any database."""
