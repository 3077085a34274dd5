"""A file's bytes become text: the encoding is detected, HTML stripped to its words.

Nothing here knows what a report is. What is no text is refused with a sentence that says what to do.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import ReportRefused
from ingest.formats.garbled import restore_garbled
from ingest.formats.html import text_of_html
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file

SUFFIXES = (".txt", ".md", ".html")
LIMIT = 16 * 1024 * 1024
"""Bytes. A month's report has fifty thousand. Reading, identity and the graph take about 85 bytes of memory a byte of
ordinary entries, beside at most 2 GB of the embedded engine: a file of this size stays below 4 GB."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff]{3}")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_SAMPLE = 1_000_000


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


def find_report_files(paths: Iterable[Path]) -> list[Path]:
    """Files to read: a folder gives its ``.txt``, ``.md`` and ``.html`` files by name, another path stands for itself.

    A path comes once. Raises ``ReportRefused`` for a folder that holds none or cannot be listed; paths that are no
    files are refused when they are read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        try:
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
        except OSError as error:
            raise ReportRefused(
                f"{path}: the folder cannot be listed ({_reason(error)}). Check its permissions."
            ) from None
        if not inside:
            raise ReportRefused(f"{path}: the folder has no .txt, .md or .html file (folders in it are not searched).")
        found.update(dict.fromkeys(inside))
    return list(found)


def folders_passed_over(path: Path) -> list[Path]:
    """The folders in a folder that hold files which could be read, somewhere; hidden ones and workspaces do not count.

    Raises nothing: what cannot be listed holds nothing.
    """
    try:
        folders = sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return []
    return [folder for folder in folders if not (folder / "kg.toml").exists() and _holds_reports(folder)]


def _holds_reports(folder: Path) -> bool:
    try:
        return any(p.suffix.lower() in SUFFIXES for p in folder.rglob("*"))
    except OSError:
        return False


def read_file(path: Path) -> ReportFile:
    """Read one file. Raises ``ReportRefused`` naming the file when it is missing, no file, unreadable or no text."""
    if path.suffix.lower() not in SUFFIXES and not path.is_dir():
        raise ReportRefused(f"{path}: only .txt, .md and .html are read. Save the report as one of these.")
    try:
        if path.is_dir():
            raise ReportRefused(f"{path}: a folder, not a file. Name the files in it, or ingest the folder as a whole.")
        data = read_regular_file(path, LIMIT)
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

    Encodings: UTF-8, UTF-16 (with or without a byte order mark), what an HTML page declares, else cp1251 where runs of
    Cyrillic stand, else cp1252. Raises ``ReportRefused`` for an empty file and for bytes that are no text.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise ReportRefused(f"{name}: the file is empty. Export or copy the report again.")
    text, encoding, notes = _decode(data, suffix, name)
    text, garbled = restore_garbled(text)
    if garbled:
        notes = (
            *notes,
            f"Characters garbled by a wrong encoding were restored in {garbled} lines: compare the names.",
        )
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if len(_CONTROL.findall(sample)) * 500 > len(sample) or letters * 4 < len(sample.strip()):
        raise ReportRefused(f"{name}: it is not a text file. Save the report as plain text in UTF-8.")
    if suffix == ".html":
        text = text_of_html(text)
    return ReportFile(_LINE_END.sub("\n", text), encoding, hashlib.sha256(data).hexdigest(), notes, data)


def _decode(data: bytes, suffix: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    wide = _wide_encoding(data)
    candidates = [wide] if wide else ["utf-8"]
    declared = _META_CHARSET.search(data[:4096]) if suffix == ".html" and not wide else None
    if declared:
        candidates.append(declared[1].decode("ascii").lower())
    else:
        candidates.append("cp1251" if _CYRILLIC_RUN.search(data) else "cp1252")
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            if encoding == "utf-8" and (mended := _mend_utf8(data)):
                return mended
            continue
        return text.removeprefix("\ufeff"), encoding, () if encoding == "utf-8" else (f"Read as {encoding}.",)
    raise ReportRefused(f"{name}: its encoding cannot be detected. Save the report as plain text in UTF-8.")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 by its byte order mark, or by the zero byte beside every Latin letter."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    half = min(len(data), 4096) // 2
    if half and odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _mend_utf8(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """UTF-8 with a few damaged bytes: far more characters of several bytes are whole than are not."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - damaged
    if damaged * 10 > whole:
        return None
    return text.removeprefix("\ufeff"), "utf-8", (f"Read as utf-8; {damaged} damaged bytes are shown as \ufffd.",)


def _reason(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else type(error).__name__
