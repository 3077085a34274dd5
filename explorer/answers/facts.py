"""One fact with all its words, what people decided about it, and what of it can be corrected; what a line rests on."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.answers.details import find_node
from explorer.answers.evidence import Fact, FactDecision, Field, Verb, make_fact, make_quotes
from explorer.answers.networks import label_of, role_of
from explorer.answers.things import Standing, make_thing, read_standing
from explorer.decisions.knowledge import Known, is_decidable
from exports.picture.choice.connections import FACTS
from kg.corrections.kinds.fact import Fact as KnownFact
from kg.decisions.journal import Decision
from kg.graph.evidence import PACK, Passage, passages_of
from kg.graph.value import Key, Node, Relationship
from kg.schema.labels import load_labels
from kg.schema.sentences import say, spoken
from kg.stores import Store
from kg.stores.lookup import NotFound
from queries.networks.lines import read_between
from queries.networks.nodes import read_nodes
from queries.networks.passages import Quotations, passages_about
from queries.pages.phrases import TIE_STATED, plain, say_kind
from queries.pages.single_facts import read_line
from queries.pages.values import Line, Tie


def read_fact(store: Store, id: str, known: Known | None) -> Fact:
    """A fact, or a thing that entries name, with every place that tells of it.

    What one entry tells of a thing that others tell too, and a fact that somebody decided is wrong, are not in the
    graph by that id; they are answered with their own words. Raises ``NotFound`` if there is none.
    """
    try:
        node = find_node(store, id)
    except NotFound:
        return _read_of_entry(store, id, known)
    line = _line_of(store, node, tuple(passages_about(store, node.key)))
    fact = make_fact(line, node.label, "", Quotations(store, line.passages))
    return _with_knowledge(fact, known) if known else fact


def with_decisions(facts: Sequence[Fact], known: Known | None, decides: bool = True) -> list[Fact]:
    """Facts with whether people can decide about each, and the last decision where the decisions are at hand."""
    if not decides:
        return list(facts)
    return [_with_decision(fact, known) if is_decidable(fact.kind) else fact for fact in facts]


def _with_decision(fact: Fact, known: Known | None) -> Fact:
    return replace(fact, decidable=True, decision=_decision(known.decision_about(fact.id)) if known else None)


def read_line_facts(store: Store, first: Key, second: Key) -> list[Fact]:
    """What the lines between two things rest on, a fact for each line."""
    lines = read_between(store, first, second)
    nodes = read_nodes(store, (first, second))
    quotations = Quotations(store, (passage for line in lines for passage in passages_of(line)))
    return [make_fact(*_told(store, line, nodes), quotations) for line in lines]


def _told(store: Store, line: Relationship, nodes: dict[Key, Node]) -> tuple[Line, str, str]:
    """What a line tells, the kind of its fact, and its heading."""
    role, passages = role_of(line), tuple(passages_of(line))
    heading = label_of(line.type, role)
    fact = next((key for key in (line.end, line.start) if key.label in FACTS), None)
    if fact is not None:
        tie = Tie(role, str(line.properties.get("standing") or ""), passages)
        return read_line(store, fact.label, fact.id, tie), fact.label, heading
    start, end = (make_thing(nodes[key]).label for key in (line.start, line.end))
    standing = say(TIE_STATED) if any(passage.entry != PACK for passage in passages) else ""
    told = Line(f"{start}: {heading}: {end}", line.end.id, standing=standing, passages=passages)
    return told, line.end.label, heading


def _line_of(store: Store, node: Node, passages: tuple[Passage, ...]) -> Line:
    if node.label in FACTS:
        return replace(read_line(store, node.label, node.id), passages=passages)
    return Line(make_thing(node).label, node.id, passages=passages)


def _with_knowledge(fact: Fact, known: Known) -> Fact:
    """A fact with what the rules and people say of it."""
    if not is_decidable(fact.kind):
        return fact
    found = next(iter(known.about(fact.id)), None)
    told = with_decisions([fact], known)[0]
    if found is None:
        return told
    rules = {each.entry.id: _rule_of(each) for each in known.of(fact.id, everywhere=True)}
    quotes = tuple(replace(quote, rule=rules.get(quote.entry)) for quote in fact.quotes)
    return replace(told, quotes=quotes, confidence=_confidence_of(found), correctable=_fields_of(found))


def _read_of_entry(store: Store, id: str, known: Known | None) -> Fact:
    found = next(iter(known.about(id)), None) if known else None
    if known is None or found is None:
        raise NotFound("There is no such fact in the graph. It may have changed since: search for it again.")
    passages = tuple(Passage(found.entry.id, span) for span in found.mention.spans)
    values = ", ".join(f"{say_field(name)} {plain(text)}" for name, text in found.values.items())
    return Fact(
        id=id,
        kind=found.mention.label,
        group="",
        sentence=f"{say_kind(found.mention.label)}: {values}",
        standing=_standing_of(found),
        standing_words=say("decided to be wrong") if found.gone else "",
        date="",
        quotes=tuple(make_quotes(Quotations(store, passages), passages)),
        decidable=True,
        confidence=_confidence_of(found),
        decision=_decision(known.decision_about(id)),
        correctable=() if found.gone else _fields_of(found),
    )


def _standing_of(fact: KnownFact) -> Standing:
    """How far what one entry tells is established; what somebody decided is wrong is denied."""
    if fact.gone:
        return "denied"
    if fact.kind.name == "charge":
        return "accused"
    if fact.values.get("status") == "requested":
        return "requested"
    return read_standing(fact.values.get("standing"))


def _decision(decision: Decision | None) -> FactDecision | None:
    if decision is None:
        return None
    verb: Verb | None = next((verb for verb in ("right", "wrong", "corrected", "note") if verb == decision.verb), None)
    return FactDecision(decision.id, verb or "corrected", decision.why, decision.who)


def say_field(name: str) -> str:
    """A field that can be corrected, in words: those of the property of its name, where there is one."""
    english = name.replace("_", " ")
    return english if spoken() == "en" else load_labels(spoken()).properties.get(name, say(english))


def _rule_of(fact: KnownFact) -> str | None:
    return fact.value.evidence.rule if fact.value.evidence else None


def _confidence_of(fact: KnownFact) -> str | None:
    evidence = fact.value.evidence
    if evidence is None:
        return None
    return f"{evidence.confidence}: {evidence.doubt}" if evidence.doubt else str(evidence.confidence)


def _fields_of(fact: KnownFact) -> tuple[Field, ...]:
    return tuple(
        Field(name, say_field(name), fact.values.get(name, ""), field.allowed, field.choices)
        for name, field in fact.kind.fields.items()
    )
