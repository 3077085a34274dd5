"""What people decided about facts, applied to the facts that were read: a pure function of both (docs/decisions.md)."""
