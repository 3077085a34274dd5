"""Reports coming in: what was read of them, and what was not."""
