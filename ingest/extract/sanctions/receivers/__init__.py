"""Who receives a sanction."""
