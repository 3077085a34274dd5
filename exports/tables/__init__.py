"""The graph as tables, one for each kind of node and relationship, with a dictionary of their columns."""
