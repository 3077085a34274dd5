"""Provisions of law: a code, an article, and its parts, each part of the one above."""

from ingest.facts import Charge
from ingest.jurisdictions.lexicons import code_names
from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.provisions import NO_CODE, provision_id
from kg.graph.value import Key
from kg.rows.tables import Tables


def put_provision(tables: Tables, charge: Charge, jurisdiction: Jurisdiction) -> Key:
    """Put the provision a charge cites and every level above it; an article has the pack's title of the offence."""
    code = charge.code or NO_CODE
    node = tables.put_node("Provision", code, code=code, level="code")
    levels = (("article", charge.article), ("part", charge.part), ("paragraph", charge.paragraph))
    known: dict[str, str] = {}
    for level, value in levels:
        if not value:
            break
        known[level] = value
        id = provision_id(charge.code, known["article"], known.get("part"), known.get("paragraph"))
        title = next(iter(code_names(jurisdiction).titles.get(id, ())), None) if level == "article" else None
        inner = tables.put_node("Provision", id, code=code, level=level, title=title, **known)
        tables.put_relationship("PART_OF", inner, node)
        node = inner
    return node
