"""Each fact of a dossier as a numbered claim: what, when, how certain, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.dossier.law import Law
from exports.dossier.quotes import Quote, Quoter
from exports.dossier.scope import Scope
from exports.dossier.wording import Certainty
from exports.picture.stages import Stages
from exports.rdf.tables import GraphTables
from kg.entries.quotation import one_line
from kg.graph.value import Graph, Key, Node, Relationship
from queries.pages.facts import describe_sanction
from queries.pages.phrases import (
    PARTS,
    claim,
    count,
    date_act,
    date_mentions,
    list_words,
    name_act,
    plain,
    standing_of,
)

_LAST = "9999"
_ORDER = ("Event", "Charge", "Sanction", "Stay")
_STANDING_IN = frozenset({"PARTY_TO", "FACES"})
_UNDERGONE = frozenset({"FACES", "RECEIVED", "IN_CUSTODY"})


@dataclass(frozen=True)
class Claim:
    """``standing`` says in words how certain it is; an accusation is never without it.

    ``about_accused`` says that it happened only to people who stand accused of harm to others, not to a victim.
    """

    number: int
    fact: Node
    what: str
    dates: tuple[str, ...]
    certainty: Certainty
    standing: str
    details: tuple[str, ...]
    quotes: tuple[Quote, ...]
    roles: frozenset[str]
    about_accused: bool


class Claims:
    """Makes the claims of one graph."""

    def __init__(self, graph: Graph, tables: GraphTables, quoter: Quoter) -> None:
        self._graph, self._tables, self._quoter = graph, tables, quoter
        self._stages = Stages(graph)
        self.law = Law(graph, tables)
        self._accused = {
            (r.start, r.end)
            for r in graph.relationships
            if r.type in _STANDING_IN and r.properties.get("role") == "perpetrator"
        }

    def of_scope(self, scope: Scope) -> list[Claim]:
        """All facts of a person or case in order of their dates; undated ones last."""
        ordered = sorted(scope.facts, key=lambda key: (self._day(key), _ORDER.index(key.label), key.id))
        return [self._claim(number, key, scope.facts[key]) for number, key in enumerate(ordered, 1)]

    def name(self, key: Key) -> str:
        """The name of a person, body or place."""
        node = self._graph.by_key[key]
        return one_line(str(node.properties.get("name") or node.properties.get("title") or node.id))

    def parties(self, fact: Key, role: str) -> list[Relationship]:
        """Who is involved in an act in a role."""
        around = self._tables.incoming.get(fact, ())
        return [r for r in around if r.type == "INVOLVED_IN" and r.properties.get("role") == role]

    def ends(self, fact: Key, type: str) -> list[str]:
        """The names of where a relationship of a type leads."""
        return [self.name(r.end) for r in self._tables.outgoing.get(fact, ()) if r.type == type]

    def _day(self, key: Key) -> str:
        p = self._graph.by_key[key].properties
        found = [p.get(name) for name in ("date", "since", "reported", "first_seen")]
        return str(next(filter(None, found), None) or self._first_reported(key) or _LAST)

    def _claim(self, number: int, key: Key, own: Iterable[Relationship]) -> Claim:
        node, tied = self._graph.by_key[key], list(own)
        recorded = [r for r in self._tables.incoming.get(key, ()) if r.type == "RECORDS"]
        make = {"Event": self._act, "Charge": self._charge, "Sanction": self._sanction, "Stay": self._stay}
        what, dates, certainty, standing, details = make[key.label](node, tied)
        words = tuple(self._quoter.quotes([*tied, *recorded]))
        roles = frozenset(str(r.properties["role"]) for r in tied if "role" in r.properties)
        return Claim(
            number,
            node,
            what,
            dates,
            certainty,
            standing,
            tuple(filter(None, details)),
            words,
            roles,
            self._about_accused(key),
        )

    def _about_accused(self, fact: Key) -> bool:
        cases = [r.end for r in self._tables.outgoing.get(fact, ()) if r.type == "IN_CASE"]
        incoming = self._tables.incoming.get(fact, ())
        undergone = [r.start for r in incoming if r.type in _UNDERGONE]
        undergone += [r.start for r in self.parties(fact, "to")]
        return bool(undergone) and all(any((who, of) in self._accused for of in (fact, *cases)) for who in undergone)

    def _act(self, node: Node, own: list[Relationship]) -> "_Parts":
        p = node.properties
        standing = next((str(r.properties["standing"]) for r in own if "standing" in r.properties), None)
        standing = standing or _text(p.get("standing"))
        to = list_words(self.name(r.start) for r in self.parties(node.key, "to"))
        by = list_words(self._author(r, standing) for r in self.parties(node.key, "by"))
        what = _capital(name_act(str(p["type"]))) + (f" of {to}" if to else "")
        details = [
            f"by {by}" if by else "",
            f"at {list_words(where)}" if (where := self.ends(node.key, "AT")) else "",
            f"outcome: {plain(p['outcome'])}" if "outcome" in p else "",
            f"for {p['hours']:g} hours" if "hours" in p else "",
            count(int(str(p["count"])), "person", "people") if "count" in p else "",
            f"next date: {p['next']}" if "next" in p else "",
            f"reason given: {one_line(str(p['reason']))}" if "reason" in p else "",
            "ACCOUNTS DIFFER" if p.get("disputed") else "",
        ]
        dates = date_act(_text(p.get("date")), _text(p.get("reported")))
        return what, dates, _certainty(standing), standing_of(standing), details

    def _charge(self, node: Node, own: list[Relationship]) -> "_Parts":
        p = node.properties
        law = list_words(map(self.law.name, self.law.under(node.key)))
        faces = [r for r in self._tables.incoming.get(node.key, ()) if r.type == "FACES"]
        accused = any(r.properties.get("role") == "perpetrator" for r in faces)
        unnamed = count(int(str(p["count"])), "person not named", "people not named") if "count" in p else ""
        details = [
            list_words(self.name(r.start) for r in faces) or unnamed or "nobody named",
            PARTS["perpetrator"] if accused else "",
            *self._replaced(node.key),
        ]
        dates = date_mentions(_text(p.get("first_seen")), _text(p.get("last_seen")))
        certainty: Certainty = "convicted" if p.get("stage") == "convicted" else "accused"
        return f"Charge: {law or 'law not named'}", dates, certainty, self._stages.word(node.key), details

    def _sanction(self, node: Node, own: list[Relationship]) -> "_Parts":
        p = node.properties
        names = {"longest": "duration_max", "units": "index_units"}
        known = ("kind", "duration", "longest", "amount", "units", "joint", "until", "count")
        row = {name: p.get(names.get(name, name)) for name in known}
        requested = p.get("status") == "requested"
        received = [self.name(r.start) for r in self._tables.incoming.get(node.key, ()) if r.type == "RECEIVED"]
        by, law = self.ends(node.key, "IMPOSED_BY"), [self.law.name(v) for v in self.law.under(node.key)]
        details = [
            list_words(received),
            f"{'requested from or by' if requested else 'by'} {list_words(by)}" if by else "",
            f"under {list_words(law)}" if law else "",
            "ACCOUNTS DIFFER" if p.get("disputed") else "",
            *self._replaced(node.key),
        ]
        dates = date_act(_text(p.get("date")), self._first_reported(node.key), "dated")
        standing = "REQUESTED, not imposed" if requested else "imposed"
        return _capital(describe_sanction(row)), dates, "requested" if requested else "imposed", standing, details

    def _stay(self, node: Node, own: list[Relationship]) -> "_Parts":
        p = node.properties
        where = list_words(self.ends(node.key, "AT"))
        held = [self.name(r.start) for r in self._tables.incoming.get(node.key, ()) if r.type == "IN_CUSTODY"]
        dates = (
            f"since {p['since']}" if "since" in p else "beginning not reported",
            f"until {p['until']}" if "until" in p else "end not reported",
            *date_mentions(_text(p.get("first_seen")), _text(p.get("last_seen"))),
        )
        return f"In custody{f' at {where}' if where else ''}", dates, "stated", standing_of(None), [list_words(held)]

    def _first_reported(self, fact: Key) -> str | None:
        entries = [r.start for r in self._tables.incoming.get(fact, ()) if r.type == "RECORDS"]
        dates = (self._graph.by_key[entry].properties.get("date") for entry in entries)
        return min(map(str, filter(None, dates)), default=None)

    def _author(self, party: Relationship, standing: str | None) -> str:
        own = _text(party.properties.get("standing")) or standing
        office = f", {plain(party.properties['office'])}" if "office" in party.properties else ""
        return f"{self.name(party.start)}{office}{claim(own)}"

    def _replaced(self, key: Key) -> list[str]:
        words = {"Charge": "another charge", "Sanction": "another sanction"}[key.label]
        around = ((self._tables.outgoing, "replaces"), (self._tables.incoming, "replaced by"))
        return [f"{said} {words}" for rows, said in around if any(r.type == "REPLACES" for r in rows.get(key, ()))]


_Parts = tuple[str, tuple[str, ...], Certainty, str, list[str]]


def _certainty(standing: str | None) -> Certainty:
    known: dict[str, Certainty] = {"alleged": "alleged", "denied": "denied", "found": "found"}
    return known.get(standing or "", "stated")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
