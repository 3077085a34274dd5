"""Which acts are acts against a person, against how many, and on how many days: every investigator's first question.

A query could derive these from other relationships. Over a large archive that takes seconds, and every query would have
to know the rule; so it is derived here, once.
"""

from collections import defaultdict

from ingest.vocabulary import ActType
from kg.graph.value import Key
from kg.rows.tables import Tables

# Acts that are not against the person they are done to.
_NOT_AGAINST: frozenset[ActType] = frozenset({"statement", "complaint", "release"})


def put_days_targeted(tables: Tables) -> None:
    """Put ``INVOLVED_IN.against``, ``Event.people_targeted`` and ``Person.days_targeted``, after acts and cases.

    A case in which the person stands accused of what was done to others does not count (design, rule 6): an officer on
    trial is not targeted.
    """
    accused = {(person, case) for person, case, _ in tables.relationships("PARTY_TO", role="perpetrator")}
    cases: dict[Key, list[Key]] = defaultdict(list)
    for event, case, _ in tables.relationships("IN_CASE"):
        cases[event].append(case)
    acts = {event: act for event, act in tables.nodes("Event") if act["type"] not in _NOT_AGAINST}
    days: dict[Key, set[str]] = defaultdict(set)
    targeted: dict[Key, set[Key]] = defaultdict(set)
    for person, event, row in tables.relationships("INVOLVED_IN", role="to"):
        counted = any((person, case) not in accused for case in cases.get(event, (None,)))
        if person.label == "Person" and event in acts and counted:
            row["against"] = True
            targeted[event].add(person)
            days[person] |= {acts[event]["date"]} if "date" in acts[event] else set()
    for person, properties in tables.nodes("Person"):
        properties["days_targeted"] = len(days[person])
    for event, properties in tables.nodes("Event"):
        properties["people_targeted"] = len(targeted[event])
