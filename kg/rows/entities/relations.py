"""Relations of people to each other and to organisations, as the text states them."""

from collections.abc import Sequence

from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.tables import Tables


def put_relations(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``RELATED_TO``, ``REPRESENTS`` and ``AFFILIATED_WITH``."""
    for entry in entries:
        for relation in entry.facts.relations:
            source = Key("Person", resolution.person[entry.id, relation.source])
            target = Key("Person", resolution.person[entry.id, relation.target])
            words = entry.words(relation.evidence.spans)
            if source == target:
                continue
            if relation.kind == "lawyer":
                tables.put_relationship("REPRESENTS", source, target, words)
            else:
                tables.put_relationship("RELATED_TO", source, target, words, kind=relation.kind)
        for affiliation in entry.facts.affiliations:
            body, _ = resolution.body[entry.id, affiliation.body]
            if body.label == "Organisation":
                person = Key("Person", resolution.person[entry.id, affiliation.person])
                words = entry.words(affiliation.evidence.spans)
                tables.put_relationship("AFFILIATED_WITH", person, body, words, **{"as": affiliation.as_})
