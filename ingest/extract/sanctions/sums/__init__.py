"""Sanctions with a sum of money."""
