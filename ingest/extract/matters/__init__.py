"""What an entry is about: what ties it to other entries."""
