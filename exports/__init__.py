"""What is handed on: the facts, RDF, a picture. Pure functions of graph values and facts, and thin writers."""
