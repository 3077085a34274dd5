"""Named people: their names, roles, offices and occupations."""
