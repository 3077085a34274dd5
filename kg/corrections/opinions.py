"""From what somebody says about a fact to a decision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.errors import KgError
from ingest.facts import Evidence, Span
from ingest.jurisdictions.packs import Jurisdiction
from kg.corrections.entries import DECIDED
from kg.corrections.fields import find_words
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import KindName, Values
from kg.corrections.kinds.registry import KINDS, label_of
from kg.corrections.known_facts import KnownFacts
from kg.corrections.names import NamesOfEntry
from kg.corrections.references import ValueNotAllowed
from kg.corrections.stated.facts import canonical_values
from kg.corrections.targets import ADDED, SET, fields_in
from kg.decisions.journal import STATING_VERBS, Decision, current_user, decide, effective
from kg.decisions.selectors import make_selector, write_selector
from kg.entries.active import ActiveEntry, ActiveReport
from kg.entries.mentions import Mention
from kg.entries.stated import ActiveGraph

FactVerb = Literal["right", "wrong", "corrected", "note", "protect"]


@dataclass(frozen=True)
class FactOpinion:
    """What somebody says about a fact (id), before it is a decision; ``values`` are the fields to correct, as text."""

    verb: FactVerb
    fact: str
    values: Values = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True)
class Addition:
    """A fact that an entry (id) says and the rules did not read: its fields as text, and the words it rests on."""

    entry: str
    kind: KindName
    values: Values
    words: str
    why: str = ""


def record_fact_opinions(
    opinions: Iterable[FactOpinion | Addition],
    reports: Sequence[ActiveReport],
    decisions: Sequence[Decision],
    who: str,
    things: Mapping[str, str],
    jurisdiction: Jurisdiction | None = None,
    graphs: Sequence[ActiveGraph] = (),
) -> list[Decision]:
    """Decisions that say what the opinions say, later than all there are; without those that hold just so already.

    One takes the place of what the same person said about the same fact before; what another said stays. ``things``
    leads from each mention to its thing in the graph: people and bodies may be given by its id or name.
    ``jurisdiction`` has the titles by which provisions may be given, ``graphs`` are what partners
    state. Raises ``KgError`` if an id is no fact's, or a value is not allowed.
    """
    taken: list[Decision] = []
    known, changed = KnownFacts(reports, decisions, jurisdiction, graphs), set[str]()
    for opinion in opinions:
        entry = _entry_of(opinion, known)
        if entry in changed:  # what was decided before may have changed its facts
            known, changed = KnownFacts(reports, [*decisions, *taken], jurisdiction, graphs), set()
        changed.add(entry)
        recorder = _Recorder(known, things, who or current_user(), (*decisions, *taken))
        try:
            decision = recorder.add(opinion) if isinstance(opinion, Addition) else recorder.say(opinion)
        except ValueNotAllowed as error:
            raise KgError(_sentence(str(error))) from None
        taken += [decision] if decision else []
    return taken


def _entry_of(opinion: FactOpinion | Addition, known: KnownFacts) -> str:
    """The entry (id) that an opinion is about; empty if it is about none."""
    if isinstance(opinion, Addition):
        return opinion.entry
    fact = known.find(opinion.fact)
    return fact.entry.id if fact else ""


def check_correction(known: KnownFacts, things: Mapping[str, str], fact: Fact, values: Values) -> dict[str, str]:
    """The values of a correction as a journal has them. Raises ``KgError`` if one is not allowed.

    ``things`` leads from each mention to its thing in the graph.
    """
    try:
        if fact.mention.stated:
            return canonical_values(fact, values)
        entry = known.entry(fact.entry.id)
        given = NamesOfEntry(entry, known.mentions, things, known.jurisdiction).canonical(fact.kind, values)
        fact.kind.check(fact.kind.make_of({**fact.values, **given}, entry.facts, Evidence(fact.mention.spans, DECIDED)))
    except ValueNotAllowed as error:
        raise KgError(_sentence(str(error))) from None
    return given


@dataclass(frozen=True)
class _Recorder:
    known: KnownFacts
    things: Mapping[str, str]
    who: str
    after: Sequence[Decision]

    def say(self, opinion: FactOpinion) -> Decision | None:
        """A decision about a fact; ``None`` if that is decided already."""
        fact = self.known.find(opinion.fact)
        if fact is None:
            raise KgError(f"'{opinion.fact}' is no fact's id in the reports in force. `kg show` prints the ids.")
        statements = self.known.statements_about(fact)
        said = [d for d in statements if d.verb in STATING_VERBS]
        own = [d for d in said if d.who == self.who]
        about = self.known.about(fact)
        match opinion.verb:
            case "note":
                noted = any((d.verb, d.who, d.why) == ("note", self.who, opinion.why) for d in statements)
                return None if noted else self._decide("note", about, opinion.why)
            case "protect":
                return self._protect(fact, opinion, about)
            case "corrected":
                return self._correct(fact, opinion, own, about)
            case "wrong":
                return None if fact.gone else self._refuse(fact, opinion.why, own, about)
            case "right":
                decided = not fact.gone and any(d.verb != "corrected" for d in said)
                return None if decided else self._decide("right", about | _prefixed(SET, fact.values), opinion.why, own)

    def _protect(self, fact: Fact, opinion: FactOpinion, about: dict[str, str]) -> Decision | None:
        """A decision about a person's consent; ``None`` if the same person said the same of it last."""
        consent = about | _prefixed(SET, opinion.values)
        own = [d for d in effective(self.after) if d.verb == "protect" and d.who == self.who]
        before = [d for d in own if about.items() <= d.about.items()]
        return None if before and before[-1].about == consent else self._decide("protect", consent, opinion.why)

    def add(self, addition: Addition) -> Decision | None:
        """A decision that adds a fact; ``None`` if the entry has it already."""
        entry = self.known.entry(addition.entry)
        kind = KINDS[addition.kind]
        given = self._names(entry).canonical(kind, addition.values)
        values = {name: text for name, text in given.items() if text}
        span = find_words(addition.words, entry.facts, several=kind.everywhere)
        kind.check(kind.make_of(values, entry.facts, Evidence((span,), DECIDED)))
        for fact in self.known.of_entry(entry):
            same = fact.kind is kind and all(fact.values.get(name, "") == text for name, text in values.items())
            if same and any(_overlap(span, own) for own in fact.mention.spans):
                return None
        mention = Mention("", label_of(kind, values), entry, 0, (span,))
        about = write_selector(make_selector(mention, self.known.mentions))
        return self._decide("added", about | _prefixed(SET, values), addition.why)

    def _names(self, entry: ActiveEntry) -> NamesOfEntry:
        return NamesOfEntry(entry, self.known.mentions, self.things, self.known.jurisdiction)

    def _correct(
        self, fact: Fact, opinion: FactOpinion, own: Sequence[Decision], about: dict[str, str]
    ) -> Decision | None:
        values = check_correction(self.known, self.things, fact, opinion.values)
        if not fact.gone and all(fact.values.get(name, "") == text for name, text in values.items()):
            return None
        stated = {name: text for d in own for name, text in fields_in(d, SET).items()} | values
        if any(d.verb == "added" for d in own):
            about.pop(ADDED, None)
            return self._decide("added", about | _prefixed(SET, stated), opinion.why, own)
        return self._decide("corrected", about | _prefixed(SET, stated), opinion.why, own)

    def _refuse(self, fact: Fact, why: str, own: Sequence[Decision], about: dict[str, str]) -> Decision:
        if added := next((d.id for d in own if d.verb == "added"), None):
            raise KgError(f"{fact.id} was added by your decision {added}. `kg undo {added}` takes it back.")
        return self._decide("wrong", about, why, own)

    def _decide(
        self,
        verb: FactVerb | Literal["added"],
        about: Values,
        why: str,
        own: Sequence[Decision] = (),
    ) -> Decision:
        instead = [id for d in own for id in (d.id, *d.about.get("instead", "").split())]
        named = {"instead": " ".join(instead)} if instead else {}
        return decide(verb, {**about, **named}, self.who, why, self.after)


def _prefixed(prefix: str, values: Values) -> dict[str, str]:
    return {f"{prefix}{name}": text for name, text in values.items()}


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
