"""Match the verbs and nouns of a sentence with the frames of the lexicon: one candidate act for each.

A candidate keeps how the words stand to the news: told as a fact, in somebody's words, in the background, or only
demanded. The package ``news`` decides which become acts.
"""

from ingest.extract.acts.arguments.focus import Focus, Who
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.candidates import Candidate
from ingest.extract.acts.frames.clause_words import ClauseReader, EntryWords
from ingest.extract.acts.frames.nouns import NounReader
from ingest.extract.acts.frames.participants import Fit, ParticipantReader
from ingest.extract.acts.frames.telling import Telling
from ingest.extract.acts.lexicon.frames import Frame
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.vocabulary import VIOLENCE


class FrameReader:
    """Reads one sentence into candidates, moving the focus on as people are named."""

    def __init__(self, sentence: Sentence, number: int, entry: EntryWords, lexicon: Lexicon, focus: Focus) -> None:
        """Keep what every step needs."""
        self.sentence, self.lexicon, self.focus = sentence, lexicon, focus
        self.tokens, self.places = sentence.tokens, Places(sentence, focus)
        self.telling = Telling(sentence, number, lexicon)
        self.clauses = ClauseReader(sentence, entry, lexicon, self.places)
        self.participants = ParticipantReader(sentence, number, focus, self.places)
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
        """Make the focus whom a verb has as subject, or else as object."""
        if verb.relative:
            return
        who = self.places.subject_of(verb)
        if who.other or (not verb.passive and self.places.behind("to", *verb.after).other):
            self.focus.elsewhere = True
        persons = _persons(who)
        if persons and not self._speaks_for_others(verb, persons):
            self.focus.note(persons)
            return
        self._note_count(who)
        if not verb.passive:
            objects = self.places.object_of(verb)
            self.focus.note(_persons(objects))
            self._note_count(objects)

    def _speaks_for_others(self, verb: Verb, persons: tuple[int, ...]) -> bool:
        """`Said the lawyer X`: whoever speaks of the person of a header is not whom the telling goes on about."""
        return verb.lemma in self.lexicon.speech and self.focus.header and persons != self.focus.topic

    def _note_count(self, who: Who) -> None:
        if who.count is not None:
            self.focus.counted = who.count

    def _verb(self, verb: Verb) -> Candidate | None:
        """The act that a verb tells: that of the first frame whose phrases stand in its clause."""
        frames = self.lexicon.frames.verbs.get(verb.lemma)
        if frames is None or (verb.form in ("adjective", "gerund", "reduced") and not self._accusing(verb, frames)):
            return None
        actual, told = self.telling.happened(verb)
        if not actual:
            return None
        object_span = self.places.object_span(verb)
        words = self.clauses.read(verb, told, object_span)
        frame = next((frame for frame in frames if words.fits(frame)), None)
        if frame is None:
            return None
        candidate = self.participants.read(Fit(verb, told, frame, object_span))
        self.telling.place(candidate, verb, told)
        return candidate

    def _accusing(self, verb: Verb, frames: tuple[Frame, ...]) -> bool:
        """`Sentenced for torturing X`: the gerund tells the harm they answer for."""
        before = self.tokens[verb.start - 1].word if verb.start else ""
        return verb.form == "gerund" and before in ("for", "of") and frames[0].type in VIOLENCE


def _persons(who: Who) -> tuple[int, ...]:
    return tuple(p.index for p in who.heads if p.kind == "person")
