"""The vocabulary in RDF: its terms, what may be said with them, and files that say it."""
