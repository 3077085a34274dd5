"""The vocabulary as an ontology, derived from ``kg/schema.yaml``."""
