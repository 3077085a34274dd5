"""Match the verbs and nouns of a sentence with the frames of the lexicon: one candidate act for each.

A candidate keeps how the words stand to the news: told as a fact, in somebody's words, in the background, or only
demanded. ``settle`` decides which become acts.
"""

from dataclasses import replace

from ingest.extract.acts.arguments.focus import NEVER_CONCERNED, Focus
from ingest.extract.acts.arguments.parties import Who, who_is
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.candidates import Candidate, facts_kind
from ingest.extract.acts.frames.nouns import NounReader
from ingest.extract.acts.frames.phrases import Stretch, words_of
from ingest.extract.acts.frames.telling import Telling
from ingest.extract.acts.lexicon.frames import Frame
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs import Verb
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import FILINGS, POLITICAL_BODIES, VIOLENCE, ActType

# Acts that people do for themselves: they stand in both places.
_BY_ONESELF: frozenset[ActType] = FILINGS | {"statement"}
# "Activists of the party" do these for it.
_FOR_A_BODY: frozenset[ActType] = frozenset({"statement", "protest"})
# What people in the service of a body do is done by the body.
_BY_SERVANTS: frozenset[ActType] = frozenset(
    {"search", "seizure", "detention", "legislation", "summons", "media_restriction", "charge"}
)
# An object that opens so makes a verb tell of nobody and nothing: "granted none of the motions".
_NONE = (["no"], ["none"], ["neither"], ["nobody"], ["nothing"])


class FrameReader:
    """Reads one sentence into candidates, moving the focus on as people are named."""

    def __init__(self, sentence: Sentence, number: int, facts: EntryFacts, lexicon: Lexicon, focus: Focus) -> None:
        """Keep what every step needs."""
        self.sentence, self.number, self.facts, self.lexicon, self.focus = sentence, number, facts, lexicon, focus
        self.tokens, self.low = sentence.tokens, facts.entry.text.lower()
        self.places = Places(sentence, lexicon, focus)
        self.telling = Telling(sentence, number, lexicon)
        self.nouns = NounReader(sentence, number, focus, self.places)

    def read(self) -> list[Candidate]:
        """Every candidate of the sentence, in the order of the text."""
        found: list[Candidate] = []
        events = sorted(
            [*((v.head, v) for v in self.sentence.verbs), *((k, None) for k in self.nouns.starts())],
            key=lambda e: e[0],
        )
        for k, verb in events:
            candidate = self._verb(verb) if verb is not None else self.nouns.read(k)
            if candidate is not None:
                found.append(candidate)
            if verb is not None and verb.form == "finite":
                self._move_focus(verb)
        return found

    def _move_focus(self, verb: Verb) -> None:
        if verb.relative:
            return
        who = self.places.subject_of(verb)
        if who.other or (not verb.passive and self.places.behind("to", *verb.after).other):
            self.focus.elsewhere = True
        persons = tuple(p.index for p in who.heads if p.kind == "person")
        if persons and not (verb.lemma in self.lexicon.speech and self.focus.header and persons != self.focus.topic):
            self.focus.note(persons)
            return
        if who.count is not None:
            self.focus.counted = who.count
        if not verb.passive:
            objects = self.places.object_of(verb)
            persons = tuple(p.index for p in objects.heads if p.kind == "person")
            self.focus.note(persons)
            if objects.count is not None:
                self.focus.counted = objects.count

    def _verb(self, verb: Verb) -> Candidate | None:
        frames = self.lexicon.frames.verbs.get(verb.lemma)
        if frames is None or (verb.form in ("adjective", "gerund", "reduced") and not self._accusing(verb, frames)):
            return None
        actual, told = self.telling.happened(verb)
        if not actual:
            return None
        tokens, facts = self.tokens, self.facts
        start, limit = verb.after
        object_span = self.places.object_span(verb)
        after = words_of(tokens, start, limit, facts)
        before = words_of(tokens, *told.subject, facts)
        object_words = words_of(tokens, *object_span, facts)
        if verb.passive:
            had = words_of(tokens, *verb.possessed, facts)
            theme, doer = had or before, self._by_words(start, limit)
        else:
            theme, doer = object_words or before, before
            if not object_words or object_span[0] == object_span[1]:
                # "Adopted in the first reading amendments": the object may stand behind what comes between.
                theme = [*before, *after]
        negated = verb.negated or before[:1] in _NONE or object_words[:1] in _NONE
        done_to, done_by = Stretch(theme), Stretch(doer)
        behind = Stretch([*after, ";", *self._fronted(verb)])
        for frame in frames:
            words = frame.words
            if words.negated != negated and not words.speech:
                continue
            if words.voice and (words.voice == "passive") != verb.passive:
                continue
            if frame.object and not done_to.has(frame.object):
                continue
            if frame.subject and not done_by.has(frame.subject):
                continue
            if frame.with_ and not behind.has(frame.with_):
                continue
            if frame.without and (behind.has(frame.without) or done_to.has(frame.without)):
                continue
            if words.needs and not any(n in self.low for n in words.needs):
                continue
            return self._candidate(verb, told, frame, object_span)
        return None

    def _accusing(self, verb: Verb, frames: tuple[Frame, ...]) -> bool:
        """`Sentenced for torturing X`: the gerund tells the harm they answer for."""
        before = self.tokens[verb.start - 1].word if verb.start else ""
        return verb.form == "gerund" and before in ("for", "of") and frames[0].type in VIOLENCE

    def _subject(self, verb: Verb) -> Who:
        """The subject; whom the header names where nothing but a provision or a term stands before the first verb."""
        subject = self.places.subject_of(verb)
        first = next((v for v in self.sentence.verbs if v.form == "finite"), None)
        told = subject.heads or subject.owners or subject.authority or subject.people or subject.count
        if told or verb is not first or self.number or not self.focus.header:
            return subject
        return Who(heads=tuple(Party("person", i) for i in self.focus.topic), people=True)

    def _only_one_named(self) -> tuple[Party, ...]:
        """The only person whom the sentence names and who does not act for somebody else."""
        named = {t.ref for t in self.tokens if t.kind == "person" and not t.slogan}
        concerned = [i for i in sorted(named) if self.facts.persons[i].role not in NEVER_CONCERNED]
        return (Party("person", concerned[0]),) if len(concerned) == 1 else ()

    def _by_words(self, start: int, limit: int) -> list[str]:
        for k in range(start, limit):
            if self.tokens[k].word == "by" and self.tokens[k].kind == "word":
                return words_of(
                    self.tokens, k + 1, phrase_end(self.tokens, k + 1, limit, self.places.stops), self.facts
                )
        return []

    def _fronted(self, verb: Verb) -> list[str]:
        """`Behind closed doors the court heard the case`: the phrase that opens the clause, up to who did it."""
        start, end = verb.subject
        if verb.coordinated is not None or start >= end or self.tokens[start].word not in PREPOSITIONS:
            return []
        for k in range(start, end):
            token = self.tokens[k]
            court = token.kind == "body" and self.facts.bodies[token.ref].kind == "court" and k + 1 < end
            if (token.named and not court) or token.word in self.lexicon.authority or token.word == ",":
                return words_of(self.tokens, start, k, self.facts)
        return []

    def _candidate(self, verb: Verb, told: Verb, frame: Frame, object_span: tuple[int, int]) -> Candidate:
        start, limit = verb.after
        object_ = who_is(self.tokens, *object_span, self.focus)
        done_to, doer = self._sides(verb, told, frame, object_span, object_)
        in_theme = frame.type != "sentence"  # "the verdict in the case of X" may be that on who killed X
        theme = told.subject if in_theme and (verb.passive or object_span[0] == object_span[1]) else (0, 0)
        to, count = self.places.first_of(frame.words.to, done_to, doer, start, limit, theme)
        by, _ = self.places.first_of(frame.words.by, done_to, doer, start, limit)
        to = tuple(p for p in to if p.kind == "person" or facts_kind(self.facts, p) == "organisation")
        topic = tuple(Party("person", i) for i in self.focus.matter_of(self.tokens[verb.head].start))
        handles = not verb.passive and frame.words.by[:1] == ("subject",) and object_span[0] < object_span[1]
        if handles and not set(frame.words.to) & {"subject", "any"}:
            # "X snatched the phone from the journalist's hands": a description never means the one who does it.
            to, topic = (tuple(p for p in parties if p not in doer.heads) for parties in (to, topic))
        if not to and count is None and "topic" in frame.words.to and not done_to.other:
            to = topic
        if not to and frame.type in _BY_ONESELF and frame.type != "statement" and not verb.relative:
            to = self._only_one_named()  # "dismissed the appeal that X had filed"
            by = tuple(dict.fromkeys([*to, *by])) if frame.type == "complaint" else by
        if "any" in frame.words.to:
            to = tuple(p for p in to if p not in by)
        if frame.type == "protest" and not by:
            count = doer.count
        by = self._doers(frame, by, to, doer)
        candidate = Candidate(
            frame.type, frame, self.tokens[verb.head], self.number, (verb.boundary, limit), to, by, count
        )
        named = (*object_.heads, *self.places.behind("against", start, limit).heads)
        candidate.topical = bool(to) and to == topic and not any(p in named for p in to)
        candidate.direct = bool(to) and set(to) <= set(done_to.heads)
        candidate.plural = done_to.count is not None
        if count is None and candidate.direct:
            candidate.count = done_to.besides
        candidate.by_staff = not by and self._is_staff(doer, (start, limit) if verb.passive else told.subject)
        self.telling.place(candidate, verb, told)
        return candidate

    def _sides(
        self, verb: Verb, told: Verb, frame: Frame, object_span: tuple[int, int], object_: Who
    ) -> tuple[Who, Who]:
        """Whom it is done to, and who does it."""
        start, limit = verb.after
        subject = self._subject(told)
        if verb.passive:
            done_to, doer = subject, self.places.behind("by", start, limit)
            if verb.caused:
                # "The ministry had access to the site cut off".
                done_to, doer = who_is(self.tokens, *verb.possessed, self.focus), subject
                done_to = replace(done_to, owners=(*done_to.owners, *self.places.behind("to", *verb.possessed).heads))
            elif verb.possessed != (0, 0):
                done_to = replace(subject, owners=subject.heads)
            return done_to, doer
        done_to, doer = object_, subject
        if object_span[0] == object_span[1]:
            # "Officers of X came with a search": X is not whom they came to.
            acting = Who() if subject.people or subject.authority else replace(subject, heads=())
            done_to = acting if not frame.object else subject
        if frame.words.speech and self._speaker_follows(verb, subject):
            doer = self._speaker(object_span, limit) or object_
        return done_to, doer

    def _doers(self, frame: Frame, by: tuple[Party, ...], to: tuple[Party, ...], doer: Who) -> tuple[Party, ...]:
        """Who does it, or the body for which unnamed people do it."""
        bodies = self.facts.bodies
        if not by and frame.type in _FOR_A_BODY and doer.people:
            # "Activists of the party" speak and rally for it.
            by = tuple(p for p in doer.owners if p.kind == "body" and bodies[p.index].type in POLITICAL_BODIES)
        elif frame.type not in _BY_ONESELF:
            by = tuple(p for p in by if p not in to)
        serving = doer.authority or doer.people or frame.type == "legislation"
        if not by and "subject" in frame.words.by and frame.type in _BY_SERVANTS and serving:
            # "Officers of the department", "deputies of the parliament" act for it.
            by = tuple(p for p in doer.owners if p.kind == "body" and bodies[p.index].type == "state")
        return by

    def _is_staff(self, doer: Who, span: tuple[int, int]) -> bool:
        """Whether the people who do it are those who run a place of detention: its guards, its administration."""
        return not doer.heads and any(t.word in self.lexicon.staff for t in self.tokens[slice(*span)])

    def _speaker_follows(self, verb: Verb, subject: Who) -> bool:
        """``“…”, said X``: the speaker stands behind the verb; not so in ``X, head of Y, said``."""
        if verb.start < 2 or self.tokens[verb.start - 1].kind != "mark":
            return verb.start == 0 or self.tokens[verb.start - 1].kind == "mark"
        return self.tokens[verb.start - 2].quoted or not subject.heads

    def _speaker(self, span: tuple[int, int], limit: int) -> Who | None:
        """``says a representative of <body>, <name>``: the name behind the comma is the speaker."""
        comma = span[1]
        if comma + 1 < limit and self.tokens[comma].word == "," and self.tokens[comma + 1].kind == "person":
            return Who(heads=(Party("person", self.tokens[comma + 1].ref),), people=True)
        named = [t for t in self.tokens[span[0] : limit] if t.kind == "person"]
        if span[0] == span[1] and len(named) == 1:
            # "“…”, addressed to the deputies the head of the fund X".
            return Who(heads=(Party("person", named[0].ref),), people=True)
        return None
