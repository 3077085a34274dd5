"""Arguments before their verb: fronted phrases, relative pronouns, and what prepositions within the subject govern.

Also turns round subjects that stand behind their verb.
"""

from ingest.extract.acts.arguments.phrases import noun_before, read_governed, read_phrase
from ingest.extract.acts.arguments.values import Argument, Context, Slots
from ingest.extract.acts.arguments.verbs.subjects import infinitive_before, object_before
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.phrase_starts import SOMEBODY
from ingest.extract.acts.syntax.prepositions import preposition_at
from ingest.extract.acts.syntax.verbs.verb import Verb

_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_GOVERNING = PREPOSITIONS - {"of"}
# Slots of phrases that are said of every verb that "and" joins.
_SHARED = frozenset({"against", "for", "from", "to"})
_SPEAKERS: Kinds = frozenset({"lawyer", "official", "person", "police", "relative"})


def put_fronted(context: Context, verb: Verb, slots: Slots) -> None:
    """Put what was moved before the verb into slots: ``against X | a case was opened``."""
    finite = verb.form == "finite"
    head = verb.coordinated.head if finite and verb.coordinated is not None else verb.head
    if finite and slots.comp is None:
        slots.comp = infinitive_before(context, verb)
    if finite and head not in context.fronted:
        _put_shared_fronted(context, verb, head, slots)
    for slot, begin, stop in context.fronted.get(head, ()):
        doer = slot == "by" and verb.passive
        slots.put("subject" if doer else slot, read_governed(context, begin, stop))
    if verb.passive:
        return
    before = object_before(context, verb)
    if before is not None and "object" not in slots.arguments:
        slots.put("object", read_phrase(context, *before))
    _turn_round(context, verb, slots)


def _put_shared_fronted(context: Context, verb: Verb, head: int, slots: Slots) -> None:
    """`In respect of X force was applied and a telephone was taken`: said of both."""
    if not verb.boundary or context.tokens[verb.boundary - 1].word != "and":
        return
    finite = (v for v in reversed(context.sentence.verbs) if v.form == "finite" and v.head < head)
    earlier = next(finite, None)
    if earlier is None:
        return
    for slot, begin, stop in context.fronted.get(earlier.head, ()):
        if slot in _SHARED and slot not in slots.arguments:
            slots.put(slot, read_governed(context, begin, stop))


def _turn_round(context: Context, verb: Verb, slots: Slots) -> None:
    """Make the object the subject where the subject stands behind its verb, and the reverse."""
    behind, subject = slots.first("object"), slots.first("subject")
    if behind is None:
        return
    words = context.lexicon.phrases.verbs
    finite = verb.form == "finite"
    inverted = finite and verb.lemma in words.inverted
    if inverted and subject is not None and _stands_before(context, verb, subject, behind):
        slots.arguments["before"] = slots.arguments.pop("subject")
        subject = None
    if inverted and subject is None:
        # "Into the bus went X".
        slots.arguments["subject"] = slots.arguments.pop("object")
    elif finite and verb.lemma in context.lexicon.speech and _is_quoted(context, verb, subject, behind):
        slots.arguments["subject"] = [behind]
        del slots.arguments["object"]
    elif subject is not None and verb.lemma in words.receiving and _is_received(subject, behind):
        slots.arguments["subject"], slots.arguments["object"] = slots.arguments["object"], slots.arguments["subject"]


def _stands_before(context: Context, verb: Verb, subject: Argument, behind: Argument) -> bool:
    """`Before the court | appeared X`: the court is where, and not who, for "before" opens no clause there."""
    opens = context.tokens[verb.boundary].word == "before" and "court" in subject.kinds
    return opens and any(p.kind == "person" for p in behind.parties)


def _is_quoted(context: Context, verb: Verb, subject: Argument | None, behind: Argument) -> bool:
    """`“…”, says X`: the speaker stands behind the verb."""
    if not verb.start or context.tokens[verb.head].quoted or (subject is not None and subject.parties):
        return False
    before = context.tokens[verb.start - 1]
    if not before.quoted and before.kind != "mark":
        return False
    return any(p.kind == "person" for p in behind.parties) or bool(behind.kinds & _SPEAKERS)


def _is_received(subject: Argument, behind: Argument) -> bool:
    """`A fine received X`: what stands before the verb is nobody, what stands behind it has a name."""
    return bool(behind.parties) and not subject.parties and not subject.kinds & SOMEBODY


def put_relative(context: Context, verb: Verb, slots: Slots) -> None:
    """Put whom a relative pronoun means into its slot: ``X, whom police detained``, ``X, to whom theft is imputed``."""
    k, tokens = verb.boundary, context.tokens
    if not 0 < k < verb.start - 1 or tokens[k].word not in _RELATIVE:
        return
    slot, end = _governor_of(context, k)
    antecedent = noun_before(context, end)
    if antecedent is None or not (antecedent.parties or antecedent.kinds):
        return
    if tokens[k].word == "whose":
        _put_owner(k, antecedent, slots)
    elif slot is not None:
        slots.put(slot, antecedent)
    elif not verb.passive and "object" not in slots.arguments and not slots.that:
        slots.put("object", antecedent)


def _governor_of(context: Context, pronoun: int) -> tuple[str | None, int]:
    """The slot of the preposition before a relative pronoun, if there is one, and where the antecedent ends."""
    tokens = context.tokens
    for words, slot in (pair for pairs in context.lexicon.phrases.prepositions.values() for pair in pairs):
        if tuple(t.word for t in tokens[max(0, pronoun - len(words)) : pronoun]) == words:
            return slot, pronoun - 3
    before = tokens[pronoun - 1].word
    return (before, pronoun - 1) if before in PREPOSITIONS else (None, pronoun)


def _put_owner(pronoun: int, antecedent: Argument, slots: Slots) -> None:
    """`X, whose claim the court left`: the phrase that begins behind "whose" is X's."""
    subject, obj = slots.first("subject"), slots.first("object")
    free = [argument for argument in (subject, obj) if argument is not None and not argument.owners]
    beside = next((a for a in free if a.start <= pronoun + 1 <= a.end), None)
    owned = beside or obj or subject
    if owned is not None and not owned.owners:
        owned.owners = antecedent.parties


def put_inner(context: Context, verb: Verb, slots: Slots) -> None:
    """`The case against X was closed`: what prepositions within the subject govern, in slots that are still free."""
    tokens, (start, end) = context.tokens, verb.subject
    within = (k for k in range(start + 1, end) if tokens[k].kind == "word" and tokens[k].word in _GOVERNING)
    k = next(within, end)
    while k < end:
        preposition = preposition_at(tokens, k, end, context.lexicon, _GOVERNING)
        if preposition is None:
            k += 1
            continue
        slot, begin = preposition
        k = max(phrase_end(tokens, begin, end, context.stops), begin)
        if slot not in slots.arguments:
            slots.put(slot, read_governed(context, begin, k))
