"""Facts in the short form of ``rules.yaml``: ``charge: CC 207/2 against Ilkuvel Orvane``."""

from collections.abc import Iterator

from ingest.errors import ReportRefused
from ingest.facts import Act, Charge, EntryFacts, Evidence, Report, ReportFacts, Sanction, party_name
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

PERIOD = "2031-03"


Form = tuple[str, tuple[str, ...]]
"""A fact in short form, and the rules that read it."""


def read_example(rule: str, text: str, beside: str, pack: str) -> list[Form]:
    """What a paragraph tells, read as a report of March 2031 reads it; ``beside`` is another paragraph of it.

    For a rule of periods the text is a whole report that has to tell its own.
    """
    if rule.startswith("period."):
        return list(_forms_of_period(text, pack))
    whole = "\n\n".join(part for part in (beside, text) if part)
    found = read_report(whole, load_jurisdiction(pack), PERIOD)
    forms = [(form, evidence.rules) for facts in _entries_in(found, text) for form, evidence in forms_of(facts)]
    return [*forms, *_forms_of_report(found.report, text)]


def _entries_in(found: ReportFacts, text: str) -> list[EntryFacts]:
    return [facts for facts in found.entries if facts.entry.text in text]


def _forms_of_period(text: str, pack: str) -> Iterator[Form]:
    try:
        report = read_report(text, load_jurisdiction(pack)).report
    except ReportRefused:
        return
    yield f"period: {report.period_start} to {report.period_end}", (report.period_rule,)


def _forms_of_report(report: Report, text: str) -> Iterator[Form]:
    for entry in report.entries:
        if entry.text in text:
            yield f"date: {entry.date}", (entry.date_rule,)
            yield from ((f"footnote: {note.number or note.url}", (note.rule,)) for note in entry.footnotes)
    yield from ((f"reference: {cited.number} is {cited.url}", (cited.rule,)) for cited in report.references)


def forms_of(facts: EntryFacts) -> Iterator[tuple[str, Evidence]]:
    """Every fact of an entry in short form, with its evidence."""
    for place in facts.places:
        yield f"place: {place.name} ({place.kind})", place.evidence
    for person in facts.persons:
        office = f" ({person.office})" if person.office else ""
        yield f"person: {person.name}, {person.role}{office}", person.evidence
    for body in facts.bodies:
        yield f"{body.kind}: {body.name} ({body.type})", body.evidence
    for charge in facts.charges:
        yield _charge(facts, charge), charge.evidence
    for sanction in facts.sanctions:
        yield _sanction(facts, sanction), sanction.evidence
    for act in facts.acts:
        yield _act(facts, act), act.evidence
    for tie in facts.relations:
        source, target = facts.persons[tie.source].name, facts.persons[tie.target].name
        yield f"relation: {source} is {tie.kind} of {target}", tie.evidence
    for member in facts.affiliations:
        person, body = facts.persons[member.person], facts.bodies[member.body]
        yield f"affiliation: {person.name} is {member.as_} of {body.name}", member.evidence
    yield from _forms_of_matters(facts)


def _forms_of_matters(facts: EntryFacts) -> Iterator[tuple[str, Evidence]]:
    for matter in facts.matters:
        whose = f" ({facts.persons[matter.person].name})" if matter.person is not None else ""
        yield f"matter: {matter.kind} {matter.value}{whose}", matter.evidence
    for occasion in facts.occasions:
        yield f"rally: {occasion.day}", occasion.evidence


def _charge(facts: EntryFacts, charge: Charge) -> str:
    article = "/".join(filter(None, (charge.article, charge.part, charge.paragraph)))
    return f"charge: {charge.code or '?'} {article} against {_named(facts, charge.person)}"


def _sanction(facts: EntryFacts, sanction: Sanction) -> str:
    duration = " to ".join(filter(None, (sanction.duration, sanction.duration_max)))
    parts = [sanction.kind, duration, sanction.until and f"until {sanction.until}"]
    sums = [
        f"{sanction.amount:.12g}" if sanction.amount else "",
        f"{sanction.index_units:g} units" if sanction.index_units else "",
    ]
    if any(sums):
        parts.append("of " + " or ".join(filter(None, sums)))
    status = "" if sanction.status == "imposed" else f" ({sanction.status})"
    names = ", ".join(party_name(facts, party) for party in sanction.to) or "nobody named"
    further = ["jointly"] * sanction.joint + [f"{sanction.count} people"] * bool(sanction.count)
    return f"sanction: {' '.join(filter(None, parts))} for {', '.join((names, *further))}{status}"


def _act(facts: EntryFacts, act: Act) -> str:
    to, by = (", ".join(party_name(facts, party) for party in parties) for parties in (act.to, act.by))
    return f"act: {act.type}" + (f" of {to}" if to else "") + (f" by {by}" if by else "")


def _named(facts: EntryFacts, person: int | None) -> str:
    return "nobody named" if person is None else facts.persons[person].name
