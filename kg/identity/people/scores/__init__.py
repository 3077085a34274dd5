"""Points for and against two clusters being one person: their names, their context, how rare the name is."""
