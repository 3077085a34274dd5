"""The rules of cases, a module a kind of evidence: each finds entries that are tied by it."""
