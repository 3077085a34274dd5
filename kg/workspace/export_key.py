"""``export.key``: the secret from which pseudonyms are made. Whoever has it can tell who a pseudonym is.

A line of 64 hexadecimal digits, a blank and the beginning of their SHA-256; files of earlier versions have the digits
alone. ``export.key.made`` says that there was a key, so that a lost one is not replaced without a word.
"""

import re
import secrets

from ingest.errors import KgError
from ingest.formats.regular_files import read_regular_file
from kg.system.digests import short_digest
from kg.system.durable_files import write_durably
from kg.workspace.files.layout import Layout

_BYTES = 32
_LINE = re.compile(rb"([0-9a-f]{64})(?: ([0-9a-f]{16}))?\n")


def load_export_key(layout: Layout) -> bytes:
    """The workspace's key, made when it is first needed.

    Raises ``KgError`` if the file is lost or damaged: another key would give everybody another pseudonym.
    """
    for problem in find_key_problems(layout):
        raise KgError(problem)
    if not layout.export_key.exists():
        key = secrets.token_hex(_BYTES).encode()
        write_durably(layout.export_key, key + b" " + short_digest(key).encode() + b"\n")
    if not layout.export_key_made.exists():
        write_durably(layout.export_key_made, b"")
    return bytes.fromhex(_digits(layout).decode())


def find_key_problems(layout: Layout) -> list[str]:
    """What is wrong with the key, as sentences; nothing where none was needed yet."""
    if not layout.export_key.exists():
        return [f"{layout.export_key}: the key is lost. {_advice(layout)}"] if layout.export_key_made.exists() else []
    return [] if _digits(layout) else [f"{layout.export_key}: the key is damaged. {_advice(layout)}"]


def _digits(layout: Layout) -> bytes:
    """The key in hexadecimal digits; empty where the file is not as it was written."""
    found = _LINE.fullmatch(read_regular_file(layout.export_key, 1024))
    if not found or (found[2] and short_digest(found[1]).encode() != found[2]):
        return b""
    return found[1]


def _advice(layout: Layout) -> str:
    return (
        "Restore it from a backup. To begin with a new key, remove it and"
        f" {layout.export_key_made.name}: nobody can match earlier pseudonyms with later ones then."
    )
