"""Rows of charges, provisions, sanctions and stays."""
