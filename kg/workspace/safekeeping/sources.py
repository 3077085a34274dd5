"""Attach copies to sources, and list which sources have none. Nothing is fetched from an address."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import KgError
from ingest.formats.files import LIMIT
from ingest.formats.regular_files import read_regular_file
from kg.decisions.journal import current_user
from kg.workspace.derivation import Derivation
from kg.workspace.files.layout import Layout
from kg.workspace.sources.copies import Attachment, add_attachment, keep_copy, read_attachments
from kg.workspace.writer import Writer

LONGEST_ADDRESS = 4096
"""Characters."""


@dataclass(frozen=True)
class SourceListed:
    """A source, how many entries of the reports in force cite it, and its copies. One with a copy may be uncited."""

    url: str
    entries: int
    copies: tuple[Attachment, ...]


@dataclass(frozen=True)
class Attached:
    """What was attached. ``new`` is false if that copy was there; ``entries`` in force cite the address."""

    attachment: Attachment
    new: bool
    entries: int


class Sources:
    """The sources of a workspace and their copies."""

    def __init__(self, layout: Layout, derivation: Derivation, writer: Writer) -> None:
        self._layout = layout
        self._derivation = derivation
        self._writer = writer

    def attach(self, url: str, file: Path, who: str = "", note: str = "") -> Attached:
        """Keep a copy of the source at an address.

        The same file again restores a copy that is missing or changed. Raises ``KgError`` for an address with white
        space, and for a file that is missing, empty, not regular or larger than 16 MB; nothing is changed then.
        """
        url = _require_address(url)
        data = _read(file)
        with self._writer.writing():
            there = read_attachments(self._layout)
            sha256 = keep_copy(self._layout, data)
            known = next((a for a in there if (a.url, a.sha256) == (url, sha256)), None)
            when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            attachment = known or Attachment(url, sha256, len(data), when, who or current_user(), file.name, note)
            if known is None:
                add_attachment(self._layout, attachment)
        return Attached(attachment, known is None, self._entries_by_address()[url])

    def list(self) -> Sequence[SourceListed]:
        """Every source that a report in force cites or that has a copy, by address."""
        entries = self._entries_by_address()
        attachments = read_attachments(self._layout)
        urls = sorted({*entries, *(attachment.url for attachment in attachments)})
        return [SourceListed(url, entries[url], tuple(a for a in attachments if a.url == url)) for url in urls]

    def _entries_by_address(self) -> Counter[str]:
        reports = self._derivation.known_facts().corrected.reports
        cited = [entry for report in reports for entry in report.facts.report.cited()]
        return Counter(url for entry in cited for url in {url for _, url in entry})


def _require_address(url: str) -> str:
    url = url.strip()
    if not url or len(url) > LONGEST_ADDRESS or any(c.isspace() for c in url):
        raise KgError(f"'{url[:60]}' is no address. Give it as the report prints it, such as https://bureau.example/7.")
    return url


def _read(file: Path) -> bytes:
    try:
        data = read_regular_file(file, LIMIT)
    except FileNotFoundError:
        raise KgError(f"{file}: there is no such file. Save the source as a file first, then name that file.") from None
    except OSError as error:
        raise KgError(f"{file}: {(error.strerror or type(error).__name__).lower()}. Check the path.") from None
    if not data:
        raise KgError(f"{file}: the file is empty. Save the source again.")
    return data
