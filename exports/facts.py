"""The facts of every entry in force, in the shape of docs/annotation.md: one JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.files import write_export
from ingest.facts import Act, Body, EntryFacts, Evidence, Person, ReportFacts, Sanction, party_name
from ingest.vocabulary import BodyKind, Office

Row = dict[str, Any]
# The annotated format has one country's words for this office, and for units of fines (`mci`), whatever the country.
_GUIDE_OFFICES: Mapping[Office, str] = {"local_head": "akim"}
_DETAILS = ("standing", "date", "next", "outcome", "hours", "count")
_LISTS: tuple[tuple[str, BodyKind], ...] = (
    ("courts", "court"),
    ("facilities", "facility"),
    ("organisations", "organisation"),
)


def facts_rows(
    reports: Iterable[tuple[str, ReportFacts]],
    persons: Mapping[tuple[str, int], str],
    threads: Mapping[str, Sequence[str]],
    spans: bool = False,
) -> Iterator[Row]:
    """One row an entry, in the order of the reports.

    ``persons`` has the id of every person by entry id and position, ``threads`` each entry's cases and campaigns. With
    ``spans`` every fact that is an object has the characters it rests on; the date, footnotes, places and bodies, which
    are plain words in that shape, have theirs in ``spans`` of the row, list by list.
    """
    for report_id, report in reports:
        for facts, cited in zip(report.entries, report.report.cited(), strict=True):
            id = f"{report_id}/{facts.entry.number}"
            yield _row(id, facts, [url for _, url in cited], persons, list(threads.get(id, ())), spans)


def write_facts(rows: Iterable[Row], path: Path) -> None:
    """Write rows as JSON lines, whole or not at all."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write_export(path, "".join(lines).encode())


def _row(
    id: str,
    facts: EntryFacts,
    sources: list[str],
    persons: Mapping[tuple[str, int], str],
    threads: list[str],
    spans: bool,
) -> Row:
    entry = facts.entry
    row: Row = {
        "id": id,
        "footnotes": [note.number for note in entry.footnotes if note.number],
        "sources": sources,
        "date": entry.date,
        "places": [place.name for place in facts.places],
        "persons": [
            _without_none(
                {
                    "surname": p.surname,
                    "given": p.given,
                    "role": p.role,
                    "office": _office(p),
                    "id": persons[id, index],
                },
                keep=("surname", "given"),
            )
            | _spans(p.evidence, spans)
            for index, p in enumerate(facts.persons)
        ],
        "charges": [
            {"person": _name(facts, c.person), "code": c.code, "article": c.article, "part": c.part}
            | {"paragraph": c.paragraph}
            | _spans(c.evidence, spans)
            for c in facts.charges
        ],
        "sanctions": [row | _spans(s.evidence, spans) for s in facts.sanctions for row in _sanctions(facts, s)],
    }
    for name, kind in _LISTS:
        row[name] = [body.name for body in _of_kind(facts, kind)]
    row["acts"] = [_act(facts, act) | _spans(act.evidence, spans) for act in facts.acts]
    row["events"] = list(dict.fromkeys(act.type for act in facts.acts))
    row["relations"] = [
        {"from": _name(facts, r.source), "kind": r.kind, "to": _name(facts, r.target)} | _spans(r.evidence, spans)
        for r in facts.relations
    ]
    row["threads"] = threads
    if spans:
        row["spans"] = _spans_of_words(facts)
    return row


def _office(person: Person) -> str | None:
    return _GUIDE_OFFICES.get(person.office, person.office) if person.office else None


def _sanctions(facts: EntryFacts, s: Sanction) -> list[Row]:
    """One row for each person who received it; those of a joint sum name all who must pay it."""
    duration = None if s.duration_max else s.duration
    row = {"kind": s.kind, "duration": duration, "amount": _whole(s.amount), "status": s.status}
    ends = {"duration_min": s.duration, "duration_max": s.duration_max} if s.duration_max else {}
    bodies = [facts.bodies[party.index].name for party in s.to if party.kind == "body"]
    further = {"until": s.until, "mci": _whole(s.index_units), "count": s.count, **ends, "bodies": bodies or None}
    if s.joint:
        further |= {"joint": True, "persons": [facts.persons[index].name for index in s.persons]}
    persons = s.persons or (None,)
    return [{"person": _name(facts, person)} | row | _without_none(further) for person in persons]


def _act(facts: EntryFacts, act: Act) -> Row:
    row: Row = {
        "type": act.type,
        "to": [party_name(facts, party) for party in act.to],
        "by": [party_name(facts, party) for party in act.by],
        "at": facts.bodies[act.at].name if act.at is not None else None,
    }
    details = {name: _whole(getattr(act, name)) for name in _DETAILS}
    words = facts.entry.text[act.reason.start : act.reason.end] if act.reason else None
    return row | _without_none(details | {"reason": " ".join(words.split()) if words else None})


def _name(facts: EntryFacts, person: int | None) -> str | None:
    return facts.persons[person].name if person is not None else None


def _of_kind(facts: EntryFacts, kind: BodyKind) -> list[Body]:
    return [body for body in facts.bodies if body.kind == kind]


def _spans_of_words(facts: EntryFacts) -> Row:
    """For every plain word of the row, in the order of its list, the characters it rests on."""
    entry = facts.entry
    return {
        "footnotes": [[list(note.span)] for note in entry.footnotes if note.number],
        "date": [list(entry.date_span)] if entry.date_span else [],
        "places": [_characters(place.evidence) for place in facts.places],
    } | {name: [_characters(body.evidence) for body in _of_kind(facts, kind)] for name, kind in _LISTS}


def _characters(evidence: Evidence) -> list[list[int]]:
    return [list(span) for span in evidence.spans]


def _spans(evidence: Evidence, wanted: bool) -> Row:
    return {"spans": _characters(evidence)} if wanted else {}


def _without_none(row: Row, keep: Sequence[str] = ()) -> Row:
    return {name: value for name, value in row.items() if value is not None or name in keep}


def _whole(value: Any) -> Any:
    """172500.0 is written 172500."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
