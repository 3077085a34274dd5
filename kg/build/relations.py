"""Ties between people, and of people to organisations, as the text states them."""

from collections.abc import Sequence

from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.resolution import Resolution


def put_ties(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``RELATED_TO``, ``REPRESENTS`` and ``AFFILIATED_WITH``."""
    for entry in entries:
        for relation in entry.facts.relations:
            source = Key("Person", who.person[entry.id, relation.source])
            target = Key("Person", who.person[entry.id, relation.target])
            words = entry.words(relation.evidence.spans)
            if source == target:
                continue
            if relation.kind == "lawyer":
                tables.tie("REPRESENTS", source, target, words)
            else:
                tables.tie("RELATED_TO", source, target, words, kind=relation.kind)
        for affiliation in entry.facts.affiliations:
            body, _ = who.body[entry.id, affiliation.body]
            if body.label == "Organisation":
                person = Key("Person", who.person[entry.id, affiliation.person])
                words = entry.words(affiliation.evidence.spans)
                tables.tie("AFFILIATED_WITH", person, body, words, **{"as": affiliation.as_})
