"""Citations of law, and the charges they make."""
