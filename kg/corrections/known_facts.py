"""The facts as they are now, each by its id, with what a decision about it has to quote."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction
from kg.corrections.corrections import Corrected, correct_reports
from kg.corrections.entries import Origin
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import FactKind
from kg.corrections.kinds.registry import BY_LABEL, facts_of
from kg.corrections.stated.facts import seen_by_partner, stated_fact
from kg.corrections.stated.graphs import target_of
from kg.corrections.targets import ADDED, SEEN, SET
from kg.decisions.journal import Decision
from kg.decisions.selectors import make_selector, write_selector
from kg.entries.active import ActiveEntry, ActiveReport, collect_entries
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention
from kg.entries.stated import ActiveGraph

_OWN = (ADDED, "instead")
"""Keys of a decision that say how it stands to others, and nothing of its fact."""


class KnownFacts:
    """All facts of some reports, as people decided they are; ``reports`` have them as they were read.

    ``jurisdiction`` has the titles by which provisions may be given. ``graphs`` are those that partners state.
    """

    def __init__(
        self,
        reports: Sequence[ActiveReport],
        decisions: Iterable[Decision],
        jurisdiction: Jurisdiction | None = None,
        graphs: Sequence[ActiveGraph] = (),
    ) -> None:
        self.jurisdiction = jurisdiction
        self.decisions = {decision.id: decision for decision in decisions}
        self._graphs = graphs
        self.corrected: Corrected = correct_reports(reports, self.decisions.values(), graphs)
        self.mentions = self.corrected.mentions()
        self.reports = tuple(reports)

    @cached_property
    def _read(self) -> MentionIndex:
        """The mentions as the rules read them."""
        return MentionIndex(collect_entries(self.reports), graphs=self._graphs)

    def find(self, id: str) -> Fact | None:
        """The fact with an id, also one that is no more since it was decided about; ``None`` if there never was one."""
        if (mention := self.mentions.by_id.get(id)) and _is_fact(mention):
            return self._fact(mention)
        if (mention := self._read.by_id.get(id)) and _is_fact(mention):
            if mention.stated:
                return self._fact(mention)
            now = self._fact_now(mention)
            return now or Fact(mention, BY_LABEL[mention.label], *_read_of(mention), gone=True)
        return None

    def ids(self) -> Iterator[str]:
        """The id of every mention, as the rules read it and as people decided it is."""
        yield from self._read.by_id
        yield from self.mentions.by_id

    def entry(self, id: str) -> ActiveEntry:
        """The entry with an id. Raises ``KgError`` if none is in force."""
        for entry in self.mentions.entries:
            if entry.id == id:
                return entry
        if any(mention.entry.id == id for mention in self.mentions.stated):
            raise KgError(
                f"{id} is in a partner's file, whose facts are as stated. `kg entry add` adds one of your own."
            )
        raise KgError(f"There is no entry '{id}' in force. An entry's id is like 2022-10/7.")

    def of_entry(self, entry: ActiveEntry) -> Iterator[Fact]:
        """The facts of an entry, by kind and in the order of each."""
        for label in BY_LABEL:
            yield from (self._fact(mention) for mention in self.mentions.of_entry(entry, label))

    def made_by(self, decision: str) -> Fact | None:
        """The fact that a decision (id) added, corrected or confirmed; ``None`` if there is none."""
        target = self.corrected.targets.get(decision)
        there = next((e for e in self.mentions.entries if target and e.id == target.entry.id), None)
        return next((fact for fact in self.of_entry(there) if decision in fact.decisions), None) if there else None

    def about(self, fact: Fact) -> dict[str, str]:
        """What a decision about a fact quotes: the words and fields that the rules read, or that a decision has."""
        if fact.mention.stated:
            seen = {f"{SEEN}{name}": text for name, text in seen_by_partner(fact.mention, self._graphs).items()}
            return write_selector(make_selector(fact.mention, self._read)) | seen
        origin = self._origin(fact)
        if isinstance(origin, str):
            made = self.decisions[origin]
            kept = {key: text for key, text in made.about.items() if not key.startswith(SET) and key not in _OWN}
            return kept | ({ADDED: origin} if made.verb == "added" else {})
        read, mentions = fact.mention, self.mentions
        if origin is not None:
            read, mentions = self._read_mention(fact, origin), self._read
        seen = {f"{SEEN}{name}": text for name, text in _read_of(read)[1].items()}
        return write_selector(make_selector(read, mentions)) | seen

    def key(self, fact: Fact) -> tuple[str, ...] | None:
        """What decisions about a fact have in common (``targets.Target.key``); ``None`` if there is none yet."""
        if fact.mention.stated:
            return target_of(fact.mention).key
        origin = self._origin(fact)
        if isinstance(origin, str):
            return self.corrected.targets[origin].key
        return ("read", fact.entry.id, fact.kind.name, str(origin)) if origin is not None else None

    def read_position(self, fact: Fact) -> int | None:
        """The place of a fact among those of its kind that the rules read in its entry; ``None`` if they did not."""
        origin = None if fact.mention.stated else self._origin(fact)
        return origin if isinstance(origin, int) else None

    def statements_about(self, fact: Fact) -> list[Decision]:
        """The decisions in effect about a fact, in the order of time."""
        key = self.key(fact)
        return [self.decisions[id] for id, target in self.corrected.targets.items() if target.key == key]

    def _fact(self, mention: Mention) -> Fact:
        if mention.stated:
            return stated_fact(mention, self.corrected.stated, self._graphs)
        kind = BY_LABEL[mention.label]
        value, values = _read_of(mention)
        further = value.evidence.further if value.evidence else ()
        decided = tuple(id for id in further if id in self.decisions)
        return Fact(mention, kind, value, values, decided)

    def _fact_now(self, read: Mention) -> Fact | None:
        """What became of a fact that the rules read."""
        kind = BY_LABEL[read.label]
        corrected = self.corrected.entries.get(read.entry.id)
        origins = corrected.origins[kind.name] if corrected else ()
        if read.index not in origins:
            return None
        position = origins.index(read.index)
        there = next(entry for entry in self.mentions.entries if entry.id == read.entry.id)
        return next(fact for fact in self._of_kind(there, kind) if fact.mention.index == position)

    def _of_kind(self, entry: ActiveEntry, kind: FactKind) -> Iterator[Fact]:
        for label in kind.labels:
            yield from (self._fact(mention) for mention in self.mentions.of_entry(entry, label))

    def _origin(self, fact: Fact) -> Origin:
        if fact.gone:
            return fact.mention.index
        corrected = self.corrected.entries.get(fact.entry.id)
        return corrected.origins[fact.kind.name][fact.mention.index] if corrected else fact.mention.index

    def _read_mention(self, fact: Fact, index: int) -> Mention:
        entry = next(entry for entry in self._read.entries if entry.id == fact.entry.id)
        there = [mention for label in fact.kind.labels for mention in self._read.of_entry(entry, label)]
        return next(mention for mention in there if mention.index == index)


def _is_fact(mention: Mention) -> bool:
    """Whether people can say that a mention is right or wrong by itself; a case only follows from facts."""
    return mention.label in BY_LABEL or (mention.stated is not None and mention.is_tie)


def _read_of(mention: Mention) -> tuple[Any, dict[str, str]]:
    """A fact, and its fields as text."""
    kind, facts = BY_LABEL[mention.label], mention.entry.facts
    there = mention.entry.custodies() if kind.name == "stay" else facts_of(kind.name, facts)
    value = there[mention.index]
    return value, kind.read(value, facts)
