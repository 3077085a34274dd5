"""What people decide on the page: which facts are meant, and the work of recording it, in a process of its own."""
