"""A bundle: one zip with an export in several formats, and what a receiver needs to read and to verify it."""
