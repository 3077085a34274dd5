"""The saved queries as one would write them in networkx: the same columns and rows, over a MultiDiGraph.

A node carries its ``label`` and properties, an edge its ``type`` and properties (``network``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from typing import Any

import networkx as nx

from benchmarks.baselines.network import Network
from kg.graph.value import Key

Row = tuple[Any, ...]
Traversal = Callable[[Mapping[str, Any]], list[Row]]
LONGEST = 6
_HEARINGS = ("trial", "sentence", "appeal", "remand")


class Traversals(Network):
    """The questions over one graph; each takes its parameters and gives its rows."""

    NAMES = (
        "held_in_facility",
        "how_connected",
        "path_through_system",
        "provisions_by_place",
        "refusals_by_administration",
        "repeated_targeting",
        "shared_charges",
        "tried_together",
    )

    def by_name(self) -> dict[str, Traversal]:
        """Every question under the name of its saved query."""
        return {name: getattr(self, name) for name in self.NAMES}

    def held_in_facility(self, asked: Mapping[str, Any]) -> list[Row]:
        facility, rows = Key("Facility", asked["facility"]), []
        for stay in self.into(facility, "AT", "Stay"):
            cases = set(self.out(stay, "IN_CASE", "Case"))
            for person in self.into(stay, "IN_CUSTODY", "Person"):
                charges = [c for c in self.out(person, "FACES", "Charge", role="target") if self.is_in(c, cases)]
                provisions = sorted({v.id for c in charges for v in self.out(c, "UNDER", "Provision")})
                first, last, until = (self.get(stay, name) for name in ("first_seen", "last_seen", "until"))
                name, where = self.get(person, "name"), self.get(facility, "name")
                rows.append((name, first, last, until, provisions, where, person.id, facility.id))
        return sorted(rows, key=lambda r: _order(r[1], r[0], r[6], r[2], r[3]))

    def how_connected(self, asked: Mapping[str, Any]) -> list[Row]:
        ends, rows = (Key("Person", asked["person"]), Key("Person", asked["other"])), []
        try:
            ways = list(nx.all_shortest_paths(self.connections, *ends))
        except nx.NetworkXNoPath:
            return []
        for way in ways if len(ways[0]) <= LONGEST + 1 else ():
            rows += self._rows_of_way(way)
        return sorted(rows)[:50]

    def _rows_of_way(self, way: Sequence[Key]) -> list[Row]:
        """A row for each choice of relationships along a way."""
        people, acts = ([n.id for n in way if n.label == label] for label in ("Person", "Event"))
        steps = [self._caption(n) for n in way]
        between = [[d["type"] for d in self.connections[a][b].values()] for a, b in pairwise(way)]
        return [(len(types), steps, list(types), people, acts) for types in product(*between)]

    def _caption(self, node: Key) -> str:
        found = self.graph.nodes[node]
        standing = f" ({found['standing']})" if "standing" in found else ""
        return str(found.get("name") or found.get("title") or f"{found['type']}{standing}")

    def path_through_system(self, asked: Mapping[str, Any]) -> list[Row]:
        rows = []
        for _, e, tie in self.graph.out_edges(Key("Person", asked["person"]), data=True):
            if tie["type"] != "INVOLVED_IN":
                continue
            by = sorted({self.get(n, "name") for n in self.into(e, "INVOLVED_IN", role="by")})
            at = list(self.out(e, "AT", "Facility"))
            held, place = min((self.get(f, "name") for f in at), default=None), min((f.id for f in at), default=None)
            what = self.graph.nodes[e]
            details = (what.get("date"), what["type"], tie["role"], what.get("standing"), what.get("outcome"))
            rows.append((*details, by, held, what.get("reason"), tie["entries"][0], e.id, place))
        return sorted(rows, key=lambda r: _order(r[0], r[8], r[1], r[9], r[2]))

    def provisions_by_place(self, asked: Mapping[str, Any]) -> list[Row]:
        charges: dict[Key, set[Key]] = defaultdict(set)
        people: dict[Key, set[Key]] = defaultdict(set)
        places: dict[Key, set[str]] = defaultdict(set)
        for c in self.labelled["Charge"]:
            entries = list(self.into(c, "RECORDS", "Entry"))
            faced = list(self.into(c, "FACES", "Person"))
            where = {self.get(p, "name") for e in entries for p in self.out(e, "LOCATED_IN", "Place")}
            for a in {a for v in self.out(c, "UNDER", "Provision") for a in self.articles(v)}:
                charges[a].add(c)
                people[a].update(faced)
                places[a] |= where
        found = []
        for a, under in charges.items():
            unnamed = sum(self.get(c, "count") or 0 for c in under)
            found.append((a.id, self.get(a, "title"), len(under), len(people[a]), unnamed, sorted(places[a])))
        return sorted(found, key=lambda r: (-r[2], r[0]))

    def refusals_by_administration(self, asked: Mapping[str, Any]) -> list[Row]:
        groups: dict[tuple[Key | None, Key | None], list[Key]] = defaultdict(list)
        for e in self.labelled["Event"]:
            if self.get(e, "type") == "assembly_refusal":
                by = _or_none(self.into(e, "INVOLVED_IN", "Organisation", role="by"))
                at = _or_none(self.out(e, "AT", "Place"))
                for group in product(by, at):
                    groups[group].append(e)
        rows = [self._row_of_refusals(body, place, events) for (body, place), events in groups.items()]
        return sorted(rows, key=lambda r: (-r[2], *_order(r[0], r[1], r[8], r[7])))

    def _row_of_refusals(self, body: Key | None, place: Key | None, events: list[Key]) -> Row:
        """The refusals of one body in one place."""
        days, reasons = (sorted({v for e in events if (v := self.get(e, n))}) for n in ("next", "reason"))
        people = {p for e in events for p in self.into(e, "INVOLVED_IN", "Person", role="to")}
        named = sorted((self.get(p, "name"), p.id) for p in people)
        names, ids = [name for name, _ in named], [id for _, id in named]
        answered = self._notices_by_account(events)
        (city, town), (name, id) = self._named(place), self._named(body)
        return (city, name, len(answered), sum(answered.values()), days, reasons, names, town, id, ids)

    def _notices_by_account(self, events: list[Key]) -> dict[str, int]:
        """How many notices each refusal answers, however often it is told."""
        answered: dict[str, int] = defaultdict(int)
        for e in events:
            account = self.get(e, "account_of")
            answered[account] = max(answered[account], self.get(e, "notices") or 1)
        return answered

    def _named(self, thing: Key | None) -> tuple[str | None, str | None]:
        return (self.get(thing, "name"), thing.id) if thing else (None, None)

    def repeated_targeting(self, asked: Mapping[str, Any]) -> list[Row]:
        rows = []
        days_of = {p: self.get(p, "days_targeted") for p in self.labelled["Person"]}
        ranked = [p for p, number in days_of.items() if number >= max(asked["at_least"], 1)]
        ranked.sort(key=lambda p: (-days_of[p], self.get(p, "name"), p.id))
        for p in ranked[: asked["most"]]:
            acts_of = []
            for e in self.out(p, "INVOLVED_IN", "Event", against=True):
                what = self.graph.nodes[e]
                act = what["type"] + (f" ({what['standing']})" if "standing" in what else "")
                for c in _or_none(self.out(e, "IN_CASE", "Case")):
                    acts_of.append((what.get("date"), what["type"], e.id, c.id if c else None, act, what["account_of"]))
            acts_of.sort(key=lambda t: _order(*t[:4]))
            days, events, cases, acts, accounts = (_distinct(t[i] for t in acts_of) for i in (0, 2, 3, 4, 5))
            name = self.get(p, "name")
            rows.append((p.id, name, len(accounts), days_of[p], acts, days[0], days[-1], cases, events))
        return rows

    def shared_charges(self, asked: Mapping[str, Any]) -> list[Row]:
        held: dict[Key, set[tuple[str, str]]] = defaultdict(set)
        cited: dict[Key, set[str]] = defaultdict(set)
        for p in self.labelled["Person"]:
            for c in self.out(p, "FACES", "Charge", role="target"):
                for v in self.out(c, "UNDER", "Provision"):
                    for a in self.articles(v):
                        held[a].add((self.get(p, "name"), p.id))
                        cited[a].add(v.id)
        rows = []
        for a, people in held.items():
            if len(people) >= asked["at_least"]:
                names, ids = ([person[i] for person in sorted(people)] for i in (0, 1))
                rows.append((a.id, self.get(a, "title"), len(people), names, sorted(cited[a]), ids))
        return sorted(rows, key=lambda r: (-r[2], r[0]))

    def tried_together(self, asked: Mapping[str, Any]) -> list[Row]:
        rows: list[tuple[Any, Row]] = []
        for case, sittings in self._sittings().items():
            people = {when: self._before_court(events) for when, events in sittings.items()}
            joint = [when for when, there in people.items() if len(there) > 1]
            if not joint:
                continue
            earliest, _ = min(joint)
            most = max(len(people[when]) for when in joint)
            for row in self._pairs(case, sittings, people, most):
                order = (-most, *_order(earliest, case.id, row[0], row[1], *row[8:]))
                rows.append((order, row))
        rows.sort()
        return [row for _, row in rows[: asked["most"]]]

    def _sittings(self) -> dict[Key, dict[tuple[str, str], list[Key]]]:
        """For each case its hearings: the events of one day and kind are one."""
        sittings: dict[Key, dict[tuple[str, str], list[Key]]] = defaultdict(lambda: defaultdict(list))
        for e in self.labelled["Event"]:
            kind, day = self.get(e, "type"), self.get(e, "date")
            if kind in _HEARINGS and day:
                for c in self.out(e, "IN_CASE", "Case"):
                    sittings[c][day, kind].append(e)
        return sittings

    def _before_court(self, events: Iterable[Key]) -> set[Key]:
        return {person for e in events for person in self.into(e, "INVOLVED_IN", "Person", role="to")}

    def _pairs(
        self, case: Key, sittings: Mapping[Any, Sequence[Key]], people: Mapping[Any, set[Key]], most: int
    ) -> Iterator[Row]:
        together: dict[tuple[Key, Key], set[tuple[Any, ...]]] = defaultdict(set)
        for when, there in people.items():
            in_order = sorted(there, key=lambda person: person.id)
            for a, b in combinations(in_order, 2):
                together[a, b] |= self._courts_before(a, when, sittings[when])
        for (a, b), shared in together.items():
            told = sorted(shared, key=lambda row: _order(*row))
            days, steps, courts = (_distinct(row[i] for row in told) for i in range(3))
            names = self.get(a, "name"), self.get(b, "name")
            yield (*names, self._roles(case, a, b), steps, courts, min(days), most, case.id, a.id, b.id)

    def _courts_before(self, person: Key, when: tuple[str, str], events: Sequence[Key]) -> set[tuple[Any, ...]]:
        """The day and kind of a hearing with each court of the events in which a person is."""
        own = [e for e in events if person in self._before_court([e])]
        courts = [court for e in own for court in _or_none(self.into(e, "INVOLVED_IN", "Court"))]
        return {(*when, self._named(court)[0]) for court in courts}

    def _roles(self, case: Key, *people: Key) -> list[str]:
        ties = [tie for person in people for _, end, tie in self.graph.out_edges(person, data=True) if end == case]
        roles = {tie["role"] for tie in ties if tie["type"] == "PARTY_TO"}
        return sorted(roles & {"target", "perpetrator"})


def _or_none(found: Iterable[Key]) -> list[Key | None]:
    return list(found) or [None]


def _distinct(values: Iterable[Any]) -> list[Any]:
    return [value for value in dict.fromkeys(values) if value is not None]


def _order(*values: Any) -> tuple[tuple[bool, Any], ...]:
    """Sorts what is not there last."""
    return tuple((value is None, "" if value is None else value) for value in values)
