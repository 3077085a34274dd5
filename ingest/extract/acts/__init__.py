"""Acts: who did what to whom, from the words of an entry (annotation, acts).

Way of the words: ``words`` cuts the telling into tokens, ``verbs``, ``voice`` and ``clauses`` find verbs and their
clauses, ``bounds`` the end of a phrase, ``parties`` whom it means (``bodies`` and ``focus`` what a noun or pronoun
stands for) and ``places`` where it stands; ``triggers`` and ``nouns`` match verbs and nouns with the frames of
``lexicon``, ``telling`` says how they stand to the news. ``settle``, ``accused``, ``corrections``, ``statements``,
``matters`` and ``actors`` apply the settled cases (annotation, acts); ``details``, ``times`` and ``reasons`` read
dates, hours, outcomes and reasons; ``cues`` are the last resort where no word told an act.
"""

import re

from ingest.analysis.document import Document
from ingest.extract.acts.actors import add_actors
from ingest.extract.acts.candidates import Candidate
from ingest.extract.acts.clauses import read_sentence
from ingest.extract.acts.cues import add_by_cues, fill_by_idle
from ingest.extract.acts.details import add_details
from ingest.extract.acts.focus import Focus
from ingest.extract.acts.lexicon import Lexicon, load_acts
from ingest.extract.acts.matters import add_matters
from ingest.extract.acts.settle import settle
from ingest.extract.acts.topic import find_topic
from ingest.extract.acts.triggers import SentenceReader
from ingest.extract.acts.words import Token, read_tokens, split_tokens
from ingest.facts import Act, Confidence, EntryFacts, Evidence, Party, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import read_count
from ingest.vocabulary import ActType, Role

# `There are four of them`.
_HOW_MANY = re.compile(r"\b[Tt]here (?:are|were) (\w{1,8}) of them\b")
# Whose doing an entry may be that tells nothing else.
_ACTIVE: frozenset[Role] = frozenset({"target", "speaker", "other"})
# Steps that an entry tells of the past to say whom it is about.
_HISTORY: frozenset[ActType] = frozenset({"sentence", "charge"})


def find_acts(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Act, ...]:
    """The acts of an entry whose places, persons, bodies, charges and sanctions are read already.

    In the order of the text; ``evidence.spans[0]`` is the verb or noun. Raises ``LexiconError`` for a faulty lexicon.
    """
    lexicon = load_acts(jurisdiction)
    sentences = split_tokens(read_tokens(document, facts, lexicon.country), document)
    topic, header = find_topic(sentences, facts)
    focus = Focus(facts, lexicon, topic, header)
    candidates: list[Candidate] = []
    first: Token | None = None
    for number, tokens in enumerate(sentences):
        sentence = read_sentence(tokens, lexicon)
        first = first or next((sentence.tokens[v.head] for v in sentence.verbs), None)
        candidates += SentenceReader(sentence, number, facts, lexicon, focus).read()
    told = tuple(_act(c, lexicon) for c in settle(candidates, document, facts, topic if header else ()))
    told = add_by_cues(told, document, facts, jurisdiction)
    detailed = add_details(add_matters(told, document, facts), document, facts, jurisdiction)
    acts = add_actors(_without_history(detailed, facts), document, facts)
    return fill_by_idle(acts, document, facts) or _something_else(facts, first)


def _something_else(facts: EntryFacts, verb: Token | None) -> tuple[Act, ...]:
    """What an entry tells that is of no type, by those it names (annotation, acts)."""
    if verb is None:
        return ()
    evidence = Evidence((Span(verb.start, verb.end),), "acts.other", "low", "no word tells an act of another type")
    named = tuple(Party("person", i) for i, person in enumerate(facts.persons) if person.role in _ACTIVE)
    many = _HOW_MANY.search(facts.entry.text)
    count = read_count(many[1]) if many else None
    return (Act("other", evidence, by=named, count=count),)


def _without_history(acts: tuple[Act, ...], facts: EntryFacts) -> tuple[Act, ...]:
    """Without verdicts and charges of another month beside today's news: they only say who somebody is."""
    today = facts.entry.date
    kept = [a for a in acts if not (a.date and today and a.type in _HISTORY and a.date[:7] < today[:7])]
    return tuple(kept) if kept else acts


def _act(c: Candidate, lexicon: Lexicon) -> Act:
    words = c.frame.words
    standing = words.standing or c.standing or ("alleged" if c.claimed and c.type in lexicon.wrongdoing else None)
    doubts = [
        words
        for words, holds in (
            ("told by a noun, without a verb", c.noun),
            ("only somebody's words", c.claimed and c.type != "statement"),
            ("who is concerned is not said beside it", c.inferred or c.topical),
        )
        if holds
    ]
    confidence: Confidence = "medium" if doubts else "high"
    span = Span(c.trigger.start, c.trigger.end)
    evidence = Evidence((span,), "acts.noun" if c.noun else "acts.verb", confidence, "; ".join(doubts))
    return Act(c.type, evidence, c.to, c.by, standing=standing, outcome=words.outcome, count=c.count)
