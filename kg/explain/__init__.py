"""Why two things are one, or two."""
