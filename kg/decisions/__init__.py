"""What people decided: the journal, and how a decision finds what it is about."""
