"""How many reports and entries name a person, and how many publishers stand behind an entry and an act.

A query could count them anew. Over a large archive that takes seconds, so they are counted here, once.
"""

from collections import defaultdict

from kg.graph.value import Key
from kg.rows.tables import Tables


def put_counts(tables: Tables) -> None:
    """Put ``Person.entries_naming`` and ``reports_naming``, and ``publishers`` of entries and acts, after all else."""
    report_of = {entry: report for entry, report, _ in tables.relationships("IN_REPORT")}
    naming: dict[Key, set[Key]] = defaultdict(set)
    for entry, named, _ in tables.relationships("MENTIONS"):
        if named.label == "Person":
            naming[named].add(entry)
    for person, properties in tables.nodes("Person"):
        properties["entries_naming"] = len(naming[person])
        properties["reports_naming"] = len({report_of[entry] for entry in naming[person]})
    _put_publishers(tables)


def _put_publishers(tables: Tables) -> None:
    publisher_of = {source: str(p["publisher"]) for source, p in tables.nodes("Source") if "publisher" in p}
    publishers: dict[Key, set[str]] = defaultdict(set)
    for entry, source, _ in tables.relationships("CITES"):
        if source in publisher_of:
            publishers[entry].add(publisher_of[source])
    for entry, recorded, _ in tables.relationships("RECORDS"):
        if recorded.label == "Event":
            publishers[recorded] |= publishers[entry]
    for label in ("Entry", "Event"):
        for key, properties in tables.nodes(label):
            properties["publishers"] = len(publishers[key])
