"""The facts that can be decided about, with their rules and decisions; derived once for each generation."""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.corrections.facts_of_things import same_facts
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.registry import BY_LABEL
from kg.corrections.known_facts import KnownFacts
from kg.decisions.journal import FACT_VERBS, Decision
from kg.review.questions import QuestionView
from kg.review.stated import open_questions
from kg.stores.lookup import NotFound
from kg.workspace import Workspace
from kg.workspace.derived_rows import MentionsInForce


@dataclass(frozen=True)
class Known:
    """The facts of a generation, and the thing of the graph that each of them is about."""

    facts: KnownFacts
    things: MentionsInForce

    def of(self, id: str, everywhere: bool) -> Sequence[Fact]:
        """The facts that an id means: the fact itself, with ``everywhere`` those of other entries about the same thing.

        Raises ``NotFound`` for the id of a thing that only follows from facts, such as a case.
        """
        fact = self.facts.find(id)
        if fact is not None:
            return [fact, *(same_facts(self.facts, self.things.leads_to, fact) if everywhere else [])]
        found = self.about(id)
        if not found:
            raise NotFound("It is no fact of an entry: it follows from facts. Decide about those.")
        return found if everywhere else found[:1]

    def about(self, id: str) -> Sequence[Fact]:
        """The fact with an id; else the facts about the thing that the graph has by it, in the order of their entries.

        A partner's facts have the partner's ids with the series behind them, and are found by either.
        """
        ids = [id] if self.facts.find(id) else self._by_thing.get(id, ())
        found = [fact for each in ids if (fact := self.facts.find(each))]
        return sorted(found, key=lambda fact: fact.entry.order)

    def decision_about(self, id: str) -> Decision | None:
        """The last decision in effect about a fact (id) or a thing; ``None`` where there is none."""
        said = [each for fact in self.about(id) for each in self.facts.statements_about(fact)]
        return max((each for each in said if each.verb in FACT_VERBS), key=lambda each: each.when, default=None)

    @cached_property
    def _by_thing(self) -> Mapping[str, Sequence[str]]:
        """The ids of the facts about each thing; what a partner states and is no more is under the partner's own id."""
        found = defaultdict[str, list[str]](list)
        for id in dict.fromkeys(self.facts.ids()):
            stated, at, _ = id.rpartition("@")
            found[self.things.things.get(id) or (stated if at else id)].append(id)
        return found


class Knowledge:
    """What is known of the facts of a workspace's generation in force. Threads share it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._of: tuple[str, Known] | None = None
        self._quick: dict[str, bool] = {}
        self._questions: tuple[str, Sequence[QuestionView]] | None = None

    def read(self, generation: str) -> Known:
        """The facts of a generation; read again where another one is in force."""
        with self._lock:
            if self._of is None or self._of[0] != generation:
                self._of = (generation, Known(self._workspace.known_facts(), self._workspace.mentions()))
            return self._of[1]

    def questions(self, generation: str) -> Sequence[QuestionView]:
        """The open questions about people of a generation, most useful first."""
        with self._lock:
            if self._questions is None or self._questions[0] != generation:
                known = self._workspace.resolve_reports()
                self._questions = (generation, open_questions(known))
            return self._questions[1]

    def is_quick(self, generation: str) -> bool:
        """Whether the facts of a generation are at hand or cached: under other rules all reports are read again."""
        if self.at_hand(generation):
            return True
        if generation not in self._quick:
            made = self._workspace.status().generation
            self._quick = {generation: made is not None and made.rules_are_current}
        return self._quick[generation]

    def at_hand(self, generation: str) -> Known | None:
        """The facts of a generation, where they were read already."""
        held = self._of
        return held[1] if held and held[0] == generation else None


def is_decidable(kind: str) -> bool:
    """Whether people can decide about what is of a kind: it stands in entries, and follows from nothing."""
    return kind in BY_LABEL
