"""Sanctions with a term of time: which words a term belongs to, and until when."""
