"""Where ids lead that were given out before: the things they are of have other ids now, or are one with others."""

from kg.workspace.files.decision_files import follow, load_redirects
from kg.workspace.files.inputs import read_inputs
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import read_lock


def resolve_id(layout: Layout, id: str) -> str:
    """The id of the thing that an id once given out leads to now."""
    return follow(id, _redirects(layout))


def former_ids(layout: Layout) -> dict[str, str]:
    """Every id that leads elsewhere now, sorted, with the id of the same thing today."""
    redirects = _redirects(layout)
    return {id: to for id in sorted(redirects) if (to := follow(id, redirects)) != id}


def _redirects(layout: Layout) -> dict[str, str]:
    with read_lock(layout) as generation:
        return load_redirects(layout.ids) | (dict(read_inputs(generation).redo_ids) if generation else {})
