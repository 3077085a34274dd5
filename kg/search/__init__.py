"""Full-text search over names and entries, in an SQLite file that every generation has."""
