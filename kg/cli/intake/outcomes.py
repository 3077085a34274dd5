"""What an ingest did with a file, in sentences."""

from collections.abc import Iterator

from kg.workspace.intake.outcomes import (
    CorrectedBy,
    CountryOverridden,
    EntryChanges,
    FileOutcome,
    Note,
    PeriodOverridden,
    PeriodSource,
)
from kg.workspace.state import VersionState

NUMBERED = 12
"""How many changed entries of a corrected report are listed by number."""


def describe_file(file: FileOutcome) -> Iterator[str]:
    """Why a file was refused, and what the user should know about it."""
    if file.reason:
        yield file.reason
    elif file.outcome == "skipped":
        yield "folders inside a folder are not searched. Give its path to read the reports in it."
    yield from (_describe_note(file.report or "", note) for note in file.notes)


def _describe_note(report: str, note: Note) -> str:
    match note:
        case PeriodSource(period, source):
            return f"Its period is {period}, from {source}."
        case PeriodOverridden(in_title, given):
            return f"Its title says {in_title}; --period makes it {given}."
        case CountryOverridden(detected):
            return f"It looks like a report of another country ({detected}); it was read as --jurisdiction says."
        case CorrectedBy(decision):
            return f"It is in force by decision {decision}; `kg undo {decision}` brings the earlier version back."
        case EntryChanges():
            return _describe_changes(note)
        case VersionState():
            return describe_version(report, note)
        case _:
            return note


def _describe_changes(changes: EntryChanges) -> str:
    numbers = ", ".join(map(str, changes.new_text[:NUMBERED])) + (", …" if len(changes.new_text) > NUMBERED else "")
    where = f" (new text in entries {numbers})" if numbers else ""
    return f"Entries: {changes.added} added, {changes.removed} removed, {changes.changed} changed{where}."


def describe_version(report: str, state: VersionState) -> str:
    """Whether a version of a report counts, and which does."""
    match state.status:
        case "in force":
            return "in force"
        case "replaced":
            return f"another version of {report} is in force ({(state.current or '')[:12]})"
        case "withdrawn":
            return f"{report} is withdrawn; `kg undo` of that decision brings it back"
        case "undecided":
            return f"{report} has {state.versions} versions and no decision which one is in force"
