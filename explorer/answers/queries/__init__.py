"""Saved queries, typed Cypher and paths: forms and answers."""
