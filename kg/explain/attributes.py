"""What the rules go by, in words: each aspect of a mention with its values. ``comparison`` compares two of them."""

from ingest.facts import Charge, Party, Sanction
from kg.entries.mentions import BODY_LABELS, Mention
from kg.entries.provisions import provision_id
from kg.rows.penalties.sanctions import imposed_on
from kg.rows.resolved_reports import ResolvedReports

Aspects = dict[str, set[str]]


def aspects_of(known: ResolvedReports, quoted: Mention) -> Aspects:
    """Aspects in the order in which they are shown; one that the words do not give has no value."""
    if quoted.label in BODY_LABELS.values():
        return _of_body(known, quoted)
    if quoted.label == "Charge":
        return _of_charge(known, quoted, quoted.entry.facts.charges[quoted.index])
    if quoted.label == "Sanction":
        return _of_sanction(known, quoted, quoted.entry.facts.sanctions[quoted.index])
    if quoted.label == "Stay":
        return _of_stay(known, quoted)
    entry, who = quoted.entry, known.resolution
    facts = entry.facts
    place = {facts.places[-1].name} if facts.places else set()
    if quoted.label == "Event":
        act = facts.acts[quoted.index]
        parties = {_name(quoted, party) for party in act.to}
        return {"type": {act.type}, "date": _known(act.date or entry.date), "to whom": parties, "place": place}
    if quoted.label == "Case" and entry.id in who.case:
        case = who.case[entry.id]
        charged = {provision_id(c.code, c.article) for c in facts.charges}
        people = {facts.persons[c.person].name for c in facts.charges if c.person is not None}
        people |= {_name(quoted, party) for act in facts.acts for party in act.to}
        return {
            "kind": {case.kind},
            "number": _known(case.number),
            "provision": charged,
            "party": people,
            "place": place,
        }
    if quoted.label == "Campaign" and entry.id in who.campaign:
        return {"day": set(who.campaign[entry.id].days), "place": place}
    return {"name": {quoted.description} - {""}, "place": place if quoted.label != "Place" else set()}


def _of_body(known: ResolvedReports, quoted: Mention) -> Aspects:
    body = quoted.entry.facts.bodies[quoted.index]
    place = known.resolution.body[quoted.entry.id, quoted.index][1]
    return {"name": {body.name}, "kind": {body.type}, "place": _known(place)}


def _of_charge(known: ResolvedReports, quoted: Mention, charge: Charge) -> Aspects:
    return {
        "person": _person(known, quoted, charge.person),
        "case": {known.resolution.case[quoted.entry.id].id},
        "article": {provision_id(charge.code, charge.article)},
        "part": _known("/".join(filter(None, (charge.part, charge.paragraph)))),
        "date": _known(quoted.entry.date),
    }


def _of_sanction(known: ResolvedReports, quoted: Mention, sanction: Sanction) -> Aspects:
    return {
        "person": _receivers(known, quoted, sanction),
        "case": {known.resolution.penalties.case_of_sanction[quoted.entry.id, quoted.index]},
        "kind": {sanction.kind.replace("_", " ")},
        "status": {sanction.status},
        "duration": _known(" to ".join(filter(None, (sanction.duration, sanction.duration_max)))),
        "amount": _known(f"{sanction.amount:g}" if sanction.amount is not None else None),
        "amount in index units": _known(f"{sanction.index_units:g}" if sanction.index_units is not None else None),
        "until": _known(sanction.until),
        "date": _known(imposed_on(quoted.entry, sanction) or quoted.entry.date),
    }


def _of_stay(known: ResolvedReports, quoted: Mention) -> Aspects:
    entry = quoted.entry
    custody = entry.custodies()[quoted.index]
    facility = known.resolution.body[entry.id, custody.facility][0].id
    dates = {act.date or entry.date for act in custody.acts}
    return {
        "person": _person(known, quoted, custody.person),
        "facility": {_caption(known, facility)},
        "stated by": {act.type.replace("_", " ") for act in custody.acts},
        "date": {date for date in dates if date},
    }


def _person(known: ResolvedReports, quoted: Mention, index: int | None) -> set[str]:
    """Whose it is; a charge may be against nobody named."""
    return {_caption(known, known.resolution.person[quoted.entry.id, index]) if index is not None else "nobody named"}


def _receivers(known: ResolvedReports, quoted: Mention, sanction: Sanction) -> set[str]:
    """Who received a sanction."""
    keys = (known.resolution.party(quoted.entry, party) for party in sanction.to)
    return {_caption(known, key.id) for key in keys} or {"nobody named"}


def _caption(known: ResolvedReports, thing: str) -> str:
    """A person or facility under one name for every mention of it; the id distinguishes people of the same name."""
    names = (quoted.description for quoted in known.mentions.by_id.values() if known.leads_to(quoted.id) == thing)
    return f"{next(names)} ({thing})"


def _name(quoted: Mention, party: Party) -> str:
    facts = quoted.entry.facts
    return facts.persons[party.index].name if party.kind == "person" else facts.bodies[party.index].name


def _known(value: str | None) -> set[str]:
    return {value} if value else set()
