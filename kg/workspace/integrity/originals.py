"""Whether what cannot be derived is as it was written: the journal, the records of the reports, the redirects.

The generation in force lists what it was made from (``Inputs``), and the originals are compared with that. Every
writer does so before it changes anything, because a lost withdrawal would put a report back into the graph.
"""

from collections.abc import Iterator

from ingest.errors import KgError
from kg.decisions.checksums import drop_interrupted_line, find_damaged_lines
from kg.decisions.journal import read_journal
from kg.workspace.files.decision_files import broken_redirects, digest_redirects, journal_bytes, load_redirects
from kg.workspace.files.inputs import Inputs, all_inputs
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import has_record, record_path, unlisted_records, write_record

_RESTORE = "Restore the workspace from a backup into a new folder (`kg -w NEW restore BACKUP`)"


class OriginalsDamaged(KgError):
    """An original is not as it was written; the message names the file and the line, and how to get it back."""


def find_damage(layout: Layout, inputs: Inputs | None, records: bool = True) -> list[str]:
    """What is wrong with the originals, a sentence each.

    ``inputs`` is ``None`` where it cannot be told which generation is in force: then the journal is compared with every
    generation that is left. Without ``records``, a record that could be written again is passed over.
    """
    return [
        *_find_damage_of_journal(layout, inputs),
        *(_find_damage_of_records(layout, inputs, records) if inputs else ()),
        *_find_damage_of_redirects(layout, inputs),
    ]


def require_originals(layout: Layout, inputs: Inputs | None, records: bool = True) -> None:
    """Raise ``OriginalsDamaged`` for the first damage that :func:`find_damage` finds."""
    found = find_damage(layout, inputs, records)
    if found:
        more = f" There is more damage ({len(found) - 1}); `kg check` lists it." if found[1:] else ""
        raise OriginalsDamaged(f"{found[0]} Nothing was changed.{more}")


def rewrite_records(layout: Layout, inputs: Inputs) -> None:
    """Write the records of the reports that are missing or changed again, from the generation's list."""
    for report in inputs.reports:
        if not has_record(layout, report):
            write_record(layout, report)


def _find_damage_of_journal(layout: Layout, inputs: Inputs | None) -> Iterator[str]:
    path = layout.decisions
    made = [inputs] if inputs else all_inputs(layout)
    unfinished = [decision for one in made for decision in one.redo_decisions]
    data = drop_interrupted_line(journal_bytes(path), unfinished)
    journal = read_journal(data)
    known = {decision.id for decision in (*journal.decisions, *unfinished)}
    listed = dict.fromkeys(id for one in made for id in one.decisions)
    missing = [id for id in listed if id not in known]
    restore = f"{_RESTORE}."
    if journal.decisions:
        restore = f"{_RESTORE}; there, `kg decisions import {path}` adds the intact decisions of this journal."
    for line in find_damaged_lines(data):
        superfluous = made and not missing and line.number in journal.broken
        advice = "The graph has all its decisions without it: remove the line." if superfluous else restore
        yield f"{path}, line {line.number}: {line.reason}. {advice}"
    if missing:
        where = f"{path}, after line {data.count(bytes([10]))}" if path.exists() else f"{path}: the file is missing"
        yield f"{where}: the graph was made with decisions that are not there: {_list(missing)}. {restore}"


def _find_damage_of_records(layout: Layout, inputs: Inputs, records: bool) -> Iterator[str]:
    for report in inputs.reports if records else ():
        if not has_record(layout, report):
            path = record_path(layout, report)
            yield f"{path}: the record of {report.id} is missing or changed. `kg rebuild` writes it again."
    for path in unlisted_records(layout, inputs.reports):
        yield f"{path}: no `kg ingest` added this record. Move it out of the workspace."


def _find_damage_of_redirects(layout: Layout, inputs: Inputs | None) -> Iterator[str]:
    path = layout.ids
    redo = inputs.redo_ids if inputs else {}
    broken = broken_redirects(path)
    for number in broken:
        yield f"{path}, line {number}: the line is not complete. {_RESTORE}."
    listed = inputs.redirects if inputs else ""
    if listed and not broken and digest_redirects(load_redirects(path) | dict(redo)) != listed:
        yield f"{path}: lines were changed or are missing, and old ids would lead nowhere. {_RESTORE}."


def _list(ids: list[str]) -> str:
    shown = ", ".join(ids[:5])
    return f"{shown} and {len(ids) - 5} more" if ids[5:] else shown
