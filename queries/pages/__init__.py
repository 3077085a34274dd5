"""Everything that the graph has about one thing, as a page of typed lines, apart from any screen."""
