"""Reports coming in: what an ingest does with each file, and why."""
