"""Reads the arguments of verbs and nouns into slots: subject, object, and one for each preposition."""

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.nouns import is_ruled_out, read_noun
from ingest.extract.acts.arguments.phrases import name_people, read_phrase, stands_for_people
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.arguments.values import Argument, Context, Slots
from ingest.extract.acts.arguments.verbs.complements import object_span, read_complements
from ingest.extract.acts.arguments.verbs.gaps import gapped_persons
from ingest.extract.acts.arguments.verbs.moved import put_fronted, put_inner, put_relative
from ingest.extract.acts.arguments.verbs.subjects import done_to_or_doer, follows_comma, is_active
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.fronting import (
    close_relatives,
    join_passives,
    mark_dates,
    take_fronted,
    turn_participles,
)
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import EntryFacts, Party

__all__ = ["Argument", "ArgumentReader", "Slots"]


# Behind "among" these are people counted before.
_MEMBERS = frozenset({"them", "these", "those", "whom"})


class ArgumentReader:
    """Reads the arguments of one sentence, with the focus as it stands.

    Making it corrects the sentence: helpers are joined with their participles, and phrases of prepositions that open a
    clause are taken out of its subject.
    """

    def __init__(self, sentence: Sentence, facts: EntryFacts, lexicon: Lexicon, focus: Focus) -> None:
        """Correct the sentence and keep what every step needs."""
        mark_dates(sentence.tokens)
        fronted = join_passives(sentence, lexicon)
        behind = turn_participles(sentence, lexicon)
        starts = {verb.start: verb for verb in sentence.verbs if verb.form != "adjective"}
        self.places = Places(sentence, focus)
        self.places.stops = frozenset(starts)
        resumed = close_relatives(sentence) | behind
        for verb in sentence.verbs:
            if verb.form == "finite" and verb.coordinated is None and not verb.relative:
                found = take_fronted(verb, sentence, facts, lexicon)
                if found:
                    fronted[verb.head] = [*found, *fronted.get(verb.head, [])]
        self._context = Context(
            sentence, facts, lexicon, focus, self.places, starts, self.places.stops, fronted, resumed
        )

    def phrase(self, start: int, end: int) -> Argument | None:
        """Read the phrase ``tokens[start:end]``; ``None`` where it is empty."""
        return read_phrase(self._context, start, end)

    def object_span(self, verb: Verb, start: int, limit: int) -> tuple[int, int]:
        """The slice of the phrase right behind a verb within ``tokens[start:limit]``."""
        return object_span(self._context, verb, start, limit)

    _object_span = object_span

    def of_noun(self, start: int, end: int) -> Slots:
        """The arguments of the noun ``tokens[start:end]``: whose it is and what its prepositions govern."""
        return read_noun(self._context, start, end)

    def ruled_out(self, k: int) -> bool:
        """Whether a noun before ``k`` says that it does not happen: ``the impossibility of holding …``."""
        return is_ruled_out(self._context, k)

    def gapped(self, verb: Verb) -> tuple[Party, ...]:
        """Who else has an object but no verb of their own: ``X got 15 days, Y a fine and Z a warning``."""
        return gapped_persons(self._context, verb)

    def of_verb(self, verb: Verb) -> Slots:
        """The arguments of a verb."""
        context, slots = self._context, Slots(clause=(verb.boundary, verb.after[1]))
        if follows_comma(context, verb) and is_active(context, verb):
            verb.passive = False
        slots.put("object" if verb.passive else "subject", done_to_or_doer(context, verb))
        self._put_possessed(verb, slots)
        read_complements(context, verb, slots, *verb.after)
        self._put_resumed(verb, slots)
        put_fronted(context, verb, slots)
        if verb.form == "finite":
            put_relative(context, verb, slots)
            put_inner(context, verb, slots)
        self._put_shared(verb, slots)
        self._name_members(slots)
        return slots

    def _name_members(self, slots: Slots) -> None:
        """`Took away 14 citizens, | among them X`: those named are of the people that the phrase before it counts."""
        members = slots.first("among")
        if members is None or self._context.tokens[members.start].word not in _MEMBERS:
            return
        before = (a for given in slots.arguments.values() for a in given if a.end <= members.start)
        counted = max((a for a in before if stands_for_people(a)), key=lambda a: a.end, default=None)
        if counted is not None and not counted.parties and not counted.owners:
            name_people(counted, members.parties)

    def _put_possessed(self, verb: Verb, slots: Slots) -> None:
        """`X had his laptop seized`: it was done to the laptop, which is X's."""
        had = self.phrase(*verb.possessed) if verb.passive and verb.possessed != (0, 0) else None
        if had is None:
            return
        owner = slots.first("object")
        if owner is not None:
            had.owners = tuple(dict.fromkeys([*had.owners, *owner.parties]))
        slots.arguments["object"] = [had]

    def _put_resumed(self, verb: Verb, slots: Slots) -> None:
        """`Informed X, who organises it, | of the refusal`: what prepositions govern behind a relative clause."""
        resumed = self._context.resumed.get(verb.head)
        if resumed is None:
            return
        # With both objects taken, no phrase there is read as one.
        taken = Argument(verb.after[0], verb.after[0])
        further = Slots({"object": [*slots.arguments.get("object", []), taken], "second": [taken]})
        read_complements(self._context, verb, further, *resumed)
        for slot, arguments in further.arguments.items():
            if slot not in ("object", "second"):
                slots.arguments.setdefault(slot, []).extend(arguments)

    def _put_shared(self, verb: Verb, slots: Slots) -> None:
        """`Beat and choked X`: both were done to X."""
        tokens, joint = self._context.tokens, verb.head + 1
        if verb.passive or "object" in slots.arguments or joint >= len(tokens):
            return
        if tokens[joint].word not in ("and", "or", ","):
            return
        following = (v for v in self._context.sentence.verbs if joint < v.start <= verb.head + 3 and not v.passive)
        joined = next(following, None)
        if joined is not None:
            slots.put("object", self.phrase(*self.object_span(joined, *joined.after)))
