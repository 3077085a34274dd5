"""The entries in force in one order, and the ids of what they mention."""
