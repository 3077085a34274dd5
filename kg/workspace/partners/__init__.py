"""Partners' graphs that are kept: what they state, and their texts."""
