"""The last check of a file: nothing that the profile took out is in its bytes, in whatever way they are written.

Archives are opened, and references and escapes are read as what they stand for: ``&eacute;``, ``%C3%A9``, ``\\u00e9``,
base64.
"""

import base64
import binascii
import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO
from urllib.parse import unquote

from exports.profiles.words.secrets import SecretKind, Secrets
from ingest.errors import KgError

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})")
_DEPTH = 4
"""How many archives in one another are opened."""


def make_guard(secrets: Secrets, profile: str) -> Callable[[BinaryIO], None]:
    """A check of a file: reads it from its start and raises ``KgError`` if a secret is in it."""

    def check(file: BinaryIO) -> None:
        file.seek(0)
        found = find_secrets(file.read(), secrets) if len(secrets) else Counter()
        if found:
            listed = ", ".join(f"{number} of kind {kind}" for kind, number in sorted(found.items()))
            raise KgError(
                f"The file was not written: it would contain what profile {profile} leaves out ({listed})."
                " Use a stricter profile, and report this as a bug."
            )

    return check


def find_secrets(data: bytes, secrets: Secrets) -> Counter[SecretKind]:
    """How often secrets of each kind are in some bytes."""
    found: Counter[SecretKind] = Counter()
    for text in readings(data):
        found.update(secrets.find(text))
    return found


def readings(data: bytes, depth: int = 0) -> Iterator[str]:
    """The texts that some bytes may be read as: plain, unescaped, decoded, and those of the files in an archive."""
    if depth < _DEPTH and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for info in archive.infolist():
                yield info.filename
                yield from readings(archive.read(info), depth + 1)
        return
    text = _decoded(data)
    yield text
    plain = unquote(html.unescape(_ESCAPE.sub(_character, text)))
    if plain != text:
        yield plain
        again = unquote(html.unescape(plain))
        if again != plain:
            yield again
    for run in _BASE64.finditer(data):
        if (inner := _from_base64(run.group())) is not None:
            yield inner


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def _character(escape: re.Match[str]) -> str:
    code = int(next(filter(None, escape.groups())), 16)
    return chr(code) if code < 0x110000 else ""


def _from_base64(run: bytes) -> str | None:
    """What a run of letters and digits stands for in base64; ``None`` if that is no text."""
    signs = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    try:
        return base64.b64decode(signs + b"=" * (-len(signs) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
