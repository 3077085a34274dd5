"""Who does what a verb tells: a finite verb's subject, an infinitive's controller, the noun before a participle."""

from dataclasses import dataclass

from ingest.extract.acts.arguments.focus import Who
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.phrases import kinds_of_all, noun_before, read_phrase
from ingest.extract.acts.arguments.values import Argument, Context
from ingest.extract.acts.arguments.verbs.complements import object_span
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.syntax.grammar import INCLUSIVE, NUMERALS, PREPOSITIONS
from ingest.extract.acts.syntax.phrase_starts import last_segment, next_phrase, past_fronted, past_object
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.extract.acts.syntax.verbs.verb import Verb

_AUTHORITIES: Kinds = frozenset({"administration", "court", "government", "investigator", "police", "prosecutor"})
_OF_PLURALS = frozenset({"are", "have", "were"})
_PLURALS = NUMERALS | {"and", "both", "they", "people", "police"}


@dataclass(frozen=True, slots=True)
class _Span:
    """The subject ``first`` to ``end`` in the slice of a clause that begins at ``start``.

    An object that stands before it begins at ``opening``, which is ``first`` where there is none.
    """

    start: int
    opening: int
    first: int
    end: int
    who: Who


def done_to_or_doer(context: Context, verb: Verb) -> Argument | None:
    """The argument before a verb: whom a passive is done to, else who does it."""
    if follows_comma(context, verb):
        described = _described_before(context, verb)
        if described is not None and any(p.kind == "person" for p in described.parties):
            return described
    if verb.form in ("reduced", "adjective"):
        return noun_before(context, verb.start)
    if verb.form in ("infinitive", "gerund"):
        return controller_of(context, verb)
    opens = verb.passive and not verb.start and verb.subject == (0, 0)
    return _subject_behind(context, verb) if opens else subject_of(context, verb)


def _subject_behind(context: Context, verb: Verb) -> Argument | None:
    """`Brought to the station at night, | X | was fined`: the subject of the finite verb that follows."""
    finite = next((v for v in context.sentence.verbs if v.head > verb.head and v.form == "finite"), None)
    if finite is None or context.tokens[finite.boundary - 1].word != ",":
        return None
    return subject_of(context, finite)


def follows_comma(context: Context, verb: Verb) -> bool:
    """`X, | sentenced to five years`: a participle that is read as passive without a helper."""
    if verb.form != "finite" or not verb.passive or verb.start != verb.head:
        return False
    return verb.start > 1 and context.tokens[verb.start - 1].word == ","


def is_active(context: Context, verb: Verb) -> bool:
    """`The court, at the request of X, extended the custody of Y`: an object follows, so the court did it."""
    subject = subject_of(context, verb)
    if subject is None or not subject.kinds & _AUTHORITIES:
        return False
    start, limit = verb.after
    mark = next((k for k in range(start, limit) if context.tokens[k].kind == "mark"), limit)
    return next_phrase(context.tokens, start, mark, context.lexicon) < mark


def _described_before(context: Context, verb: Verb) -> Argument | None:
    """`X, a mother of four, sentenced …`: the noun before the comma, or the name there if the noun names nobody."""
    described = noun_before(context, verb.start)
    if context.tokens[verb.start - 2].kind == "person" and (described is None or not described.parties):
        return read_phrase(context, verb.start - 2, verb.start - 1)
    return described


# --- subjects


def subject_of(context: Context, verb: Verb) -> Argument | None:
    """The subject of a finite verb; that of the first verb where several share one."""
    if verb.coordinated is not None and verb.form == "finite":
        return subject_of(context, verb.coordinated)
    span = _subject_span(context, verb)
    if _is_there(context, span):
        return None
    argument = _list_before(context, verb, span) or _noun_of(context, span)
    argument.count = argument.count or span.who.count
    argument.besides, argument.other = span.who.besides, span.who.other
    return None if span.start == span.end and not argument.parties else argument


def _is_there(context: Context, span: _Span) -> bool:
    """`There was a fine`: no subject."""
    return span.end == span.first + 1 and context.tokens[span.first].word == "there"


def object_before(context: Context, verb: Verb) -> tuple[int, int] | None:
    """The slice of an object before the subject: ``the complaint of X | the court rejected``."""
    if verb.form != "finite" or verb.coordinated is not None:
        return None
    span = _subject_span(context, verb)
    return (span.opening, span.first) if span.opening < span.first else None


def _subject_span(context: Context, verb: Verb) -> _Span:
    """Where the subject stands, without what opens the clause and what stands beside it between commas."""
    tokens, lexicon = context.tokens, context.lexicon
    start, end = verb.subject
    who = context.places.subject_of(verb)
    while end > start and (tokens[end - 1].kind == "mark" or is_adverb(tokens[end - 1])):
        end -= 1
    last = last_segment(tokens, start, end)
    if _is_aside(context, start, last, end):
        end = last - 1
        last = last_segment(tokens, start, end)
        who = who_is(tokens, last, end, context.focus)
    opening = past_fronted(tokens, last, end, lexicon)
    return _Span(start, opening, past_object(tokens, opening, end, lexicon), end, who)


def _is_aside(context: Context, start: int, last: int, end: int) -> bool:
    """`The court, | at the request of X, | prolonged …`: what stands between commas is beside the subject."""
    tokens = context.tokens
    if last <= start or tokens[last - 1].word != ",":
        return False
    governed = tokens[last].word in PREPOSITIONS - INCLUSIVE
    return governed and past_fronted(tokens, last, end, context.lexicon) == last


def _noun_of(context: Context, span: _Span) -> Argument:
    """The phrase next to the verb, with whom the clause names; else the noun that opens the clause."""
    argument = read_phrase(context, span.first, span.end) or Argument(span.start, span.end)
    _name(context, argument, span.who)
    return _opening_noun(context, argument, span) or argument


def _name(context: Context, argument: Argument, who: Who) -> None:
    """Give the subject whom its clause names: people or bodies that may stand before the phrase next to the verb."""
    if set(argument.parties) == set(who.heads):
        argument.kinds |= kinds_of_all(context, who.heads)
    elif who.heads:
        own = frozenset() if argument.parties else argument.kinds
        argument.kinds = own | kinds_of_all(context, who.heads)
        argument.parties, argument.owners = who.heads, who.owners


def _opening_noun(context: Context, argument: Argument, span: _Span) -> Argument | None:
    """`The judge, citing the law, refused`: the noun that opens the clause, where none stands next to the verb."""
    if argument.kinds or span.who.heads or span.first <= span.start:
        return None
    begin = past_fronted(context.tokens, span.start, span.first, context.lexicon)
    opening = read_phrase(context, begin, span.first)
    if opening is not None:
        opening.end = span.end
    return opening


def _list_before(context: Context, verb: Verb, span: _Span) -> Argument | None:
    """`Two laptops and money belonging to X, mother of Y, were withdrawn`: the list is the subject."""
    if span.first <= span.start or span.who.heads or context.tokens[verb.start].word not in _OF_PLURALS:
        return None
    if _may_be_plural(context, span.first, span.end):
        return None
    listed = read_phrase(context, span.start, span.end)
    return listed if listed is not None and listed.kinds else None


def _may_be_plural(context: Context, start: int, end: int) -> bool:
    """Whether a phrase may go with "were": a list, a plural, a number, a name."""
    tokens = context.tokens[start:end]
    if any(t.kind in ("number", "person") or t.word in _PLURALS for t in tokens):
        return True
    governor = next((k for k, t in enumerate(tokens) if k and t.word in PREPOSITIONS), len(tokens))
    words = [t.word for t in tokens[:governor] if t.kind == "word"]
    return bool(words) and words[-1].endswith(("s", "men", "children"))


# --- infinitives and gerunds


def controller_of(context: Context, verb: Verb) -> Argument | None:
    """Who does what an infinitive or gerund tells: the object that was made to, else the subject of the governor."""
    governor = verb.governor or verb.coordinated
    if governor is None or governor is verb:
        return None
    if not governor.passive and _object_acts(context, verb, governor):
        made = read_phrase(context, *object_span(context, governor, governor.after[0], verb.start))
        if made is not None and "person" in made.kinds:
            return made
    if governor.form == "finite":
        return subject_of(context, governor)
    return controller_of(context, governor) if governor.form == "infinitive" else None


def _object_acts(context: Context, verb: Verb, governor: Verb) -> bool:
    """`Forced X to sign`, `sentenced X for beating Y`: it is X who signs or beat."""
    verbs = context.lexicon.phrases.verbs
    if governor.lemma in verbs.causing:
        return True
    if verb.form != "gerund" or verb.start - 1 <= governor.head or governor.lemma in verbs.own_reason:
        return False
    return context.tokens[verb.start - 1].word in ("for", "of")


def infinitive_before(context: Context, verb: Verb) -> Verb | None:
    """`To register it the ministry did not begin`: the infinitive with which the clause of a finite verb opens."""
    return next((v for v in context.sentence.verbs if _opens_clause(context, v, verb)), None)


def _opens_clause(context: Context, infinitive: Verb, verb: Verb) -> bool:
    if infinitive.form != "infinitive" or infinitive.head >= verb.start:
        return False
    marked = infinitive.start >= verb.boundary and context.tokens[infinitive.start - 1].kind == "mark"
    if infinitive.start and not marked:
        return False
    finite = (v for v in context.sentence.verbs if v.form == "finite" and v.lemma != "do")
    return next((v for v in finite if v.head > infinitive.head), None) is verb
