"""Who stands in the places of a frame that fits a verb: to whom it was done, and who did it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from ingest.extract.acts.arguments.focus import NEVER_CONCERNED, Focus, Who
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.candidates import Candidate, facts_kind
from ingest.extract.acts.lexicon.frames import Frame
from ingest.extract.acts.predicates.candidates import may_undergo
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party
from ingest.vocabulary import FILINGS, POLITICAL_BODIES, ActType, BodyType

# Acts that people do for themselves: they stand in both places.
_BY_ONESELF: frozenset[ActType] = FILINGS | {"statement"}
# "Activists of the party" do these for it.
_FOR_A_BODY: frozenset[ActType] = frozenset({"statement", "protest"})
# What people in the service of a body do is done by the body.
_BY_SERVANTS: frozenset[ActType] = frozenset(
    {"search", "seizure", "detention", "legislation", "summons", "media_restriction", "charge"}
)
_STATE: frozenset[BodyType] = frozenset({"state"})
_UNDERGO = frozenset({"organisation", "person"})


@dataclass(frozen=True, slots=True)
class Fit:
    """A verb and the frame that fits it; ``told`` is the verb that carries its subject."""

    verb: Verb
    told: Verb
    frame: Frame
    object_span: tuple[int, int]

    @property
    def has_object(self) -> bool:
        """Whether a phrase stands right behind the verb."""
        return self.object_span[0] < self.object_span[1]


@dataclass(frozen=True, slots=True)
class Sides:
    """Whom the clause of a verb names as its object, as whom it is done to, and as who does it."""

    object: Who
    done_to: Who
    doer: Who


class ParticipantReader:
    """Reads who takes part in the acts of one sentence, the ``number``-th of its entry."""

    def __init__(self, sentence: Sentence, number: int, focus: Focus, places: Places) -> None:
        """Keep what every step needs."""
        self.sentence, self.number, self.focus, self.places = sentence, number, focus, places
        self.tokens, self.facts, self.lexicon = sentence.tokens, focus.facts, focus.lexicon

    def read(self, fit: Fit) -> Candidate:
        """The candidate of a verb that a frame fits, with who takes part; how it is told is not read yet."""
        sides = self._sides(fit)
        topic = self._topic(fit, sides)
        to, by, count = self._participants(fit, sides, topic)
        start, limit = fit.verb.after
        type_, trigger, clause = fit.frame.type, self.tokens[fit.verb.head], (fit.verb.boundary, limit)
        candidate = Candidate(type_, fit.frame, trigger, self.number, clause, to, by, count)
        named = (*sides.object.heads, *self.places.behind("against", start, limit).heads)
        candidate.topical = bool(to) and to == topic and not any(p in named for p in to)
        candidate.direct = bool(to) and set(to) <= set(sides.done_to.heads)
        candidate.plural = sides.done_to.count is not None
        if count is None and candidate.direct:
            candidate.count = sides.done_to.besides
        doing = (start, limit) if fit.verb.passive else fit.told.subject
        candidate.by_staff = not by and self._is_staff(sides.doer, doing)
        return candidate

    def _participants(
        self, fit: Fit, sides: Sides, topic: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], int | None]:
        """To whom it is done, who does it, and how many people are counted without names."""
        words, type_ = fit.frame.words, fit.frame.type
        to, count = self._undergoing(fit, sides, topic)
        by, _ = self.places.first_of(words.by, sides.done_to, sides.doer, *fit.verb.after)
        if not to and type_ in FILINGS and not fit.verb.relative:
            to = self._only_one_named()  # "dismissed the appeal that X had filed"
            by = _unique([*to, *by]) if type_ == "complaint" else by
        if "any" in words.to:
            to = _without(to, by)
        if type_ == "protest" and not by:
            count = sides.doer.count
        return to, self._doing(fit.frame, by, to, sides.doer), count

    def _undergoing(self, fit: Fit, sides: Sides, topic: tuple[Party, ...]) -> tuple[tuple[Party, ...], int | None]:
        """To whom it is done, or how many people are counted there; ``topic`` where the frame allows it."""
        places = fit.frame.words.to
        found, count = self.places.first_of(places, sides.done_to, sides.doer, *fit.verb.after, _theme_of(fit))
        to = tuple(p for p in found if may_undergo(p, self.facts) and facts_kind(self.facts, p) in _UNDERGO)
        if _describes_another(fit):
            to = _without(to, sides.doer.heads)
        if not to and count is None and "topic" in places and not sides.done_to.other:
            to = topic
        return to, count

    def _topic(self, fit: Fit, sides: Sides) -> tuple[Party, ...]:
        """Whose matter it is where the clause names nobody."""
        topic = tuple(Party("person", i) for i in self.focus.matter_of(self.tokens[fit.verb.head].start))
        return _without(topic, sides.doer.heads) if _describes_another(fit) else topic

    def _only_one_named(self) -> tuple[Party, ...]:
        """The only person whom the sentence names and who does not act for somebody else."""
        named = {t.ref for t in self.tokens if t.kind == "person" and not t.slogan}
        concerned = [i for i in sorted(named) if self.facts.persons[i].role not in NEVER_CONCERNED]
        return (Party("person", concerned[0]),) if len(concerned) == 1 else ()

    def _doing(self, frame: Frame, by: tuple[Party, ...], to: tuple[Party, ...], doer: Who) -> tuple[Party, ...]:
        """Who does it, or the body for which unnamed people do it."""
        if not by and frame.type in _FOR_A_BODY and doer.people:
            return self._bodies_of(doer, POLITICAL_BODIES)  # "activists of the party" speak and rally for it
        if frame.type not in _BY_ONESELF:
            by = _without(by, to)
        if not by and "subject" in frame.words.by and _serves(frame, doer):
            return self._bodies_of(doer, _STATE)  # "officers of the department", "deputies of the parliament"
        return by

    def _bodies_of(self, doer: Who, types: Set[BodyType]) -> tuple[Party, ...]:
        """The bodies of these types to which the people belong who do it."""
        return tuple(p for p in doer.owners if p.kind == "body" and self.facts.bodies[p.index].type in types)

    def _is_staff(self, doer: Who, span: tuple[int, int]) -> bool:
        """Whether the people who do it are those who run a place of detention: its guards, its administration."""
        return not doer.heads and any(t.word in self.lexicon.staff for t in self.tokens[slice(*span)])

    def _sides(self, fit: Fit) -> Sides:
        """Whom it is done to, and who does it."""
        object_ = who_is(self.tokens, *fit.object_span, self.focus)
        subject = self._subject(fit.told)
        if fit.verb.passive:
            return self._passive_sides(fit.verb, object_, subject)
        return self._active_sides(fit, object_, subject)

    def _passive_sides(self, verb: Verb, object_: Who, subject: Who) -> Sides:
        """`X was detained by the police`, `X had her phone taken`."""
        if verb.caused:
            # "The ministry had access to the site cut off".
            done_to = who_is(self.tokens, *verb.possessed, self.focus)
            owners = (*done_to.owners, *self.places.behind("to", *verb.possessed).heads)
            return Sides(object_, replace(done_to, owners=owners), subject)
        doer = self.places.behind("by", *verb.after)
        done_to = replace(subject, owners=subject.heads) if verb.possessed != (0, 0) else subject
        return Sides(object_, done_to, doer)

    def _active_sides(self, fit: Fit, object_: Who, subject: Who) -> Sides:
        """`The police detained X`; a verb of speech may have its speaker behind it."""
        done_to, doer = object_, subject
        if not fit.has_object:
            # "Officers of X came with a search": X is not whom they came to.
            acting = Who() if subject.people or subject.authority else replace(subject, heads=())
            done_to = acting if not fit.frame.object else subject
        if fit.frame.words.speech and self._speaker_follows(fit.verb, subject):
            doer = self._speaker(fit) or object_
        return Sides(object_, done_to, doer)

    def _subject(self, verb: Verb) -> Who:
        """The subject; whom the header names where nothing but a provision or a term stands before the first verb."""
        subject = self.places.subject_of(verb)
        first = next((v for v in self.sentence.verbs if v.form == "finite"), None)
        told = subject.heads or subject.owners or subject.authority or subject.people or subject.count
        if told or verb is not first or self.number or not self.focus.header:
            return subject
        return Who(heads=tuple(Party("person", i) for i in self.focus.topic), people=True)

    def _speaker_follows(self, verb: Verb, subject: Who) -> bool:
        """``“…”, said X``: the speaker stands behind the verb; not so in ``X, head of Y, said``."""
        if verb.start < 2 or self.tokens[verb.start - 1].kind != "mark":
            return verb.start == 0 or self.tokens[verb.start - 1].kind == "mark"
        return self.tokens[verb.start - 2].quoted or not subject.heads

    def _speaker(self, fit: Fit) -> Who | None:
        """``says a representative of <body>, <name>``: the name behind the comma is the speaker."""
        (start, comma), limit = fit.object_span, fit.verb.after[1]
        if comma + 1 < limit and self.tokens[comma].word == "," and self.tokens[comma + 1].kind == "person":
            return Who(heads=(Party("person", self.tokens[comma + 1].ref),), people=True)
        named = [t for t in self.tokens[start:limit] if t.kind == "person"]
        if start == comma and len(named) == 1:
            # "“…”, addressed to the deputies the head of the fund X".
            return Who(heads=(Party("person", named[0].ref),), people=True)
        return None


def _theme_of(fit: Fit) -> tuple[int, int]:
    """`The case against X | was closed`: the subject, where somebody may be named in it.

    Not of a sentence: "the verdict in the case of X" may be that on who killed X.
    """
    if fit.frame.type == "sentence" or (fit.has_object and not fit.verb.passive):
        return 0, 0
    return fit.told.subject


def _describes_another(fit: Fit) -> bool:
    """`X snatched the phone from the journalist's hands`: a description never means the one who does it."""
    words = fit.frame.words
    acts_on = not fit.verb.passive and fit.has_object and words.by[:1] == ("subject",)
    return acts_on and {"subject", "any"}.isdisjoint(words.to)


def _serves(frame: Frame, doer: Who) -> bool:
    """Whether those who do it do so in the service of a body."""
    return frame.type in _BY_SERVANTS and (doer.authority or doer.people or frame.type == "legislation")


def _without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p not in others)


def _unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(parties))
