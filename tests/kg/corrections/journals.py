"""An entry with a fact of every kind, invented, and a journal of what people decide about them."""

from collections.abc import Sequence
from typing import Any

from ingest.facts import Affiliation, EntryFacts, Relation
from kg.corrections.corrections import correct_reports
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import Values
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import Addition, FactOpinion, record_fact_opinions
from kg.decisions.journal import Decision, decide
from kg.entries.active import ActiveReport
from kg.graph.value import Graph
from kg.rows.build import build
from tests.kg.scenes import KAZAKHSTAN, act, body, charge, entry, person, report, sanction, words

TEXT = (
    "March 3, Astana, the police detained Orvane Ilka and her brother Orvane Besk, activists of the Reed Union, under "
    "Article 61; the city court sentenced Orvane Ilka to 10 days of arrest, and she is held in Ashkel Prison[1]."
)
LATER = "March 9, Astana, Orvane Ilka was released from Ashkel Prison, the guard Tamsel said[2]."


def first(**changed: object) -> EntryFacts:
    facts: dict[str, object] = {
        "persons": (person(TEXT, "Orvane Ilka"), person(TEXT, "Orvane Besk", "relative")),
        "bodies": (
            body(TEXT, "organisation", "Reed Union", "movement"),
            body(TEXT, "court", "city court", "city", generic=True),
            body(TEXT, "facility", "Ashkel Prison", "prison"),
        ),
        "charges": (charge(TEXT, 0, "CAO", "61"), charge(TEXT, 1, "CAO", "61")),
        "sanctions": (sanction(TEXT, 0, "administrative_arrest", "10 days of arrest", duration="P10D"),),
        "acts": (
            act(TEXT, "detention", "detained", "p0 p1"),
            act(TEXT, "sentence", "sentenced", "p0", "b1", at=2),
        ),
        "relations": (Relation(1, "brother", 0, words(TEXT, "brother")),),
        "affiliations": (Affiliation(0, 0, "activists", words(TEXT, "activists")),),
    }
    return entry(1, "2031-03-03", TEXT, "Astana", **facts | changed)


def later(number: int = 2, text: str = LATER) -> EntryFacts:
    return entry(
        number,
        "2031-03-09",
        text,
        "Astana",
        persons=(person(text, "Orvane Ilka"), person(text, "Tamsel", "official", "prison")),
        bodies=(body(text, "facility", "Ashkel Prison", "prison"),),
        acts=(act(text, "release", "released", "p0", at=0),),
    )


REPORTS = [report(first(), later())]


NOTHING: Values = {}


class Journal:
    """Decisions about the facts of some reports, taken one after the other."""

    def __init__(self, *reports: ActiveReport) -> None:
        self.reports: Sequence[ActiveReport] = reports or REPORTS
        self.decisions: list[Decision] = []

    def fact(self, kind: str, index: int = 0, entry: str = "2031-03/1") -> Fact:
        known = KnownFacts(self.reports, self.decisions)
        there = next(e for e in known.mentions.entries if e.id == entry)
        return next(f for f in known.of_entry(there) if (f.kind.name, f.mention.index) == (kind, index))

    def say(self, verb: Any, id: str, values: Values = NOTHING, who: str = "anna") -> Decision | None:
        return self._take(FactOpinion(verb, id, values), who)

    def add(self, kind: Any, quoted: str, values: Values, who: str = "anna") -> Decision | None:
        return self._take(Addition("2031-03/1", kind, values, quoted), who)

    def undo(self, decision: Decision | None) -> None:
        """Undo a decision that was taken."""
        assert decision
        self.decisions.append(decide("undo", {"decision": decision.id}, "anna", "", self.decisions))

    def corrected(self, *reports: ActiveReport, position: int = 0) -> EntryFacts:
        return correct_reports(reports or self.reports, self.decisions).reports[0].facts.entries[position]

    def lost(self, *reports: ActiveReport) -> list[str]:
        return [lost.reason for lost in correct_reports(reports or self.reports, self.decisions).lost]

    def conflicts(self) -> list[tuple[str, ...]]:
        return [c.decisions for c in correct_reports(self.reports, self.decisions).conflicts]

    def graph(self) -> Graph:
        return build(self.reports, KAZAKHSTAN, self.decisions).graph

    def _take(self, opinion: FactOpinion | Addition, who: str) -> Decision | None:
        things = build(self.reports, KAZAKHSTAN, self.decisions).ids
        taken = record_fact_opinions([opinion], self.reports, self.decisions, who, things, KAZAKHSTAN)
        self.decisions += taken
        return taken[0] if taken else None


CORRECTIONS: list[tuple[str, dict[str, str], dict[str, object]]] = [
    ("person", {"role": "subject"}, {"role": "subject"}),
    ("person", {"name": "Orvanne, Ilka Mira"}, {"surname": "Orvanne", "given": "Ilka Mira"}),
    ("person", {"office": "legislator", "occupation": "activists; poet"}, {"office": "legislator"}),
    ("place", {"name": "Old Astana", "kind": "district"}, {"name": "Old Astana", "kind": "district"}),
    ("body", {"type": "party", "name": "Reed Union Party"}, {"type": "party", "name": "Reed Union Party"}),
    ("charge", {"provision": "CC 61/2"}, {"code": "CC", "article": "61", "part": "2", "paragraph": None}),
    ("charge", {"person": "Orvane Besk"}, {"person": 1}),
    ("charge", {"person": ""}, {"person": None}),
    ("sanction", {"duration": "P15D", "status": "requested"}, {"duration": "P15D", "status": "requested"}),
    ("sanction", {"kind": "fine", "amount": "172500", "duration": ""}, {"kind": "fine", "amount": 172500.0}),
    ("act", {"type": "summons", "standing": "alleged"}, {"type": "summons", "standing": "alleged"}),
    ("act", {"date": "2031-02", "count": "3", "hours": "2.5"}, {"date": "2031-02", "count": 3, "hours": 2.5}),
    ("act", {"at": "Ashkel Prison", "outcome": "dropped"}, {"at": 2, "outcome": "dropped"}),
    ("relation", {"kind": "husband"}, {"kind": "husband"}),
    ("affiliation", {"as": "member"}, {"as_": "member"}),
    ("stay", {"since": "2031-03", "until": "2031-03-13"}, {"since": "2031-03", "until": "2031-03-13"}),
]

INSERTED = "March 1, Almaty, a bridge was closed for repair[1]."
ADDITIONS: list[tuple[str, str, dict[str, str]]] = [
    ("person", "police", {"surname": "Police", "role": "other"}),
    ("charge", "Article 61", {"code": "CAO", "article": "61", "part": "3"}),
    ("sanction", "detained", {"kind": "warning", "status": "imposed", "person": "Orvane Besk"}),
    ("act", "held", {"type": "prison_conditions", "to": "Orvane Ilka; Orvane Besk", "reason": "activists"}),
    ("body", "police", {"kind": "organisation", "name": "police", "type": "state", "generic": "yes"}),
    ("place", "Astana", {"name": "Astana region", "kind": "region"}),
    ("relation", "brother", {"from": "Orvane Ilka", "kind": "sister", "to": "Orvane Besk"}),
    ("affiliation", "activists", {"person": "Orvane Besk", "body": "Reed Union", "as": "activists"}),
    ("stay", "held", {"person": "Orvane Besk", "facility": "Ashkel Prison"}),
]
