"""What people decide about the facts that partners state."""
