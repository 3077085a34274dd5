"""Reports as they came: bytes under their hash, beside them what was said when they came in.

A file's own name is not kept: it is never evidence, and may say more than it should.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ingest.errors import KgError
from ingest.formats.suffixes import RDF_SUFFIXES
from kg.system.durable_files import make_folder, sync, write_durably
from kg.workspace.files.layout import Layout

_SERIES = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, order=True)
class KeptReport:
    """A version of a period's report. ``asked`` is the period given at ingest, where it was given.

    ``source`` is what an entry of the user's own rests on, as the user says; it is the title of its report.

    ``renamed`` says that the reports in a partner's file that have no series are called by ``series`` here.
    ``received`` is the day on which it came in, ``signer`` the key of its bundle; nothing is derived from these two.

    ``period`` is a month (``2022-10``), or days, months or years as ``ingest.language.periods.keys`` writes them.
    """

    series: str
    period: str
    sha256: str
    suffix: str
    encoding: str
    asked: str | None = None
    source: str = ""
    renamed: bool = False
    received: str = field(default="", compare=False)
    signer: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """``2022-10``; in a named series ``acme:2022-10``."""
        return f"{self.series}:{self.period}" if self.series else self.period

    @property
    def is_stated(self) -> bool:
        """Whether it is a partner's graph, and no text."""
        return self.suffix in RDF_SUFFIXES

    @property
    def _names(self) -> tuple[str, str]:
        return f"report{self.suffix}", f"{self.series}_{self.period}.json"


def check_series(series: str) -> str:
    """The name of a series: small letters, digits, hyphens. Raises ``KgError``."""
    if series and not _SERIES.fullmatch(series):
        raise KgError(f"'{series}' cannot name a series. Use small letters, digits and hyphens, such as 'acme'.")
    return series


def keep_incoming(layout: Layout, report: KeptReport, data: bytes) -> None:
    """Write a report to ``incoming/``, where it waits for its generation."""
    folder = layout.incoming / report.sha256
    make_folder(folder)
    text, record = report._names
    write_durably(folder / text, data)
    write_durably(folder / record, _encode_record(report))


def keep_report(layout: Layout, report: KeptReport) -> None:
    """Move a report of a committed generation to its place, unless it is already there."""
    incoming, kept = layout.incoming / report.sha256, layout.reports / report.sha256
    for name in report._names:
        if (incoming / name).exists():
            make_folder(kept)
            (incoming / name).replace(kept / name)
            sync(kept)


def keep_all_incoming(layout: Layout) -> None:
    """Keep every complete incoming report, for when the commit that says which of them count cannot be read."""
    for path in layout.incoming.glob("*/*_*.json"):
        keep_report(layout, _read_record(path))


def remove_report(layout: Layout, report: KeptReport) -> None:
    """Delete a version of a report; its bytes stay where another period or series has the same."""
    folder = layout.reports / report.sha256
    if folder.is_dir():
        record_path(layout, report).unlink(missing_ok=True)
        left = [_read_record(path) for path in folder.glob("*_*.json")]
        if not left:
            shutil.rmtree(folder)
        elif all(other.suffix != report.suffix for other in left):
            (folder / report._names[0]).unlink(missing_ok=True)
        sync(layout.reports)


def drop_incoming(layout: Layout) -> None:
    """Delete what an interrupted ingest left."""
    shutil.rmtree(layout.incoming, ignore_errors=True)


def kept_reports(layout: Layout) -> tuple[KeptReport, ...]:
    """Every version of every report, sorted. Raises ``KgError`` naming a damaged record."""
    return tuple(sorted(_read_record(path) for path in layout.reports.glob("*/*_*.json")))


def record_path(layout: Layout, report: KeptReport) -> Path:
    """Where the record of a kept report is."""
    return layout.reports / report.sha256 / report._names[1]


def has_record(layout: Layout, report: KeptReport) -> bool:
    """Whether the record of a report says what it should, in its place or where an unfinished commit left it."""
    kept = record_path(layout, report)
    path = kept if kept.exists() else layout.incoming / report.sha256 / kept.name
    with suppress(KgError):
        return _read_record(path) == report
    return False


def write_record(layout: Layout, report: KeptReport) -> None:
    """Write the record of a report that was kept."""
    path = record_path(layout, report)
    make_folder(path.parent)
    write_durably(path, _encode_record(report))


def unlisted_records(layout: Layout, reports: Iterable[KeptReport]) -> Iterator[Path]:
    """The records of other reports than these, sorted by path."""
    listed = {record_path(layout, report) for report in reports}
    yield from (path for path in sorted(layout.reports.glob("*/*_*.json")) if path not in listed)


def bytes_of(layout: Layout, report: KeptReport) -> Path:
    """The file of a report, whole as it came. Raises ``KgError`` if it is missing or changed."""
    again = "Restore it from a backup, or give `kg ingest` the original file again."
    for folder in (layout.reports, layout.incoming, layout.reports):
        path = folder / report.sha256 / report._names[0]
        if path.exists():
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != report.sha256:
                    raise KgError(f"{path}: the file changed after it was ingested. {again}")
            return path
    raise KgError(f"{layout.reports / report.sha256}: the file of {report.id} is missing. {again}")


def restore_bytes(layout: Layout, report: KeptReport, data: bytes) -> bool:
    """Write the file of a kept report again, where it is missing or changed; ``data`` has its hash."""
    try:
        bytes_of(layout, report)
    except KgError:
        folder = layout.reports / report.sha256
        make_folder(folder)
        write_durably(folder / report._names[0], data)
        return True
    return False


def _encode_record(report: KeptReport) -> bytes:
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def _read_record(path: Path) -> KeptReport:
    try:
        report = msgspec.json.decode(path.read_bytes(), type=KeptReport)
    except (OSError, ValueError):
        raise KgError(f"{path}: the record of the report cannot be read. Restore it from a backup.") from None
    if (path.parent.name, path.name) != (report.sha256, report._names[1]):
        raise KgError(f"{path}: the record is that of another report. Restore it from a backup.")
    return report
