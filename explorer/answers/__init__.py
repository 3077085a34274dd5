"""What the API answers with: frozen dataclasses, and the functions that make them of the values of ``kg``."""
