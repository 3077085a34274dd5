"""Which charges, sanctions and stays are one."""
