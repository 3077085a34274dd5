"""Which files an ingest reads, and what becomes of the others."""

from collections.abc import Iterable
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.formats.files import ReportSource
from ingest.formats.folders import files_passed_over, find_report_files, folders_passed_over
from ingest.formats.suffixes import NAMED_SUFFIXES, RDF_SUFFIXES
from ingest.language.periods.keys import read_period_key
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
            files += [found for found in find_report_files([path]) if found not in files]
            others += [_other_format(p) for p in files_passed_over(path)]
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


def reason_of(error: OSError) -> str:
    """Why a file cannot be read that was there a moment ago."""
    return f"it cannot be read ({(error.strerror or type(error).__name__).lower()}). Check the path."


def _other_format(path: ReportSource) -> FileOutcome:
    if path.suffix.lower() in RDF_SUFFIXES:
        return FileOutcome(str(path), "skipped", reason="a graph is taken in only where the file itself is named.")
    return FileOutcome(str(path), "skipped", reason=f"only {NAMED_SUFFIXES} files are read.")


def refused(path: ReportSource, error: ReportRefused) -> FileOutcome:
    """The outcome for a file that was not accepted."""
    return FileOutcome(str(path), "refused", reason=str(error).removeprefix(f"{path}: "))
