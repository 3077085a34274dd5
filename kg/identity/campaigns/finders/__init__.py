"""The rules of campaigns: each finds entries that answer one call."""
