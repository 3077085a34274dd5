"""Commands that show what the graph has: a search, and a thing on a page."""
