"""Rows of people, bodies and places, where each is mentioned, and how people are related."""
