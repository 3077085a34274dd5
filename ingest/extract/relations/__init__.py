"""Ties between people, and between people and bodies."""
