"""What a PDF file draws: pieces of text with their place and size, and links, page by page.

The file is taken apart in a process of its own with bounds on memory and time: a file from elsewhere may be made to use
up either. That process gets the bytes and gives back what it found; it opens no file and no address.
"""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from ingest.errors import ReportRefused

PAGES = 2_000
SECONDS = 120
MEMORY = 2 * 1024**3
"""Bytes that taking a file apart may use."""
CHARACTERS = 16 * 1024 * 1024
LINKS = 2_000
"""Links of a page, at most."""
# Every link of a page is compared with every fragment: so many pairs, at most.
_COMPARED = 20_000_000

_RUN = "from ingest.formats.pdf.fragments import main; main()"
_REASONS = {
    "password": "it has a password. Save it without one.",
    "pages": f"more than {PAGES:,} pages. Split it into one file a month.",
    "links": f"a page has more than {LINKS:,} links. Save its text as .txt.",
    "characters": f"more than {CHARACTERS:,} characters. Split it into one file a month.",
}


class Fragment(msgspec.Struct, frozen=True, array_like=True):
    """A piece of text as it is drawn: where its baseline begins, in points from the page's lower left, and its size."""

    x: float
    y: float
    size: float
    text: str


class LinkArea(msgspec.Struct, frozen=True, array_like=True):
    """A rectangle of a page that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    url: str


class Page(msgspec.Struct, frozen=True, array_like=True):
    """A page's fragments in the order in which they are drawn, and its links."""

    fragments: tuple[Fragment, ...]
    links: tuple[LinkArea, ...]


def read_pages(data: bytes, name: str) -> list[Page]:
    """Take a PDF file apart. Raises ``ReportRefused`` naming the file if it is none, too large, or takes too long."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            [sys.executable, "-c", _RUN], input=data, capture_output=True, check=False, timeout=SECONDS, env=environment
        )
    except subprocess.TimeoutExpired:
        raise ReportRefused(f"{name}: reading it takes more than {SECONDS} seconds. Save its text as .txt.") from None
    if done.returncode == 0:
        return msgspec.json.decode(done.stdout, type=list[Page])
    reason = done.stdout.decode("ascii", "replace").strip()
    raise ReportRefused(
        f"{name}: {_REASONS.get(reason, 'it cannot be read as a PDF file. Open it, and save its text as .txt.')}"
    )


def main() -> None:
    """Read a file from standard input and write its pages to standard output, or one word of why not; ends with 1."""
    _limit_memory()
    try:
        pages = list(_pages(sys.stdin.buffer.read()))
    except _TooMuch as error:
        print(error)
        sys.exit(1)
    except (Exception, RecursionError, MemoryError):  # noqa: BLE001 (a library's fault; the parent says what to do)
        sys.exit(1)
    sys.stdout.buffer.write(msgspec.json.encode(pages))


class _TooMuch(Exception):
    """A bound was reached, or the file is locked: the word is a key of ``_REASONS``."""


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _pages(data: bytes) -> Iterator[Page]:
    import logging  # noqa: PLC0415

    import pypdf  # noqa: PLC0415 (loaded in the child alone)

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _TooMuch("password")
    if len(reader.pages) > PAGES:
        raise _TooMuch("pages")
    characters = 0
    for page in reader.pages:
        fragments = tuple(_fragments(page))
        characters += sum(len(fragment.text) for fragment in fragments)
        if characters > CHARACTERS:
            raise _TooMuch("characters")
        links = tuple(islice(_links(page), LINKS + 1))
        if len(links) > LINKS or len(links) * len(fragments) > _COMPARED:
            raise _TooMuch("links")
        yield Page(fragments, links)


def _fragments(page: Any) -> list[Fragment]:
    found: list[Fragment] = []

    def visit(text: str, outer: list[float], inner: list[float], _: object, size: float) -> None:
        words = text.strip("\r\n")
        if words:
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            scale = abs(outer[0] * outer[3] - outer[1] * outer[2]) * abs(inner[0] * inner[3] - inner[1] * inner[2])
            found.append(Fragment(round(x, 1), round(y, 1), round(float(size) * scale**0.5, 1), words))

    page.extract_text(visitor_text=visit)
    return found


def _links(page: Any) -> Iterator[LinkArea]:
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        action = annotation.get("/A")
        url = action.get_object().get("/URI") if action is not None else None
        area = [float(side) for side in annotation.get("/Rect") or ()]
        if url and len(area) == 4:
            left, right = sorted((area[0], area[2]))
            bottom, top = sorted((area[1], area[3]))
            yield LinkArea(left, bottom, right, top, str(url))
