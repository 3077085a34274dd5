"""Which acts are acts against a person, and on how many days there were any: every investigator's first question.

Both could be told from the other ties each time they are asked for. Over a large archive that takes seconds, and every
query would have to know the rule; so it is told here, once.
"""

from collections import defaultdict

from ingest.vocabulary import ActType
from kg.build.tables import Tables
from kg.graph.value import Key

# Acts to somebody by which nothing is done against them.
_NOT_AGAINST: frozenset[ActType] = frozenset({"statement", "complaint", "release"})


def put_targeting(tables: Tables) -> None:
    """Put ``INVOLVED_IN.against`` and ``Person.days_targeted``, when acts, cases and their ties are put.

    A case in which the person stands accused of what was done to others does not count (design, rule 6): an officer on
    trial is not targeted.
    """
    accused = {(person, case) for person, case, _ in tables.ties("PARTY_TO", role="perpetrator")}
    cases: dict[Key, list[Key]] = defaultdict(list)
    for event, case, _ in tables.ties("IN_CASE"):
        cases[event].append(case)
    acts = {event: told for event, told in tables.nodes("Event") if told["type"] not in _NOT_AGAINST}
    days: dict[Key, set[str]] = defaultdict(set)
    for person, event, tie in tables.ties("INVOLVED_IN", role="to"):
        counted = any((person, case) not in accused for case in cases.get(event, (None,)))
        if person.label == "Person" and event in acts and counted:
            tie["against"] = True
            days[person] |= {acts[event]["date"]} if "date" in acts[event] else set()
    for person, told in tables.nodes("Person"):
        told["days_targeted"] = len(days[person])
