"""The places of an entry's header."""
