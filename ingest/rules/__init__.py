"""The rules of reading by name, each with examples of what it reads and what it leaves alone."""
