"""A file's bytes become text: the encoding is detected, HTML and documents stripped to their words.

Nothing here knows what a report is. What is no text is refused with a sentence that says what to do.
"""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import ReportRefused
from ingest.formats.archives import ArchivedFile
from ingest.formats.encodings import decode_text
from ingest.formats.garbled import restore_garbled
from ingest.formats.html import text_of_html
from ingest.formats.pdf.document import text_of_pdf
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from ingest.formats.suffixes import NAMED_SUFFIXES, PAGES, RDF_SUFFIXES, SUFFIXES
from ingest.formats.word.document import text_of_docx
from ingest.formats.written import WrittenText

LIMIT = 16 * 1024 * 1024
"""Bytes. A month's report has fifty thousand. Reading, identity and the graph take about 85 bytes of memory a byte of
ordinary entries, beside at most 2 GB of the embedded engine: a file of this size stays below 4 GB."""

RDF_LIMIT = 128 * 1024 * 1024
"""Bytes of a partner's graph: an entry has twenty times as many in RDF as in a report."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SAMPLE = 1_000_000


ReportSource = Path | ArchivedFile | WrittenText
"""Where a report's bytes are: a file, a file in a zip file, or what somebody wrote."""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file that has been read: line ends are ``\\n``, no byte order mark.

    ``data`` are the bytes as they came, ``sha256`` is theirs. Keep these instead of the file, and do not read it
    again, when it may have changed. ``notes`` are sentences about how it was read, for the user.
    """

    text: str
    encoding: str
    sha256: str
    notes: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False)


def read_file(path: ReportSource) -> ReportFile:
    """Read one file. Raises ``ReportRefused`` naming the file when it is missing, no file, unreadable or no text."""
    if not isinstance(path, Path):
        return decode_file(path.read(LIMIT), path.suffix.lower(), str(path))
    is_rdf = path.suffix.lower() in RDF_SUFFIXES
    if not (is_rdf or path.suffix.lower() in SUFFIXES or path.is_dir()):
        raise ReportRefused(f"{path}: only {NAMED_SUFFIXES} files are read. Save the report as one of these.")
    try:
        if path.is_dir():
            raise ReportRefused(f"{path}: a folder, not a file. Name the files in it, or ingest the folder as a whole.")
        data = read_regular_file(path, RDF_LIMIT if is_rdf else LIMIT)
    except NotRegular as error:
        raise ReportRefused(str(error)) from None
    except FileTooLarge as error:
        raise ReportRefused(f"{error} Split it into one file a month.") from None
    except FileNotFoundError:
        raise ReportRefused(f"{path}: there is no such file. Check the path.") from None
    except PermissionError:
        raise ReportRefused(f"{path}: no permission to read it. Change its permissions, or copy it.") from None
    except OSError as error:
        raise ReportRefused(f"{path}: it cannot be read ({_reason(error)}). Check the path.") from None
    return decode_file(data, path.suffix.lower(), str(path))


def decode_file(data: bytes, suffix: str, name: str) -> ReportFile:
    """Turn bytes into text; ``suffix`` is one of ``SUFFIXES``, ``name`` is in messages.

    Raises ``ReportRefused`` for an empty file, for bytes that are no text, and for a document that cannot be read.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise ReportRefused(f"{name}: the file is empty. Export or copy the report again.")
    if suffix in RDF_SUFFIXES:
        return ReportFile("", "utf-8", hashlib.sha256(data).hexdigest(), (), data)
    if suffix in _DOCUMENTS:
        text = _DOCUMENTS[suffix](data, name)
        if len(text) > LIMIT:
            raise ReportRefused(f"{name}: more than {LIMIT:,} characters. Split it into one file a month.")
        _require_text(text, name)
        return ReportFile(_LINE_END.sub("\n", text), suffix[1:], hashlib.sha256(data).hexdigest(), (), data)
    text, encoding, notes = decode_text(data, suffix in PAGES, name)
    text, garbled = restore_garbled(text)
    if garbled:
        notes = (
            *notes,
            f"Characters garbled by a wrong encoding were restored in {_counted(garbled, 'line')}: compare the names.",
        )
    _require_text(text, name)
    if suffix in PAGES:
        text, left_out = text_of_html(text)
        if left_out:
            around = _counted(left_out, "block")
            notes = (*notes, f"Left out: {around} around the page's article (menus, other articles).")
    return ReportFile(_LINE_END.sub("\n", text), encoding, hashlib.sha256(data).hexdigest(), notes, data)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _require_text(text: str, name: str) -> None:
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if len(_CONTROL.findall(sample)) * 500 > len(sample) or letters * 4 < len(sample.strip()):
        raise ReportRefused(f"{name}: it is not a text file. Save the report as plain text in UTF-8.")


_DOCUMENTS: Mapping[str, Callable[[bytes, str], str]] = {".docx": text_of_docx, ".pdf": text_of_pdf}


def _reason(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else type(error).__name__
