"""What is left of the saved investigations when a report is erased."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from kg.decisions.erasure import ERASED_REASON
from kg.workspace.investigations.files import Investigation, encode_investigation, file_name

_NOTHING: Any = object()


@dataclass(frozen=True)
class ErasedReport:
    """What the report tells, as far as an investigation can show it.

    ``lead`` gives the id that an id has without the report: another where the thing had its id from it, ``None`` where
    nothing else tells of the thing. ``is_named_in`` says whether a text names somebody whom only this report names.
    """

    lead: Callable[[str], str | None]
    is_named_in: Callable[[str], bool]


def erase_investigations(found: Iterable[Investigation], report: ErasedReport) -> dict[str, bytes]:
    """The files that change, by their name: what each holds afterwards, nothing where it goes.

    Things that only the report tells of go, with their notes; so does a note that names somebody of it, and a name of
    an investigation that does.
    """
    files: dict[str, bytes] = {}
    for before in sorted(found, key=lambda each: each.name):
        after = _without(before, report)
        if after == before:
            continue
        if after.name != before.name:
            files[file_name(before.name)] = b""
            after = msgspec.structs.replace(after, name=_free_name(files))
        files[file_name(after.name)] = encode_investigation(after)
    return files


def _free_name(files: Mapping[str, bytes]) -> str:
    number = 1
    while file_name(name := f"{ERASED_REASON} {number}") in files:
        number += 1
    return name


def _without(investigation: Investigation, report: ErasedReport) -> Investigation:
    notes = {id: note for id, note in investigation.notes.items() if not report.is_named_in(note)}
    return msgspec.structs.replace(
        investigation,
        name=ERASED_REASON if report.is_named_in(investigation.name) else investigation.name,
        things=tuple(dict.fromkeys(filter(None, map(report.lead, investigation.things)))),
        positions={led: place for id, place in investigation.positions.items() if (led := report.lead(id))},
        notes={led: note for id, note in notes.items() if (led := report.lead(id))},
        filters=_clean(investigation.filters, report),
    )


def _clean(value: Any, report: ErasedReport) -> Any:
    """What the page keeps, without ids of things that go and without texts that name somebody."""
    if isinstance(value, str):
        led = None if report.is_named_in(value) else report.lead(value)
        return _NOTHING if led is None else led
    if isinstance(value, list):
        return [kept for each in value if (kept := _clean(each, report)) is not _NOTHING]
    if isinstance(value, dict):
        cleaned = ((_clean(key, report), _clean(each, report)) for key, each in value.items())
        return {key: each for key, each in cleaned if key is not _NOTHING and each is not _NOTHING}
    return value
