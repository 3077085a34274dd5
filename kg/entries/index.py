"""Every mention of the entries in force that a decision can be about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ingest.facts import Act, Sanction, Span, party_name
from ingest.vocabulary import RALLY_PLANS
from kg.entries.active import ActiveEntry
from kg.entries.mentions import (
    BODY_LABELS,
    Mention,
    MentionKey,
    affiliation_mention_ids,
    body_mention_ids,
    charge_mention_ids,
    event_mention_ids,
    name_of,
    names_of,
    person_mention_ids,
    place_mention_ids,
    relation_mention_ids,
    sanction_mention_ids,
    stay_mention_ids,
    term_of,
)
from kg.entries.plain_text import PlainText
from kg.entries.provisions import provision_id
from kg.entries.stated import ActiveGraph, former_ids, stated_as, stated_mentions


class MentionIndex:
    """The mentions of some entries: by id, by entry and label. Each view is made when first asked for.

    ``former`` has earlier descriptions of mentions, by entry, label and position: of facts that people corrected since.
    ``graphs`` are those that partners state: their mentions are in no entry of ``entries``.
    """

    def __init__(
        self,
        entries: Sequence[ActiveEntry],
        former: Mapping[tuple[str, str, int], str] | None = None,
        graphs: Sequence[ActiveGraph] = (),
    ) -> None:
        self.entries = entries
        self.graphs = graphs
        self._former = former or {}
        self._plain: dict[str, PlainText] = {}

    @cached_property
    def by_id(self) -> Mapping[str, Mention]:
        """Every mention by its id."""
        read = {mention.id: mention for mention in _all_mentions(self.entries)}
        stated = {mention.id: mention for mention in self.stated}
        return read | stated if stated else read

    @cached_property
    def stated(self) -> Sequence[Mention]:
        """The mentions that partners state."""
        return stated_mentions(self.graphs)

    def find_stated(self, series: str, label: str, id: str) -> Mention | None:
        """What a series states under an id, or under the one that its files lead to from there."""
        return self._stated_as.get((series, label, id)) or self._stated_as.get(
            (series, label, self._former_ids.get((series, id), id))
        )

    @cached_property
    def _stated_as(self) -> Mapping[tuple[str, str, str], Mention]:
        return stated_as(self.stated)

    @cached_property
    def _former_ids(self) -> Mapping[tuple[str, str], str]:
        return former_ids(self.graphs)

    @cached_property
    def _of_entry(self) -> Mapping[tuple[str, str], Sequence[Mention]]:
        of_entry: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in self.by_id.values():
            if not mention.stated:  # a partner's entry may have the id of one of ours
                of_entry[mention.entry.id, mention.label].append(mention)
        return of_entry

    @cached_property
    def _of_report(self) -> Mapping[str, Sequence[ActiveEntry]]:
        of_report: dict[str, list[ActiveEntry]] = defaultdict(list)
        for entry in self.entries:
            of_report[entry.report].append(entry)
        return of_report

    def of_entry(self, entry: ActiveEntry, label: str) -> Sequence[Mention]:
        """The mentions of one label in an entry."""
        return self._of_entry.get((entry.id, label), ())

    def is_described(self, mention: Mention, description: str) -> bool:
        """Whether a mention is described just so, or was before people corrected it."""
        former = self._former.get((mention.entry.id, mention.label, mention.index))
        return description in (mention.description, former)

    def id_of(self, entry: ActiveEntry, label: str, index: int) -> str:
        """The id of the fact of a label at a position among the entry's facts of its kind: what decisions name."""
        return next(mention.id for mention in self.of_entry(entry, label) if mention.index == index)

    def entries_of(self, report: str) -> Sequence[ActiveEntry]:
        """The entries of a report (id), none if it is not in force."""
        return self._of_report.get(report, ())

    def plain(self, entry: ActiveEntry) -> PlainText:
        """The entry's text as selectors quote it."""
        if entry.id not in self._plain:
            self._plain[entry.id] = PlainText(entry.facts.entry)
        return self._plain[entry.id]


def _all_mentions(entries: Sequence[ActiveEntry]) -> Iterator[Mention]:
    persons, bodies = person_mention_ids(entries), body_mention_ids(entries)
    places, events = place_mention_ids(entries), event_mention_ids(entries)
    penalties = charge_mention_ids(entries), sanction_mention_ids(entries), stay_mention_ids(entries)
    relations, affiliations = relation_mention_ids(entries), affiliation_mention_ids(entries)
    for entry in entries:
        facts = entry.facts
        for i, person in enumerate(facts.persons):
            yield Mention(persons[entry.id, i], "Person", entry, i, person.evidence.spans, person.name)
        for i, body in enumerate(facts.bodies):
            yield Mention(bodies[entry.id, i], BODY_LABELS[body.kind], entry, i, body.evidence.spans, body.name)
        for i, place in enumerate(facts.places):
            if place.evidence.spans:  # a heading's place is a mention in the entry that has the heading
                yield Mention(places[entry.id, i], "Place", entry, i, place.evidence.spans, place.name)
        for i, act in enumerate(facts.acts):
            yield Mention(events[entry.id, i], "Event", entry, i, act.evidence.spans[:1], _describe_act(entry, act))
        yield from _penalties(entry, penalties)
        yield from _ties(entry, relations, affiliations)
        yield from _whole_entry(entry)


def _penalties(entry: ActiveEntry, ids: Sequence[Mapping[MentionKey, str]]) -> Iterator[Mention]:
    """Charges in the words of their article, sanctions in their own, stays in those of the facility."""
    facts, (charges, sanctions, stays) = entry.facts, ids
    for i, charge in enumerate(facts.charges):
        provision = provision_id(charge.code, charge.article, charge.part, charge.paragraph)
        description = _join([name_of(entry, charge.person), provision])
        yield Mention(charges[entry.id, i], "Charge", entry, i, charge.evidence.spans, description)
    for i, sanction in enumerate(facts.sanctions):
        description = _join([names_of(entry, sanction), *_describe_sanction(sanction)])
        yield Mention(sanctions[entry.id, i], "Sanction", entry, i, sanction.evidence.spans, description)
    for i, custody in enumerate(entry.custodies()):
        facility = facts.bodies[custody.facility]
        description = _join([name_of(entry, custody.person), facility.name])
        evidence = custody.evidence or facility.evidence
        yield Mention(stays[entry.id, i], "Stay", entry, i, evidence.spans, description)


def _ties(
    entry: ActiveEntry, relations: Mapping[MentionKey, str], affiliations: Mapping[MentionKey, str]
) -> Iterator[Mention]:
    """Relations and affiliations, each in its own words."""
    for i, relation in enumerate(entry.facts.relations):
        description = _join([name_of(entry, relation.source), relation.kind, name_of(entry, relation.target)])
        yield Mention(relations[entry.id, i], "Relation", entry, i, relation.evidence.spans, description)
    for i, affiliation in enumerate(entry.facts.affiliations):
        body = entry.facts.bodies[affiliation.body]
        description = _join([name_of(entry, affiliation.person), affiliation.as_, body.name])
        yield Mention(affiliations[entry.id, i], "Affiliation", entry, i, affiliation.evidence.spans, description)


def _whole_entry(entry: ActiveEntry) -> Iterator[Mention]:
    """An entry as a whole is a mention of its case, and of its campaign."""
    if spans := _spans_of_case(entry):
        yield Mention(entry.mention_id("case"), "Case", entry, 0, spans)
    if spans := _spans_of_campaign(entry):
        yield Mention(entry.mention_id("campaign"), "Campaign", entry, 0, spans)


def _spans_of_case(entry: ActiveEntry) -> tuple[Span, ...]:
    """The words that stand for an entry's case, if it may belong to one: those of its charge, sanction or act."""
    facts = entry.facts
    evidences = [fact.evidence for fact in facts.charges] or [fact.evidence for fact in facts.sanctions]
    evidences = evidences or [fact.evidence for fact in facts.acts] or list(facts.evidences())
    return evidences[0].spans[:1] if evidences else ()


def _spans_of_campaign(entry: ActiveEntry) -> tuple[Span, ...]:
    """The words that call an assembly or name its day; else the first act, for what shares a topic or a meeting."""
    facts = entry.facts
    calls = [act.evidence for act in facts.acts if act.type in RALLY_PLANS and act.next]
    calls += [occasion.evidence for occasion in facts.occasions]
    calls = calls or [act.evidence for act in facts.acts]
    return calls[0].spans[:1] if calls else ()


def _describe_sanction(sanction: Sanction) -> list[str]:
    return [sanction.kind, *(str(term) for term in term_of(sanction) if term is not None), sanction.status]


def _describe_act(entry: ActiveEntry, act: Act) -> str:
    """What distinguishes an act from others in the same words: its type, its target, and its date."""
    names = [party_name(entry.facts, party) for party in act.to]
    return _join([act.type, *sorted(names), act.date, act.next, act.standing])


def _join(parts: Sequence[str | None]) -> str:
    return "; ".join(filter(None, parts))
