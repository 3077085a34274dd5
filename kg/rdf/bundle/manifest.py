"""``manifest.json``: what a bundle holds, file by file, and what it says of itself."""

import msgspec

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
"""The detached signature of the manifest, where there is one."""
VERSION = 1


class BundleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: its size in bytes, the SHA-256 of its content in hexadecimal digits, and what it is."""

    size: int
    sha256: str
    about: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """``counts`` are of each label and relationship type; ``format`` is the version of this layout.

    ``part`` says of which part of the sender's graph the bundle is, in a sentence; a bundle of everything has none.
    """

    format: int
    issued: str
    profile: str
    publisher: str
    licence: str
    terms_of_use: str
    software: str
    rules: str
    vocabulary: str
    counts: dict[str, int]
    files: dict[str, BundleFile]
    part: str = ""


def encode_manifest(manifest: Manifest) -> bytes:
    """The file: JSON that a person can read, with sorted keys."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2) + b"\n"
