"""On how many days something was done to a person: what the first question of every investigator is answered by.

It could be counted from the ties each time it is asked; over a large archive that takes seconds, so it stands on the
person. ``queries/targeting/repeated_targeting.cypher`` shows what was done, by the same rule.
"""

from collections import defaultdict

from kg.building.tables import Tables
from kg.graph import Key

# Acts to somebody by which nothing is done against them.
_NOT_AGAINST = frozenset({"statement", "complaint", "release"})


def put_days_targeted(tables: Tables) -> None:
    """Put ``Person.days_targeted`` on everybody, when acts, cases and their ties are put.

    A case in which the person stands accused of what was done to others does not count (design, rule 6): an officer on
    trial is not targeted.
    """
    accused = set(tables.ties("PARTY_TO", role="perpetrator"))
    cases: dict[Key, list[Key]] = defaultdict(list)
    for event, case in tables.ties("IN_CASE"):
        cases[event].append(case)
    dated = ((key, told["type"], told.get("date")) for key, told in tables.nodes("Event"))
    against = {event: date for event, type, date in dated if date and type not in _NOT_AGAINST}
    days: dict[Key, set[str]] = defaultdict(set)
    for person, event in tables.ties("INVOLVED_IN", role="to"):
        if event in against and any((person, case) not in accused for case in cases.get(event, (None,))):
            days[person].add(against[event])
    for person, _ in list(tables.nodes("Person")):
        tables.put("Person", person.id, days_targeted=len(days[person]))
