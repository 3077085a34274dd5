"""A workspace out of harm: one file that holds all of it, and encryption at rest."""
