"""Acts: who did what to whom, from the words of an entry (annotation, acts).

Way of the words: ``syntax`` cuts a sentence into tokens and clauses, ``arguments`` finds the phrases of each predicate
and whom they mean; ``predicates`` and ``frames`` say which act a predicate may tell (classes of typed arguments, narrow
phrases); ``news`` decides which of these candidates are acts of the entry; ``details`` reads dates, hours, outcomes and
reasons, and who did it where the entry leaves one answer only.
"""

from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.topic import find_topic
from ingest.extract.acts.details.actors import add_actors
from ingest.extract.acts.details.details import add_details
from ingest.extract.acts.details.matters import add_matters
from ingest.extract.acts.frames.clause_words import EntryWords
from ingest.extract.acts.frames.triggers import FrameReader
from ingest.extract.acts.lexicon.assertion import load_assertion
from ingest.extract.acts.lexicon.frames import load_frames
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.news.candidates import Candidate, join_readings
from ingest.extract.acts.news.choose import choose_acts
from ingest.extract.acts.news.features import add_features
from ingest.extract.acts.news.model import Weights, load_weights, weigh
from ingest.extract.acts.news.reasons import Reasons, find_reasons
from ingest.extract.acts.predicates.assertion import is_real
from ingest.extract.acts.predicates.reader import read_predicates
from ingest.extract.acts.syntax.clauses import read_sentence, split_tokens
from ingest.extract.acts.syntax.tokens import read_tokens
from ingest.facts import Act, EntryFacts, Evidence, Party, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import Role

# Whose doing an entry may be that tells nothing else.
_ACTIVE: frozenset[Role] = frozenset({"target", "speaker", "other"})


def find_acts(
    document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, weights: Weights | None = None
) -> tuple[Act, ...]:
    """The acts of an entry whose places, persons, bodies, charges and sanctions are read already.

    In the order of the text; ``evidence.spans[0]`` is the verb or noun. ``weights`` are those of the news model, the
    project's own where none are given. Raises ``LexiconError`` for a faulty lexicon.
    """
    weights = weights or load_weights()
    candidates, focus = _weigh_candidates(document, facts, jurisdiction, weights)
    return _choose(document, facts, jurisdiction, candidates, focus, weights)


def explain_acts(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Reasons | None, ...]:
    """Why each act that ``find_acts`` finds was read; ``None`` where no candidate became it.

    Raises ``LexiconError`` for a faulty lexicon.
    """
    weights, frames = load_weights(), load_frames(jurisdiction)
    candidates, focus = _weigh_candidates(document, facts, jurisdiction, weights)
    acts = _choose(document, facts, jurisdiction, candidates, focus, weights)
    return tuple(find_reasons(act, candidates, weights, frames) for act in acts)


def _weigh_candidates(
    document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, weights: Weights
) -> tuple[list[Candidate], Focus]:
    candidates, focus = find_candidates(document, facts, jurisdiction)
    for candidate in candidates:
        weigh(candidate, weights)
    return candidates, focus


def _choose(
    document: Document,
    facts: EntryFacts,
    jurisdiction: Jurisdiction,
    candidates: list[Candidate],
    focus: Focus,
    weights: Weights,
) -> tuple[Act, ...]:
    header = focus.topic if focus.header else ()
    chosen = choose_acts(candidates, weights.threshold, facts, header, load_acts(jurisdiction))
    detailed = add_details(add_matters(chosen, document, facts), document, facts, jurisdiction)
    return add_actors(detailed, document, facts, jurisdiction) or _other(document, facts, candidates)


def _other(document: Document, facts: EntryFacts, candidates: list[Candidate]) -> tuple[Act, ...]:
    """What an entry tells that is of no known type, by those it names (annotation, acts)."""
    named = tuple(Party("person", i) for i, person in enumerate(facts.persons) if person.role in _ACTIVE)
    body = facts.entry.body
    sentence = next((s for s in document.sentences if s.end > body), None)
    if sentence is None:
        return ()
    span = Span(max(sentence.start, body), sentence.end)
    if candidates:
        span = Span(candidates[0].trigger.start, candidates[0].trigger.end)
    evidence = Evidence((span,), "acts.other", "low", "no word tells an act of another type")
    return (Act("other", evidence, by=named),)


def find_candidates(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[list[Candidate], Focus]:
    """Every candidate act of an entry with its features, in the order of the text, and whom the entry is about."""
    lexicon, cues = load_acts(jurisdiction), load_assertion(jurisdiction)
    sentences = split_tokens(read_tokens(document, facts, lexicon.country), document)
    topic, header = find_topic(sentences, facts)
    focus = Focus(facts, lexicon, topic, header)
    words = EntryWords(facts.entry.text)
    candidates: list[Candidate] = []
    for number, tokens in enumerate(sentences):
        sentence = read_sentence(tokens, lexicon)
        focus.begin_sentence()
        beside = replace(focus, recent=list(focus.recent))
        found = read_predicates(sentence, number, facts, lexicon, focus, cues)
        framed = FrameReader(sentence, number, words, lexicon, beside).read()
        joined = join_readings(found, framed, sentence, lexicon, cues, facts)
        candidates += [c for c in joined if is_real(c.assertion, bool(c.frame))]
    add_features(candidates, facts, focus.topic, len(document.sentences))
    return candidates, focus
