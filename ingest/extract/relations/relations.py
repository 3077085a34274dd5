"""Kin and lawyers, as the text states them (annotation, relations)."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ingest.analysis.document import Document
from ingest.extract.relations.owners import find_antecedent, may_own
from ingest.facts import EntryFacts, Evidence, Person, Relation, Span
from ingest.jurisdictions.lexicons import name_words, office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import OFFICIALS_AND_LAWYERS, PERSECUTED, RelationKind

_REACH = 60
_DESCRIBED = (
    "activist|journalist|prisoner|detainee|convict|blogger|politician|defendant|accused|arrested|deceased|victim|soldier|"
    "conscript|inmate|suspect|dead man|dead woman|dead|killed man|killed|murdered|late|young man|man|woman|girl|boy|"
    "teenager|poet|lawyer|prisoner of conscience|political prisoner|observer|detained|convicted|condemned|missing|"
    "oppositionist|human rights defender|businessman|pensioner|student|serviceman|worker|editor|reporter|wounded"
)
_POSSESSIVES = rf"(?:his|her|their|the (?:{_DESCRIBED})[’']s)"
_CHILDREN: frozenset[RelationKind] = frozenset({"son", "daughter"})
# `lawyer X cannot get a meeting with Y and Z`: what a lawyer does for those whom they represent.
_ACTS_FOR = re.compile(
    r"\b(?:meeting with|meet with|access to|visit(?:ing)?|admitted to|allowed (?:in )?to see|see|"
    r"represents?|representing|represented|defends?|defending|defended)\s(?:the\s)?(?:[\w-]+[’']?\s){0,3}$"
)
_CLIENT = re.compile(r"\b(?:his|her) clients?,?\s(?:the\s)?(?:[\w-]+[’']?\s){0,3}$")
_LISTED = re.compile(r",? and |, ")
# `The lawyer of Y, X and Z were held`: X is one of a list; `the wife of Y, X, and his lawyer Z` goes on about Y.
_GOES_ON = re.compile(r"(?:,? and (?!his\b|her\b|their\b)| (?:and|was|were|is)\b)")
_INDEFINITE = re.compile(r", an? (?:[\w-]+ ){0,2}?")
_FAR = 120
# So many letters of a surname a family shares, whatever its endings.
_FAMILY = 5


@cache
def _words(jurisdiction: Jurisdiction) -> tuple[dict[str, RelationKind], str]:
    """Each word for a tie with its kind, and an alternative of all of them for patterns."""
    lexicon = office_words(jurisdiction)
    kinds: dict[str, RelationKind] = {word: kind for kind, words in lexicon.kin.items() for word in words}
    kinds |= dict.fromkeys(lexicon.lawyers, "lawyer")
    return kinds, "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))


def find_relations(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Relation, ...]:
    """Each stated tie once; ``source`` is the ``kind`` of ``target``."""
    found: dict[tuple[int, int], Relation] = {}
    for relation in _read(document, facts, jurisdiction):
        if (relation.target, relation.source) not in found:
            found.setdefault((relation.source, relation.target), relation)
    return tuple(found.values())


def _read(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    kinds, any_word = _words(jurisdiction)
    text = document.text
    mentions = sorted((span, index) for index, p in enumerate(facts.persons) for span in p.evidence.spans)
    for (a, first), (b, second) in pairwise(mentions):
        between = text[a.end : b.start]
        if first == second or len(between) > _REACH:
            continue
        # `X, mother of Y` · `X, the lawyer of the activist Y`
        of = re.fullmatch(rf",? (?:the |an? )?({any_word})s? of (?:the )?(?:[\w-]+ ){{0,3}}", between, re.IGNORECASE)
        if of:
            yield _relation(first, of, kinds, second, a, b, "relations.kin_of")
        # `Y's lawyer X` · `Y, his wife X`
        owned = re.fullmatch(
            rf"(?:[’']s?|,? and {_POSSESSIVES}|,? {_POSSESSIVES}|,? by {_POSSESSIVES}) (?:[\w-]+ )?({any_word}),? ",
            between,
            re.IGNORECASE,
        )
        if owned and may_own(facts, first, owned, jurisdiction):
            yield _relation(second, owned, kinds, first, b, a, "relations.possessive")
        # `X, Y's lawyer, …`
        behind = re.match(rf"[’']s? (?:[\w-]+ )?({any_word})\b", text[b.end : b.end + _REACH], re.IGNORECASE)
        if between == ", " and behind:
            yield _relation(first, behind, kinds, second, a, b, "relations.possessive_behind")
        # `X, whose son Y was shot` · `X: her son Y`
        child = re.fullmatch(
            r"(?:, whose|, who [\w ]{1,30} her|: her|: his) (?:[\w-]+ ){0,2}?(son|daughter),? ", between
        )
        if child:
            kind = _kind_of_parent(facts, first, child[0], jurisdiction)
            yield _stated(first, kind, second, a, b, "relations.child_behind")
        # `X, who represents Y`
        if re.fullmatch(r", who (?:represent|defend)(?:s|ed) (?:the )?(?:[\w-]+ ){0,2}", between):
            yield _stated(first, "lawyer", second, a, b, "relations.who_represents")
        # `lawyer of Y, X`
        ahead = re.search(
            rf"\b({any_word}) of (?:the )?(?:[\w-]+ ){{0,2}}$", text[max(0, a.start - _REACH) : a.start], re.I
        )
        if ahead and between in (", ", " ") and not _GOES_ON.match(text, b.end):
            yield _relation(second, ahead, kinds, first, b, a, "relations.kin_of_before")
    yield from _by_pronoun(document, facts, jurisdiction)
    yield from _by_description(document, facts, jurisdiction)
    yield from _by_what_lawyers_do(document, facts, jurisdiction)


def _kind_of_parent(facts: EntryFacts, parent: int, words: str, jurisdiction: Jurisdiction) -> RelationKind:
    """``mother`` where the words or the parent's surname are a woman's, else ``father``."""
    surname = (facts.persons[parent].surname or "").lower()
    woman = "her" in words.split() or any(surname.endswith(e) for e in name_words(jurisdiction).woman_endings)
    return "mother" if woman else "father"


def _by_what_lawyers_do(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    """`lawyer X cannot get a meeting with Y and Z`, `X, who represents Y`: a lawyer, and those whom they act for."""
    lawyers = [i for i, p in enumerate(facts.persons) if _is_lawyer(document, p, jurisdiction)]
    for lawyer in lawyers:
        yield from _clients(document, facts, lawyer)
    targets = [i for i, p in enumerate(facts.persons) if p.role in PERSECUTED]
    if len(targets) == 1:
        yield from _lawyers_of_only_target(document, facts, lawyers, targets[0])


def _clients(document: Document, facts: EntryFacts, lawyer: int) -> Iterator[Relation]:
    """Those for whom the words after a lawyer's name say that the lawyer acts."""
    own = facts.persons[lawyer].evidence.spans
    last: Span | None = None
    for span, index in sorted((span, index) for index, p in enumerate(facts.persons) for span in p.evidence.spans):
        if index == lawyer or facts.persons[index].role in OFFICIALS_AND_LAWYERS:
            continue
        nearest = max((s for s in own if s < span), default=None)
        if nearest and (rule := _rule_of_client(document, nearest, last, span)):
            yield _stated(lawyer, "lawyer", index, nearest, span, rule)
            last = span


def _rule_of_client(document: Document, lawyer: Span, last: Span | None, client: Span) -> str | None:
    """The rule by which somebody is a client, ``None`` for others; ``last`` is the client named before."""
    text = document.text
    if last and _LISTED.fullmatch(text, last.end, client.start):
        return "relations.listed_client"
    between = text[lawyer.end : client.start]
    if _CLIENT.search(between):
        return "relations.client"
    near = len(between) <= _FAR and document.in_one_sentence(lawyer.start, client.start)
    return "relations.acts_for" if near and _ACTS_FOR.search(between) else None


def _lawyers_of_only_target(
    document: Document, facts: EntryFacts, lawyers: list[int], target: int
) -> Iterator[Relation]:
    """The lawyers named after the only target of an entry, who can act for nobody else.

    `X and Y, a lawyer from …`: that is what Y does for a living.
    """
    named = facts.persons[target].evidence.spans[0]
    for lawyer in lawyers:
        first = facts.persons[lawyer].evidence.spans[0]
        by_trade = _INDEFINITE.match(document.text, first.end)
        if facts.persons[lawyer].role == "lawyer" and named < first and not by_trade:
            evidence = Evidence((named, first), "relations.only_target", "medium", "nobody else to act for")
            yield Relation(lawyer, "lawyer", target, evidence)


def _is_lawyer(document: Document, person: Person, jurisdiction: Jurisdiction) -> bool:
    """By their role, or by the word right before a name of theirs (a lawyer who is a target too)."""
    words = "|".join(map(re.escape, sorted(office_words(jurisdiction).lawyers, key=len, reverse=True)))
    ahead = (document.text[max(0, s.start - 30) : s.start] for s in person.evidence.spans)
    return person.role == "lawyer" or any(re.search(rf"\b(?:{words}) $", text, re.IGNORECASE) for text in ahead)


def _by_pronoun(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    """`said his lawyer X`: the one whose lawyer X is was named before, and is the first person named."""
    kinds, any_word = _words(jurisdiction)
    text = document.text
    for index, person in enumerate(facts.persons):
        for span in person.evidence.spans:
            before = text[max(0, span.start - 40) : span.start]
            found = re.search(rf"\b{_POSSESSIVES} (?:[\w-]+ )?({any_word}),? $", before, re.IGNORECASE)
            target = find_antecedent(facts, index, span, found, jurisdiction)
            if found and target is not None and kinds[found[1].lower()] in _CHILDREN:
                owner = facts.persons[target].evidence.spans[0]
                kind = _kind_of_parent(facts, target, found[0].lower(), jurisdiction)
                yield _stated(target, kind, index, owner, span, "relations.child_of_pronoun")
            elif found and target is not None:
                owner = facts.persons[target].evidence.spans[0]
                yield _relation(index, found, kinds, target, span, owner, "relations.pronoun")


def _by_description(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Relation]:
    """`X, the father of the journalist`: the only other person of the entry to whom something was done."""
    kinds, any_word = _words(jurisdiction)
    text = document.text
    targets = [i for i, p in enumerate(facts.persons) if p.role == "target"]
    for index, person in enumerate(facts.persons):
        others = [i for i in targets if i != index]
        span = person.evidence.spans[0]
        found = re.match(
            rf",? (?:the |an? )?({any_word}) of the (?:{_DESCRIBED})\b(?! [A-Z])", text[span.end : span.end + _REACH]
        )
        if found and len(others) == 1:
            owner = facts.persons[others[0]].evidence.spans[0]
            yield _relation(index, found, kinds, others[0], span, owner, "relations.of_description")
        # `The brother of the deceased, X`: one of the others named before, the only target if there is one.
        ahead = re.search(
            rf"\b({any_word}) of the (?:{_DESCRIBED}),? $",
            text[max(0, span.start - _REACH) : span.start],
            re.IGNORECASE,
        )
        whose = _described(facts, index, span) if ahead else None
        if ahead and whose is not None:
            owner = facts.persons[whose].evidence.spans[0]
            yield _relation(index, ahead, kinds, whose, span, owner, "relations.of_description_before")


def _described(facts: EntryFacts, index: int, span: Span) -> int | None:
    """Whom "the deceased" means: somebody named before, of the same family if there is one, else a target."""
    surname = (facts.persons[index].surname or "")[:_FAMILY].lower()
    before = [
        i
        for i, p in enumerate(facts.persons)
        if i != index and p.evidence.spans[0] < span and p.role not in OFFICIALS_AND_LAWYERS
    ]
    family = [i for i in before if surname and (facts.persons[i].surname or "").lower().startswith(surname)]
    targets = [i for i in before if facts.persons[i].role == "target"]
    return next(iter([*family, *(targets if len(targets) == 1 else [])]), None)


def _relation(
    source: int, found: re.Match[str], kinds: dict[str, RelationKind], target: int, a: Span, b: Span, rule: str
) -> Relation:
    return _stated(source, kinds[found[1].lower()], target, a, b, rule)


def _stated(source: int, kind: RelationKind, target: int, a: Span, b: Span, rule: str) -> Relation:
    return Relation(source, kind, target, Evidence(tuple(sorted((a, b))), rule))
