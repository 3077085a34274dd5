"""``export.key``: the secret from which pseudonyms are made. Whoever has it can tell who a pseudonym is."""

import re
import secrets

from ingest.errors import KgError
from ingest.formats.regular_files import read_regular_file
from kg.system.durable_files import write_durably
from kg.workspace.files.layout import Layout

_BYTES = 32
_LINE = re.compile(rb"[0-9a-f]{64}\n")


def load_export_key(layout: Layout) -> bytes:
    """The workspace's key, made when it is first needed.

    Raises ``KgError`` if the file is damaged: another key would give everybody another pseudonym.
    """
    if not layout.export_key.exists():
        write_durably(layout.export_key, secrets.token_hex(_BYTES).encode() + b"\n")
    line = read_regular_file(layout.export_key, 1024)
    if not _LINE.fullmatch(line):
        raise KgError(
            f"{layout.export_key}: not a key of 64 hexadecimal digits. Restore it from a backup; without the file, a"
            " new key is made, and nobody can match earlier pseudonyms with later ones."
        )
    return bytes.fromhex(line.decode())
