"""What stands out of its usual place in a sentence: phrases before the subject, between a helper and its participle,
and behind a relative clause.

Each function corrects the verbs of a sentence in place and returns the slices that it took from their subjects and
clauses, by the index of the verb's head.
"""

from itertools import pairwise
from typing import NamedTuple

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import (
    APPROXIMATE,
    BESIDE_PARTICIPLE,
    CONJUNCTIONS,
    DETERMINERS,
    INCLUSIVE,
    MARKERS,
    MONTHS,
    NOUN_PARTS,
    PREPOSITIONS,
)
from ingest.extract.acts.syntax.phrase_starts import counts, past_fronted
from ingest.extract.acts.syntax.prepositions import preposition_at
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import EntryFacts

_LEAST = frozenset({"least", "most", "fewer", "less"})
_JOINS_NOUNS = frozenset({"and", "of", "'s", "’s", "'"})
_BREAKS_PASSIVE = (MARKERS - BESIDE_PARTICIPLE) | CONJUNCTIONS


class Fronted(NamedTuple):
    """A phrase before its verb: the slot of its preposition, and the slice of tokens that this governs."""

    slot: str
    start: int
    end: int


def mark_dates(tokens: list[Token]) -> None:
    """Make dates of the words that repeat an entry's own date, which dating leaves out: ``On March 8``."""
    for k, token in enumerate(tokens):
        if token.word not in MONTHS or not token.capital or token.kind != "word":
            continue
        for beside in (k - 1, k + 1):
            if 0 <= beside < len(tokens) and tokens[beside].kind == "number":
                token.kind = tokens[beside].kind = "date"


def join_passives(sentence: Sentence, lexicon: Lexicon) -> dict[int, list[Fronted]]:
    """Join helpers with participles that phrases stand between: ``was by the court returned`` becomes one verb."""
    between: dict[int, list[Fronted]] = {}
    for helper, verb in pairwise(list(sentence.verbs)):
        if not _awaits_participle(helper, verb) or not _is_bare_participle(sentence, helper, verb, lexicon):
            continue
        found, rest = _leading(sentence.tokens, helper.head + 1, verb.start, lexicon)
        if not found or rest < verb.start:
            continue
        verb.passive, verb.form, verb.relative, verb.coordinated = True, "finite", helper.relative, helper.coordinated
        verb.subject, verb.boundary, verb.negated = helper.subject, helper.boundary, helper.negated or verb.negated
        between[verb.head] = found
        sentence.verbs.remove(helper)
    return between


def _awaits_participle(helper: Verb, verb: Verb) -> bool:
    """`Was … returned`: a finite "be" before a verb that has no helper yet."""
    return helper.lemma == "be" and helper.form == "finite" and not (verb.passive and verb.form == "finite")


def _is_bare_participle(sentence: Sentence, helper: Verb, verb: Verb, lexicon: Lexicon) -> bool:
    """`Was | by the court | returned`: only a phrase stands between the two."""
    tokens = sentence.tokens
    if not any(form == "participle" for _, form in lexicon.forms.get(tokens[verb.head].word, ())):
        return False
    between = tokens[helper.head + 1 : verb.start]
    if verb.start != verb.head or not between or between[0].kind != "word":
        return False
    return between[0].word in BESIDE_PARTICIPLE and not any(
        t.kind == "mark" or t.word in _BREAKS_PASSIVE for t in between
    )


def turn_participles(sentence: Sentence, lexicon: Lexicon) -> dict[int, tuple[int, int]]:
    """Join a participle that opens a clause with the "be" behind it: ``Sentenced to six years was X`` is about X.

    Returns what stands behind the subject, ``upheld was the verdict | against X``, by the index of the verb's head.
    """
    behind: dict[int, tuple[int, int]] = {}
    for verb, helper in pairwise(list(sentence.verbs)):
        if not _opens_before_helper(sentence.tokens, verb, helper, lexicon):
            continue
        begin, end = helper.after
        stop = phrase_end(sentence.tokens, begin, end, frozenset(v.start for v in sentence.verbs))
        if not _is_noun_phrase(sentence.tokens[begin:stop], lexicon):
            continue
        verb.passive, verb.form, verb.negated = True, "finite", helper.negated
        verb.subject, verb.after = (begin, stop), (verb.head + 1, helper.start)
        behind[verb.head] = (stop, end)
        sentence.verbs.remove(helper)
    return behind


def _is_noun_phrase(tokens: list[Token], lexicon: Lexicon) -> bool:
    """`The verdict`, `activist X`: what may be the subject of a participle before it."""
    opened = bool(tokens) and tokens[0].word in DETERMINERS
    return opened or any(t.kind == "person" or lexicon.means_people(t.word) for t in tokens)


def _opens_before_helper(tokens: list[Token], verb: Verb, helper: Verb, lexicon: Lexicon) -> bool:
    """`Sentenced … | was`: a bare participle right behind a mark or none, and no mark before a finite "be"."""
    if helper.lemma != "be" or helper.form != "finite" or verb.start != verb.head:
        return False
    if verb.start and tokens[verb.start - 1].kind != "mark":
        return False
    participle = any(form == "participle" for _, form in lexicon.forms.get(tokens[verb.head].word, ()))
    return participle and not any(t.kind == "mark" for t in tokens[verb.head : helper.start])


def close_relatives(sentence: Sentence) -> dict[int, tuple[int, int]]:
    """End relative clauses at their second comma: ``informed X, who organises it, | of the refusal``.

    Returns the slices that belong to the verb before the relative clause, by the index of its head.
    """
    resumed: dict[int, tuple[int, int]] = {}
    for main, relative in pairwise([v for v in sentence.verbs if v.form == "finite"]):
        comma = _closing_comma(sentence.tokens, relative)
        if comma is not None:
            resumed[main.head] = (comma + 1, relative.after[1])
            relative.after = (relative.after[0], comma)
    return resumed


def _closing_comma(tokens: list[Token], relative: Verb) -> int | None:
    """The first comma behind a relative clause's verb, if a preposition's phrase follows it."""
    if not relative.relative or relative.boundary < 1:
        return None
    if tokens[relative.boundary - 1].word not in (",", *PREPOSITIONS):
        return None
    comma = next((k for k in range(relative.head + 1, relative.after[1] - 1) if tokens[k].word == ","), None)
    if comma is None or tokens[comma + 1].word not in PREPOSITIONS - {"including", "like"}:
        return None
    return comma


def take_fronted(verb: Verb, sentence: Sentence, facts: EntryFacts, lexicon: Lexicon) -> list[Fronted]:
    """Take the phrases of prepositions that open a clause out of the subject: ``to X | arrest was applied``."""
    tokens = sentence.tokens
    start, end = verb.subject
    start = _past_header(tokens, start, end, facts, lexicon)
    while end > start and (tokens[end - 1].word == "," or is_adverb(tokens[end - 1])):
        end -= 1
    if start != verb.subject[0]:
        verb.subject = (start, max(end, start))
    found, rest = _leading(tokens, _opening_preposition(tokens, verb, start), end, lexicon)
    if not found or (rest >= end and start == verb.boundary + 1):
        found, rest = _leading(tokens, start, end, lexicon)
    if found:
        verb.subject = (min(rest, end), end)
    return found


def _opening_preposition(tokens: list[Token], verb: Verb, start: int) -> int:
    """`After two hours in the station | X was released`: where "after" may govern a noun, and opens no clause."""
    opens = start == verb.boundary + 1 and tokens[verb.boundary].word in MARKERS & PREPOSITIONS
    return verb.boundary if opens else start


def _past_header(tokens: list[Token], start: int, end: int, facts: EntryFacts, lexicon: Lexicon) -> int:
    """Behind the facility that an entry's header names: ``facility AB-1, | in a cell died X``."""
    k = start
    nouns = lexicon.phrases.header_facilities
    while k < min(end, 3) and (tokens[k].kind == "body" or tokens[k].word in nouns):
        k += 1
    if start != 0 or k == 0 or tokens[k - 1].kind != "body":
        return start
    facility = facts.bodies[tokens[k - 1].ref].kind == "facility"
    return k + 1 if facility and k < end and tokens[k].word == "," else start


def _leading(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> tuple[list[Fronted], int]:
    """The phrases of prepositions with which ``tokens[start:end]`` begins, and where the rest begins."""
    found: list[Fronted] = []
    k = start
    while k < end:
        if is_adverb(tokens[k]) or (found and tokens[k].word == ","):
            k += 1
            continue
        preposition = _fronted_preposition(tokens, k, end, lexicon)
        if preposition is None:
            break
        slot, begin = preposition
        stop = max(phrase_end(tokens, begin, end, frozenset()), begin)
        stop = max(min(stop, _fronted_end(tokens, k, begin, stop, lexicon)), begin)
        found.append(Fronted(slot, begin, stop))
        k = max(stop, k + 1)
    return found, k if found else start


def _fronted_preposition(tokens: list[Token], k: int, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The preposition at ``k``, unless it says how exact a number is: ``at least ten``, ``over sixty people``."""
    if tokens[k].word in ("at", "no") and k + 1 < end and tokens[k + 1].word in _LEAST:
        return None
    preposition = preposition_at(tokens, k, end, lexicon, PREPOSITIONS - INCLUSIVE)
    single = tokens[k].word in APPROXIMATE and preposition is not None and preposition[1] == k + 1
    return None if single and counts(tokens, k + 1, end) else preposition


def _fronted_end(tokens: list[Token], preposition: int, begin: int, stop: int, lexicon: Lexicon) -> int:
    """Where the noun of a fronted phrase has ended: behind a name, or where another phrase begins at once."""
    for k in range(begin + 1, stop):
        before, token = tokens[k - 1], tokens[k]
        if token.kind == "mark" or token.word in _JOINS_NOUNS:
            continue
        if before.kind in ("person", "date"):
            return k
        if before.kind == "body" and token.word not in NOUN_PARTS:
            return k  # "after five hours in the Northern police station | X was …"
    past = past_fronted(tokens, preposition, stop, lexicon)
    return past if past > begin else stop
