"""Copies of the sources that reports cite: kept beside the reports, with a record of who attached them and when."""
