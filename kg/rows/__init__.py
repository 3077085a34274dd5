"""From facts and identity to the rows of the graph: one module a kind of row."""
