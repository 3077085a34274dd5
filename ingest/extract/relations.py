"""Kin and lawyers, as the text states them (guide, relations)."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ingest.extract.offices import office_words
from ingest.facts import EntryFacts, Evidence, Relation, Span
from ingest.jurisdiction import Jurisdiction

_REACH = 60
_DESCRIBED = (
    "activist|journalist|prisoner|detainee|convict|blogger|politician|defendant|accused|arrested|deceased|victim"
)
_POSSESSIVES = r"(?:his|her|their|the activist[’']s|the journalist[’']s|the prisoner[’']s|the detainee[’']s)"


@cache
def _words(jurisdiction: Jurisdiction) -> tuple[dict[str, str], str]:
    """Each word for a tie with its kind, and an alternative of all of them for patterns."""
    lexicon = office_words(jurisdiction)
    kinds = {word: kind for kind, words in lexicon.kin.items() for word in words}
    kinds |= dict.fromkeys(lexicon.lawyers, "lawyer")
    return kinds, "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))


def find_relations(facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Relation, ...]:
    """Each stated tie once; ``source`` is the ``kind`` of ``target``."""
    found: dict[tuple[int, int], Relation] = {}
    for relation in _read(facts, jurisdiction):
        found.setdefault((relation.source, relation.target), relation)
    return tuple(found.values())


def _read(facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    kinds, any_word = _words(jurisdiction)
    text = facts.entry.text
    mentions = sorted((span, index) for index, p in enumerate(facts.persons) for span in p.evidence.spans)
    for (a, first), (b, second) in pairwise(mentions):
        between = text[a.end : b.start]
        if first == second or len(between) > _REACH:
            continue
        # `X, mother of Y` · `X, the lawyer of the activist Y`
        of = re.fullmatch(rf",? (?:the |an? )?({any_word})s? of (?:the )?(?:[\w-]+ ){{0,3}}", between, re.IGNORECASE)
        if of:
            yield _relation(first, of, kinds, second, a, b)
        # `Y's lawyer X` · `Y, his wife X`
        owned = re.fullmatch(
            rf"(?:[’']s?|,? and {_POSSESSIVES}|,? {_POSSESSIVES}|,? by {_POSSESSIVES}) (?:[\w-]+ )?({any_word}),? ",
            between,
            re.IGNORECASE,
        )
        if owned:
            yield _relation(second, owned, kinds, first, b, a)
        # `X, Y's lawyer, …`
        behind = re.match(rf"[’']s? (?:[\w-]+ )?({any_word})\b", text[b.end : b.end + _REACH], re.IGNORECASE)
        if between == ", " and behind:
            yield _relation(first, behind, kinds, second, a, b)
    yield from _by_pronoun(facts, jurisdiction)
    yield from _by_description(facts, jurisdiction)


def _by_pronoun(facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    """`said his lawyer X`: the one whose lawyer X is was named before, and is the first person named."""
    kinds, any_word = _words(jurisdiction)
    text = facts.entry.text
    for index, person in enumerate(facts.persons):
        for span in person.evidence.spans:
            before = text[max(0, span.start - 40) : span.start]
            found = re.search(rf"\b{_POSSESSIVES} (?:[\w-]+ )?({any_word}),? $", before, re.IGNORECASE)
            target = _antecedent(facts, index, span)
            if found and target is not None:
                yield _relation(index, found, kinds, target, span, facts.persons[target].evidence.spans[0])


def _by_description(facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    """`X, the father of the journalist`: the only other person of the entry to whom something was done."""
    kinds, any_word = _words(jurisdiction)
    text = facts.entry.text
    targets = [i for i, p in enumerate(facts.persons) if p.role == "target"]
    for index, person in enumerate(facts.persons):
        others = [i for i in targets if i != index]
        span = person.evidence.spans[0]
        found = re.match(
            rf",? (?:the |an? )?({any_word}) of the (?:{_DESCRIBED})\b(?! [A-Z])", text[span.end : span.end + _REACH]
        )
        if found and len(others) == 1:
            yield _relation(index, found, kinds, others[0], span, facts.persons[others[0]].evidence.spans[0])


def _antecedent(facts: EntryFacts, index: int, span: Span) -> int | None:
    """Whom "his" means: the first person named before who does not act for the state."""
    for other, person in enumerate(facts.persons):
        if other != index and person.evidence.spans[0] < span and person.role not in ("official", "lawyer"):
            return other
    return None


def _relation(source: int, found: re.Match[str], kinds: dict[str, str], target: int, a: Span, b: Span) -> Relation:
    return Relation(source, kinds[found[1].lower()], target, Evidence(tuple(sorted((a, b))), "relations.stated"))
