"""Whom words of law or of a sanction are about."""
