"""Ids made from what a thing is (design, rule 7): the same words always give the same id."""

from kg.system.digests import short_digest


def short_hash(*parts: str) -> str:
    """16 hex digits that stand for these parts in this order."""
    return short_digest("\x1f".join(parts).encode())


def thing_id(prefix: str, *parts: str) -> str:
    """An id made from what a thing is, such as a body's kind, name and place: ``court-3f2a9c81d0b4e6f7``."""
    return f"{prefix}-{short_hash(*parts)}"


def mention_id(report: str, fingerprint: str, copy: int, prefix: str, *what: str | int | None) -> str:
    """The id of something in an entry, such as ``person-3f…``: the entry's report, the hash of its text, its copy."""
    parts = (report, fingerprint, str(copy), *("" if w is None else str(w) for w in what))
    return f"{prefix}-{short_hash(*parts)}"
