"""The graph: who and what is one, the graph as a value, its vocabulary, the stores and the workspace."""
