"""Saved questions to the graph: one Cypher file each, with a header that says what an investigator learns from it."""
