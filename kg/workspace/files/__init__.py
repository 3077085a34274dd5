"""What is in a workspace's folder: one module a kind of file."""
