"""Which files an ingest reads, and what becomes of the others."""

from collections.abc import Iterable
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.formats.archives import ArchivedFile
from ingest.formats.files import ReportSource
from ingest.formats.folders import files_passed_over, find_report_files, folders_passed_over
from ingest.formats.suffixes import NAMED_SUFFIXES, RDF_SUFFIXES
from ingest.language.periods.keys import read_period_key
from kg.rdf.bundle.graph import is_bundle
from kg.workspace.files.reports import check_series
from kg.workspace.intake.options import IngestOptions
from kg.workspace.intake.outcomes import FileOutcome


def find_files(paths: Iterable[Path], options: IngestOptions) -> tuple[list[ReportSource], list[FileOutcome]]:
    """The files to read, and an outcome for the paths that are not: folders refused, folders inside folders skipped.

    Raises ``KgError`` for a wrong option.
    """
    check_series(options.series)
    period = options.period
    files: list[ReportSource] = []
    others = []
    for path in paths:
        try:
            if is_bundle(path):
                files += [path] if path not in files else []
                continue
            found, bundles = _without_bundles(find_report_files([path]))
            files += [file for file in found if file not in files]
            left, more = _without_bundles(files_passed_over(path))
            others += [_other_format(p) for p in (*left, *sorted(bundles | more))]
            others += [FileOutcome(str(p), "skipped") for p in folders_passed_over(path)]
        except ReportRefused as error:
            others.append(refused(path, error))
        except OSError as error:
            others.append(FileOutcome(str(path), "refused", reason=reason_of(error)))
    if period is not None and not read_period_key(period):
        raise KgError(f"'{period}' is not a period. Write it as 2023-06, 2023, 2023-06-05 or 2023-06-05--2023-06-11.")
    if period is not None and len(files) > 1:
        raise KgError(
            f"--period sets the month of one report, and there are {len(files)} files. Ingest them one by one."
        )
    return files, others


def _without_bundles(files: Iterable[ReportSource]) -> tuple[list[ReportSource], set[Path]]:
    """The files that are in no bundle, and the bundles that the others are in: a folder's are not taken in unasked."""
    given = list(files)
    archives = {file.archive for file in given if isinstance(file, ArchivedFile)}
    bundles = {archive for archive in archives if is_bundle(archive)}
    return [file for file in given if not (isinstance(file, ArchivedFile) and file.archive in bundles)], bundles


def reason_of(error: OSError) -> str:
    """Why a file cannot be read that was there a moment ago."""
    return f"it cannot be read ({(error.strerror or type(error).__name__).lower()}). Check the path."


def _other_format(path: ReportSource) -> FileOutcome:
    if path.suffix.lower() in RDF_SUFFIXES or (isinstance(path, Path) and is_bundle(path)):
        return FileOutcome(str(path), "skipped", reason="a graph is taken in only where the file itself is named.")
    return FileOutcome(str(path), "skipped", reason=f"only {NAMED_SUFFIXES} files are read.")


def refused(path: ReportSource, error: ReportRefused) -> FileOutcome:
    """The outcome for a file that was not accepted."""
    return FileOutcome(str(path), "refused", reason=str(error).removeprefix(f"{path}: "))
