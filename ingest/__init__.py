"""Reading: a report's bytes become text, entries, and facts with their evidence."""
