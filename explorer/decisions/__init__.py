"""What people decide on the page: which facts are meant, and who may decide."""
