"""Short digests of bytes: ids, fingerprints and digests of rows are all made with this one function."""

import hashlib


def short_digest(data: bytes, digits: int = 16) -> str:
    """The first hex digits of SHA-256: of a million things two share 16 digits with a chance of one in 40 million."""
    return hashlib.sha256(data).hexdigest()[:digits]
