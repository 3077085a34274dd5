"""Reads a phrase of a sentence as an argument: what heads it, whom it names and whose it is."""

from ingest.extract.acts.arguments.heads import heads_of
from ingest.extract.acts.arguments.kinds import TYPE_OF, kinds_of_party, kinds_of_staff, named_before
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.values import Argument, Context
from ingest.extract.acts.lexicon.nouns import NO_KINDS, Kinds
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.grammar import DETERMINERS, MARKERS, NEGATIVE, NUMERALS, PARTICLES, PREPOSITIONS
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.facts import Party
from ingest.vocabulary import FAMILY_AND_LAWYERS

_LAST_NAMED = frozenset({"latter", "last"})
_FIRST_NAMED = frozenset({"former", "first"})
_PEOPLE: Kinds = frozenset({"person", "crowd", "police", "official", "prison_staff"})
_UNNAMED: Kinds = frozenset({"person", "crowd"})
_ENDS_NOUN_BEFORE = (PREPOSITIONS - {"of"}) | MARKERS


def read_phrase(context: Context, start: int, end: int) -> Argument | None:
    """Read the phrase ``tokens[start:end]`` of the sentence; ``None`` where it is empty."""
    start, end = _trim(context, start, end)
    if start >= end:
        return None
    tokens = context.tokens
    who = who_is(tokens, start, end, context.focus)
    kinds, words = heads_of(context, start, end)
    kinds |= kinds_of_all(context, who.heads)
    argument = Argument(start, end, kinds, words, parties=who.heads, owners=who.owners)
    argument.count, argument.besides, argument.other = who.count, who.besides, who.other
    if who.heads and set(who.heads) <= set(who.owners) and argument.kinds & FAMILY_AND_LAWYERS:
        argument.parties, argument.other = (), True  # "the lawyer of X": somebody else than X
    argument.plural = "crowd" in kinds or any(
        t.word in context.lexicon.plural for t in tokens[start : _head_end(context, start, end)]
    )
    argument.negated = tokens[start].word in NEGATIVE
    _read_of(context, argument)
    _read_from(context, argument)
    if not argument.parties and argument.count is None:
        argument.parties = _latter_or_former(context, argument)
    argument.owners = argument.owners or _owners_behind(context, end) or _body_behind_of(context, argument)
    _read_list_behind(context, argument)
    _read_name_behind(context, argument)
    return argument


def _head_end(context: Context, start: int, end: int) -> int:
    """Where what "of" governs begins, and the phrase is no part of it: of `the leader | of the truckers`, but not of
    `a group of activists`."""
    tokens, parts = context.tokens, context.lexicon.nouns.partitive | NUMERALS
    of = next((k for k in range(start + 1, end) if tokens[k].word == "of"), end)
    return end if tokens[of - 1].word in parts or tokens[of - 1].kind == "number" else of


def _read_list_behind(context: Context, argument: Argument) -> None:
    """`The case of three policemen: X, Y and Z.`: those who are meant are named behind the colon."""
    tokens, first = context.tokens, argument.end + 1
    named = first < len(tokens) and tokens[argument.end].word == ":" and tokens[first].kind == "person"
    if not named or argument.parties or argument.owners:
        return
    end = phrase_end(tokens, first, len(tokens), context.stops)
    if end < len(tokens) and tokens[end].kind != "mark":
        return  # "told the police: X was at home"
    name_people(argument, who_is(tokens, first, end, context.focus).heads)
    argument.count = None


def stands_for_people(argument: Argument) -> bool:
    """Whether a phrase, or what "of" governs in it, is a noun for people who may be named elsewhere."""
    return argument.count is not None or not _UNNAMED.isdisjoint(argument.kinds | argument.of_kinds)


def name_people(argument: Argument, parties: tuple[Party, ...]) -> None:
    """Give a phrase for people, or what "of" governs in it, the names that are told elsewhere."""
    if argument.kinds & _PEOPLE or argument.count is not None:
        argument.parties = parties
    elif argument.of_kinds & _PEOPLE:
        argument.owners = parties


def _read_name_behind(context: Context, argument: Argument) -> None:
    """`Dismissed its chairman, X, for …`: the name between commas is that of whom the phrase describes."""
    tokens, name = context.tokens, argument.end + 1
    named = name < len(tokens) and tokens[argument.end].word == "," and tokens[name].kind == "person"
    if not named or argument.parties or argument.plural or not argument.kinds & _PEOPLE:
        return
    closed = name + 1 == len(tokens) or tokens[name + 1].kind == "mark"
    if closed and tokens[argument.start].word in DETERMINERS and not argument.negated:
        argument.parties, argument.count, argument.other = (Party("person", tokens[name].ref),), None, False


def read_governed(context: Context, start: int, end: int) -> Argument | None:
    """Read what a preposition governs. Who owns a decision is meant by it: ``appealed against X's sentence``."""
    argument = read_phrase(context, start, end)
    if argument is None or "court" in argument.kinds or not argument.owners:
        return argument
    if argument.words & context.lexicon.nouns.decisions:
        argument.parties, argument.owners = argument.owners, ()
        argument.kinds |= kinds_of_all(context, argument.parties)
    return argument


def kinds_of_all(context: Context, parties: tuple[Party, ...]) -> Kinds:
    """The kinds of all these people and bodies."""
    nouns = context.lexicon.nouns
    return NO_KINDS.union(*(kinds_of_party(party, context.facts, nouns) for party in parties))


def noun_before(context: Context, end: int) -> Argument | None:
    """The noun phrase that ends before ``end``, over a comma and adverbs: ``X, | who …``, ``the man | detained …``."""
    end = _before_comma(context, end)
    start = end
    while start and not _ends_noun_before(context, start - 1, end):
        start -= 1
    if _describes_names(context, start, end):
        start = _described_names(context, start)
    return read_phrase(context, start, end)


def _before_comma(context: Context, end: int) -> int:
    """Where the words before ``end`` end, without commas and adverbs."""
    tokens = context.tokens
    while end and (tokens[end - 1].word == "," or is_adverb(tokens[end - 1])):
        end -= 1
    return end


def _describes_names(context: Context, start: int, end: int) -> bool:
    """`X, | a teacher, | placed …`: whether a phrase that names nobody stands behind a name and its comma."""
    tokens = context.tokens
    if start < 2 or tokens[start - 1].word != "," or tokens[start - 2].kind != "person":
        return False
    return not any(t.named for t in tokens[start:end])


def _ends_noun_before(context: Context, k: int, end: int) -> bool:
    """Whether the token at ``k`` stands before a noun phrase that reaches from ``k + 1`` to ``end``."""
    token = context.tokens[k]
    if token.kind == "mark" and not _joins_names(context, k, end):
        return True
    if token.word in _ENDS_NOUN_BEFORE or token.kind == "date" or k in context.stops:
        return True
    return any(v.start <= k <= v.head for v in context.sentence.verbs)


def _joins_names(context: Context, k: int, end: int) -> bool:
    """`X, Y and Z`: whether the comma at ``k`` stands between two names."""
    tokens = context.tokens
    if tokens[k].word != "," or k < 1 or k + 1 >= end:
        return False
    return tokens[k + 1].kind == tokens[k - 1].kind == "person"


def _described_names(context: Context, start: int) -> int:
    """`X and Y, teachers in Port Velm, placed …`: where the names before a description begin."""
    tokens = context.tokens
    start -= 2
    while start > 1 and tokens[start - 1].word in (",", "and") and tokens[start - 2].kind == "person":
        start -= 2
    return start


def _trim(context: Context, start: int, end: int) -> tuple[int, int]:
    """The slice without marks before it and particles at its end: ``X away``."""
    tokens = context.tokens
    while start < end and tokens[start].kind == "mark":
        start += 1
    while end - 1 > start and (tokens[end - 1].word in PARTICLES or tokens[end - 1].word.endswith("edly")):
        end -= 1
    return start, end


def _read_of(context: Context, argument: Argument) -> None:
    """Add what "of" governs: ``the refusal of food``. ``Employees of the ministry`` are of the kind of its staff."""
    tokens, within = context.tokens, range(argument.start + 1, argument.end)
    first = next((k for k in within if tokens[k].word == "of" and tokens[k].kind == "word"), None)
    if first is None or first + 1 >= argument.end:
        return
    stop = next((k for k in range(first + 2, argument.end) if tokens[k].word == "of"), argument.end)
    kinds, argument.of_words = heads_of(context, first + 1, stop)
    argument.of_kinds = kinds | kinds_of_all(context, argument.owners)
    if argument.words & context.lexicon.phrases.employees.always:
        argument.kinds |= kinds_of_staff(argument.of_kinds)


def _read_from(context: Context, argument: Argument) -> None:
    """`Men from the Ministry of Order`: they act for it, and it owns them."""
    employees = context.lexicon.phrases.employees
    if not argument.words & (employees.always | employees.behind_from):
        return
    for k in range(argument.start + 1, argument.end):
        body = next((t for t in context.tokens[k : k + 3] if t.kind == "body"), None)
        if context.tokens[k].word != "from" or body is None:
            continue
        party = Party("body", body.ref)
        staff = kinds_of_staff(kinds_of_party(party, context.facts, context.lexicon.nouns))
        if staff and "prison_staff" not in staff:
            argument.kinds |= staff
            argument.owners = argument.owners or (party,)


def _latter_or_former(context: Context, argument: Argument) -> tuple[Party, ...]:
    """`The latter`, `the former`: of the last two who were named before."""
    first, last = context.tokens[argument.start], context.tokens[argument.end - 1]
    if last.word not in _LAST_NAMED | _FIRST_NAMED or argument.end - argument.start > 2 or first.word != "the":
        return ()
    named = sorted(
        (span.start, index)
        for index, person in enumerate(context.facts.persons)
        for span in person.evidence.spans
        if span.start < first.start
    )
    latest = list(dict.fromkeys(index for _, index in reversed(named)))
    place = 0 if last.word in _LAST_NAMED else 1
    return tuple(Party("person", index) for index in latest[place : place + 1])


def _owners_behind(context: Context, end: int) -> tuple[Party, ...]:
    """`Two laptops | belonging to X`."""
    tokens = context.tokens
    if [t.word for t in tokens[end : end + 2]] != ["belonging", "to"]:
        return ()
    stop = phrase_end(tokens, end + 2, len(tokens), context.stops)
    return who_is(tokens, end + 2, stop, context.focus).heads


def _body_behind_of(context: Context, argument: Argument) -> tuple[Party, ...]:
    """`The door of the newsroom`: the only such body named before."""
    tokens = context.tokens
    for k in range(max(argument.start + 1, 2), argument.end):
        owned = tokens[k].word in TYPE_OF and tokens[k - 1].word in ("the", "its", "their")
        if not owned or tokens[k - 2].word != "of":
            continue
        if k + 1 >= len(tokens) or tokens[k + 1].kind != "body":
            return tuple(named_before(tokens[k], context.facts))
    return ()
