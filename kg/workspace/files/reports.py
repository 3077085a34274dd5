"""Reports as they came: bytes under their hash, beside them what was said when they came in.

A file's own name is not kept: it is never evidence, and may say more than it should.
"""

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ingest.errors import KgError
from kg.system.durable_files import make_folder, sync, write_durably
from kg.workspace.files.layout import Layout

_SERIES = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, order=True)
class KeptReport:
    """A version of a period's report. ``asked`` is the period given at ingest, where it was given."""

    series: str
    period: str
    sha256: str
    suffix: str
    encoding: str
    asked: str | None = None

    @property
    def id(self) -> str:
        """``2022-10``; in a named series ``acme:2022-10``."""
        return f"{self.series}:{self.period}" if self.series else self.period

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
    text, sidecar = report._names
    write_durably(folder / text, data)
    write_durably(folder / sidecar, msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n")


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
        keep_report(layout, _read_sidecar(path))


def drop_incoming(layout: Layout) -> None:
    """Delete what an interrupted ingest left."""
    shutil.rmtree(layout.incoming, ignore_errors=True)


def kept_reports(layout: Layout) -> tuple[KeptReport, ...]:
    """Every version of every report, sorted. Raises ``KgError`` naming a damaged sidecar."""
    return tuple(sorted(_read_sidecar(path) for path in layout.reports.glob("*/*_*.json")))


def bytes_of(layout: Layout, report: KeptReport) -> Path:
    """The file of a report, whole as it came. Raises ``KgError`` if it is missing or changed."""
    for folder in (layout.reports, layout.incoming, layout.reports):
        path = folder / report.sha256 / report._names[0]
        if path.exists():
            if hashlib.sha256(path.read_bytes()).hexdigest() != report.sha256:
                raise KgError(f"{path}: the file changed after it was ingested. Restore it, or withdraw {report.id}.")
            return path
    raise KgError(f"{layout.reports / report.sha256}: the file of {report.id} is missing. Restore it, or withdraw it.")


def _read_sidecar(path: Path) -> KeptReport:
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeptReport)
    except (msgspec.DecodeError, OSError):
        raise KgError(f"{path}: the details of the report's ingest cannot be read. Restore the file.") from None
