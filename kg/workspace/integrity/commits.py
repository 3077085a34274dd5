"""What is left to do after a generation was put in force, by the one who made it or, after a crash, by the next."""

import shutil
from contextlib import suppress

from ingest.errors import KgError
from kg.system.durable_files import sync
from kg.workspace.files.decision_files import append_decisions, append_redirects
from kg.workspace.files.erasure import carry_out, read_erasure
from kg.workspace.files.inputs import read_inputs
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.lock import current_name, removal_lock, write_lock
from kg.workspace.files.reports import drop_incoming, keep_report
from kg.workspace.sources.copies import replace_record


def finish_commit(layout: Layout) -> None:
    """Do what the commit in force left undone, and remove what no commit names. For the writer alone.

    Raises ``KgError`` if ``CURRENT`` or the inputs of the generation in force are damaged.
    """
    name = current_name(layout)
    if name is not None:
        resume_erasure(layout)
        inputs = read_inputs(layout.generation(name))
        for report in inputs.reports:
            keep_report(layout, report)
        append_decisions(layout.decisions, inputs.redo_decisions)
        append_redirects(layout.ids, inputs.redo_ids)
    drop_incoming(layout)
    left = _remove_others(layout, name)
    if has_unfinished_erasure(layout) and not left:
        _forget_erasure(layout)


def resume_erasure(layout: Layout) -> None:
    """Remove what the commit in force erases, but for old generations of the graph. For the writer alone.

    Raises ``KgError`` if ``CURRENT`` or the list of what goes is damaged.
    """
    name = current_name(layout)
    erasure = read_erasure(layout.generation(name)) if name else None
    if erasure:
        carry_out(layout, erasure)
        if erasure.sources is not None:
            replace_record(layout, erasure.sources)


def finish_erasure(layout: Layout) -> None:
    """Finish an erasure that was interrupted, so that no command reads what was to go.

    Does nothing while another process writes, because that one finishes it, nor where the medium cannot be written.
    """
    if has_unfinished_erasure(layout):
        with suppress(KgError, OSError), write_lock(layout, 0, None):
            finish_commit(layout)


def has_unfinished_erasure(layout: Layout) -> bool:
    """Whether something that was erased may still be on the disk: after a crash, or while somebody reads it."""
    with suppress(KgError):
        name = current_name(layout)
        return name is not None and layout.generation(name).erasure.exists()
    return False


def _forget_erasure(layout: Layout) -> None:
    generation = layout.generation(current_name(layout) or "")
    generation.erasure.unlink()
    sync(generation.folder)


def _remove_others(layout: Layout, name: str | None) -> list[Generation]:
    """Remove the generations that are not in force; gives those that somebody still reads."""
    left = []
    for path in sorted(layout.graph.glob("gen-*")):
        generation = layout.generation(path.name.removesuffix(".lock"))
        if generation.name == name:
            continue
        with removal_lock(generation) as alone:
            if not alone:
                left.append(generation)
                continue
            shutil.rmtree(generation.folder, ignore_errors=True)
            generation.lock.unlink(missing_ok=True)
    return left
