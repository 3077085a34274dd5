"""Which days a report is about, and on what grounds."""
