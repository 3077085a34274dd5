"""A bundle that came from somebody: what it says of itself, whether it is whole, and the graph in it."""
