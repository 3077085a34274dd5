"""What the decisions about one fact say together, and which of them cannot hold beside an earlier one.

``wrong`` says that there is no such fact. ``right``, ``corrected`` and ``added`` say that there is one, and that some
of its fields are as stated. Who decided first is heard; what the same person says later comes in place of it
(``instead``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.corrections.targets import SEEN, SET, Target, fields_in
from kg.decisions.journal import Conflict, Decision


@dataclass(frozen=True)
class Statement:
    """A decision and what it is about."""

    decision: Decision
    target: Target

    @property
    def stated(self) -> Mapping[str, str]:
        """The fields that it states, as text."""
        return fields_in(self.decision, SET)


@dataclass(frozen=True)
class FactChange:
    """What holds of one fact.

    ``wrong``: there is none. Else ``values`` are the fields stated, each with the decision (id) that states it, and
    ``seen`` the others as the rules read them once, for a fact that they no longer read. ``decisions`` (ids) agree.
    """

    target: Target
    wrong: bool
    values: Mapping[str, tuple[str, str]]
    seen: Mapping[str, str]
    decisions: tuple[str, ...]


@dataclass
class _Said:
    wrong: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    values: dict[str, tuple[str, str]] = field(default_factory=dict)

    def contradictions(self, statement: Statement) -> list[str]:
        """The decisions before that a statement contradicts."""
        if statement.decision.verb == "wrong":
            return self.right
        stated = statement.stated
        other = [by for name, (text, by) in self.values.items() if name in stated and stated[name] != text]
        return self.wrong or list(dict.fromkeys(other))

    def add(self, statement: Statement) -> None:
        """Take a statement that contradicts nothing."""
        if statement.decision.verb == "wrong":
            self.wrong.append(statement.decision.id)
            return
        self.right.append(statement.decision.id)
        for name, text in statement.stated.items():
            self.values.setdefault(name, (text, statement.decision.id))


def settle(statements: Sequence[Statement]) -> tuple[FactChange, tuple[Conflict, ...]]:
    """What holds of one fact; the statements are all about it, and in the order of time."""
    said, conflicts = _Said(), []
    seen: dict[str, str] = {}
    for statement in statements:
        if against := said.contradictions(statement):
            conflicts.append(Conflict((statement.decision.id, *against)))
            continue
        said.add(statement)
        for name, text in fields_in(statement.decision, SEEN).items():
            seen.setdefault(name, text)
    done = tuple(said.wrong or said.right)
    change = FactChange(statements[0].target, bool(said.wrong), said.values, seen, done)
    return change, tuple(conflicts)
