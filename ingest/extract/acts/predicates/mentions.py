"""Whom a sentence goes on to speak of: who a pronoun means behind each of its verbs, and who "I" is in a quotation."""

from collections.abc import Iterable

from ingest.extract.acts.arguments.slots import Argument
from ingest.extract.acts.predicates.assertion import is_real
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party
from ingest.vocabulary import VIOLENCE, Role

_CONCERNED: frozenset[Role] = frozenset({"target", "other"})
# Behind one of these the speaker follows the verb: "“…”, said X".
_BEFORE_SPEAKER = frozenset({",", ".", "!", "?", "-", "–", "—"})


def find_speaker(context: Context) -> None:
    """Set whom "I" and "me" of a quotation mean: whoever says it, before or behind the words."""
    focus = context.focus
    if not any(token.quoted for token in context.tokens):
        focus.speaker = ()
    for verb in context.sentence.verbs:
        if verb.form != "finite" or not _speaks(verb, context) or context.tokens[verb.head].quoted:
            continue
        people = _persons(_find_speaker_of(verb, context))
        if len(people) == 1:
            focus.speaker = people
            return


def move_focus(verb: Verb, context: Context) -> None:
    """Note whom a finite verb names: its subject, or else its object, is whom a pronoun behind it means."""
    if verb.relative:
        return
    focus, places = context.focus, context.arguments.places
    who = places.subject_of(verb)
    if who.other:
        focus.elsewhere = True
    persons = _indices(who.heads)
    if persons and focus.recent and (_opens_with_as(verb, context) or _only_speak(persons, verb, context)):
        return
    if persons and not _speaks_beside_topic(persons, verb, context):
        focus.note(persons)
        return
    _count(who.count, context)
    if not verb.passive:
        objects = places.object_of(verb)
        focus.note(_indices(objects.heads))
        _count(objects.count, context)


def end_sentence(context: Context, found: Iterable[Candidate]) -> None:
    """Note the last list of names of a sentence, and who was harmed in it."""
    focus = context.focus
    focus.listed = _last_list(context) or focus.listed
    harms = (c for c in found if c.type in VIOLENCE and is_real(c.assertion, False))
    focus.harmed.update(party.index for c in harms for party in c.to if party.kind == "person")


def _last_list(context: Context) -> tuple[int, ...]:
    """`X, the teacher Y and Z`: the people of the last list of several."""
    lists: list[list[int]] = []
    joined = False
    for token in context.tokens:
        if token.kind == "person":
            if joined and lists:
                lists[-1].append(token.ref)
            else:
                lists.append([token.ref])
            joined = True
        elif token.word not in (",", "and") and not context.lexicon.means_people(token.word):
            joined = False
    several = [tuple(dict.fromkeys(found)) for found in lists if len(set(found)) > 1]
    return several[-1] if several else ()


def _find_speaker_of(verb: Verb, context: Context) -> Argument | None:
    """The subject of a verb of speech; what stands behind it where the quotation is before: ``“…”, said X``."""
    slots = context.arguments.of_verb(verb)
    behind = slots.first("object")
    if behind is not None and context.tokens[verb.head - 1].word in _BEFORE_SPEAKER:
        return behind
    return slots.first("subject")


def _speaks(verb: Verb, context: Context) -> bool:
    return verb.lemma in context.lexicon.speech


def _opens_with_as(verb: Verb, context: Context) -> bool:
    """``As X reported, he was detained``: "he" is somebody else."""
    return verb.boundary < len(context.tokens) and context.tokens[verb.boundary].word == "as"


def _only_speak(persons: tuple[int, ...], verb: Verb, context: Context) -> bool:
    """``Lawyer X said that he …``: a pronoun goes on to mean whom those speak of to whom nothing is done."""
    roles = {context.facts.persons[i].role for i in persons}
    return _speaks(verb, context) and roles.isdisjoint(_CONCERNED)


def _speaks_beside_topic(persons: tuple[int, ...], verb: Verb, context: Context) -> bool:
    """Whether somebody speaks who is not whom the entry's header names: the entry stays about the latter."""
    return _speaks(verb, context) and context.focus.header and persons != context.focus.topic


def _count(count: int | None, context: Context) -> None:
    """``Four activists protested``: so many are told of without names."""
    if count is not None:
        context.focus.counted = count


def _persons(argument: Argument | None) -> tuple[int, ...]:
    return _indices(argument.parties) if argument is not None else ()


def _indices(parties: tuple[Party, ...]) -> tuple[int, ...]:
    return tuple(party.index for party in parties if party.kind == "person")
