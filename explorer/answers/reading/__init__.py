"""The start page, the reading room and the review."""
