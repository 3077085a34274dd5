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
from typing import IO, BinaryIO
from urllib.parse import unquote

from exports.profiles.words.secrets import SecretKind, Secrets
from ingest.errors import KgError

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})")
_TAG = re.compile(r"<[^<>]{1,500}>")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DEPTH = 4
"""How many archives in one another are opened."""
_WINDOW = 1 << 20
"""Bytes that are searched at once."""
_OVERLAP = 1 << 16
"""Bytes that two windows share: more than the longest secret in any way of writing."""


def make_guard(secrets: Secrets, profile: str) -> Callable[[BinaryIO], None]:
    """A check of a file: reads it from its start and raises ``KgError`` if a secret is in it."""

    def check(file: BinaryIO) -> None:
        file.seek(0)
        found = _find(file, secrets) if len(secrets) else Counter()
        if found:
            listed = ", ".join(f"{number} of kind {kind}" for kind, number in sorted(found.items()))
            raise KgError(
                f"The file was not written: it would contain what profile {profile} leaves out ({listed})."
                " Use a stricter profile, and report this as a bug."
            )

    return check


def find_secrets(data: bytes, secrets: Secrets) -> Counter[SecretKind]:
    """How often secrets of each kind are in some bytes; in each reading, and twice where two windows overlap."""
    return _find(io.BytesIO(data), secrets)


def readings(data: bytes) -> Iterator[str]:
    """The texts that some bytes may be read as: plain, unescaped, decoded, and those of the files in an archive."""
    return _readings(io.BytesIO(data))


def _find(file: BinaryIO | IO[bytes], secrets: Secrets) -> Counter[SecretKind]:
    found: Counter[SecretKind] = Counter()
    for text in _readings(file):
        found.update(secrets.find(text))
    return found


def _readings(file: BinaryIO | IO[bytes], depth: int = 0) -> Iterator[str]:
    if depth < _DEPTH and zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for info in archive.infolist():
                yield info.filename
                with archive.open(info) as member:
                    yield from _readings(member, depth + 1)
        return
    file.seek(0)
    for window in _windows(file):
        yield from _texts(window)


def _windows(file: BinaryIO | IO[bytes]) -> Iterator[bytes]:
    """A file in overlapping pieces that begin and end at white space, so that no word is cut and none is missed.

    A file in UTF-16 is one piece; no export is written so. So is a run without white space, however long.
    """
    data = file.read(_WINDOW)
    if data.startswith(_UTF16):
        yield data + file.read()
        return
    while block := file.read(_WINDOW):
        data += block
        end = _last_blank(data, len(data))
        start = _last_blank(data, end - _OVERLAP)
        if start > 0:
            yield data[:end]
            data = data[start:]
    yield data


def _last_blank(data: bytes, end: int) -> int:
    return max(data.rfind(blank, 0, end) for blank in (b" ", b"\n", b"\t")) if end > 0 else 0


def _texts(data: bytes) -> Iterator[str]:
    text = _decoded(data)
    yield text
    if "</" in text:  # words that are partly bold stand in several elements
        yield html.unescape(_TAG.sub("", text))
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
    if data.startswith(_UTF16):
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
