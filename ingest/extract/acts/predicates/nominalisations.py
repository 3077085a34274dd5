"""Nouns that take the arguments of a verb: ``the detention of X by police`` is read as ``police detained X``."""

from ingest.extract.acts.arguments.slots import Argument, Slots
from ingest.extract.acts.lexicon.nouns import singular
from ingest.extract.acts.predicates.candidates import Candidate, Predicate, make_candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.nouns import assert_carried, find_carrier, take_over
from ingest.extract.acts.predicates.patterns import match_patterns
from ingest.extract.acts.syntax.verbs.verb import Verb

_NEGATING_PREFIX = "non-"
_NEGATING = frozenset({"no", "non", "without", "not"})
# Where a noun has its object if "of" governs the subject: "the threats of the guards to X".
_OBJECT_SLOTS = ("to", "for", "in", "with")
# Where the people stand to whom it was done, if there is no object.
_PEOPLE_SLOTS = ("to", "with", "against", "on")


def read_nominalisation(k: int, context: Context) -> Candidate | None:
    """The candidate of the noun at ``k``: what "of" governs is its object, or else its subject."""
    lemma = _find_verb(k, context)
    if lemma is None:
        return None
    slots = context.arguments.of_noun(k, k + 1)
    carrier = find_carrier(k, context)
    if carrier is not None:
        take_over(carrier, slots, context)
    negated = _is_negated(k, carrier, context)
    for passive, turned in ((True, _with_object(slots)), (False, _with_subject(slots))):
        verb = Verb(k, k, lemma, passive, "finite", after=slots.clause, boundary=k)
        matches = match_patterns(context.lexicon.classes.verbs[lemma], turned, negated, verb, context)
        if matches and not matches[0].pattern.words.speech:
            assertion, form = assert_carried(k, carrier, context)
            return make_candidate(Predicate(context.tokens[k], lemma, form, turned, assertion), matches, context)
    return None


def _find_verb(k: int, context: Context) -> str | None:
    """``Detain`` of ``detention`` and ``non-detention``; ``beat`` of ``the beating of X``."""
    classes = context.lexicon.classes
    word = context.tokens[k].word
    plain = word.removeprefix(_NEGATING_PREFIX)
    lemma = classes.nominal.get(plain) or classes.nominal.get(singular(plain))
    if lemma is None and word.endswith("ing") and _next_word(k, context) in ("of", "by"):
        readings = context.lexicon.forms.get(word, ())
        lemma = next((verb for verb, form in readings if form == "ing" and verb in classes.verbs), None)
    return lemma if lemma in classes.verbs else None


def _next_word(k: int, context: Context) -> str:
    return context.tokens[k + 1].word if k + 1 < len(context.tokens) else ""


def _is_negated(k: int, carrier: Verb | None, context: Context) -> bool:
    """``Non-admission``, ``without permission``, ``no search was made``, ``the impossibility of registration``."""
    if context.tokens[k].word.startswith(_NEGATING_PREFIX) or context.arguments.ruled_out(k):
        return True
    if carrier is not None and carrier.negated:
        return True
    return k > 0 and context.tokens[k - 1].word in _NEGATING


def _with_object(slots: Slots) -> Slots:
    """``The detention of X by the police``, ``his detention``: whose it is, it was done to."""
    of, owner, by = (slots.arguments.get(slot, []) for slot in ("of", "owner", "by"))
    subject = by if of else [*by, *owner]
    return _turn(slots, [*of, *owner], [*subject])


def _with_subject(slots: Slots) -> Slots:
    """``The threats of the guards to X``, ``his threats to X``: whose it is did it."""
    of, owner = (slots.arguments.get(slot, []) for slot in ("of", "owner"))
    return _turn(slots, [a for slot in _OBJECT_SLOTS for a in slots.arguments.get(slot, [])], [*of, *owner])


def _turn(slots: Slots, objects: list[Argument], subjects: list[Argument]) -> Slots:
    """The arguments of a noun under the slots of its verb."""
    turned = Slots(dict(slots.arguments), clause=slots.clause)
    turned.arguments["subject"] = subjects
    turned.arguments["object"] = objects or _people_beside(slots)
    return turned


def _people_beside(slots: Slots) -> list[Argument]:
    """``Delivery was applied to X``, ``an interrogation was carried out with X``."""
    beside = (argument for slot in _PEOPLE_SLOTS for argument in slots.arguments.get(slot, ()))
    return [argument for argument in beside if argument.parties or argument.count]
