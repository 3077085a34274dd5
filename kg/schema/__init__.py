"""The vocabulary, read from ``kg/schema.yaml``, and its reference page."""
