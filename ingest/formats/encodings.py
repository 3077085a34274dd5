"""The encoding of a text, found in its bytes."""

import re

from ingest.errors import ReportRefused

_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff]{3}")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)


def decode_text(data: bytes, is_page: bool, name: str) -> tuple[str, str, tuple[str, ...]]:
    """The text of some bytes, its encoding, and sentences about it; ``is_page`` says that it is HTML.

    Encodings: UTF-8, UTF-16 (with or without a byte order mark), what an HTML page declares, else cp1251 where runs of
    Cyrillic stand, else cp1252. Raises ``ReportRefused`` where none fits.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    wide = _wide_encoding(data)
    candidates = [wide] if wide else ["utf-8"]
    declared = _META_CHARSET.search(data[:4096]) if is_page and not wide else None
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
