"""Who and what is one: which mentions are one person, one body, one place, one proceeding."""
