"""What a file says in other vocabularies, and no export of this one repeats: nothing of it is in the graph."""

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.rdf.descriptions import Descriptions
from kg.rdf.terms import DCTERMS, OA, OWL, RDF, RDFS, SKOS, VOID, Terms
from kg.schema.schema import NodeKind, RelationshipKind, Schema

_REPEATING: Mapping[str, str] = {
    RDF: "type",
    RDFS: "label comment",
    DCTERMS: (
        "conformsTo date description identifier isPartOf isReplacedBy issued license publisher references rights"
        " source title"
    ),
    VOID: "entities subset vocabulary",
    OWL: "sameAs versionInfo",
    SKOS: "altLabel broader prefLabel",
    OA: "end exact hasSelector hasSource start",
    "https://schema.org/": "endDate startDate",
}
"""What exports say in other vocabularies too, beside their own terms; in ``kg/schema.yaml`` are more."""


def count_foreign(descriptions: Descriptions, terms: Terms) -> dict[str, int]:
    """How many statements have each predicate that says something of its own, sorted by predicate."""
    repeating = set(_repeating(terms.schema))
    found = Counter(predicate for _, predicate, _ in descriptions)
    foreign = (p for p in sorted(found) if not p.startswith(terms.namespace) and p not in repeating)
    return {predicate: found[predicate] for predicate in foreign}


def _repeating(schema: Schema) -> Iterator[str]:
    for namespace, names in _REPEATING.items():
        yield from (f"{namespace}{name}" for name in names.split())
    kinds: list[NodeKind | RelationshipKind] = [*schema.nodes.values(), *schema.relationships.values()]
    for kind in kinds:
        for term in (kind.rdf, *(declared.rdf for declared in kind.properties.values())):
            if term:
                prefix, _, name = term.partition(":")
                yield f"{schema.prefixes[prefix]}{name}"
