"""Whether an RDF file is what the vocabulary says: every statement as it streams by, and SHACL shapes on a sample."""
