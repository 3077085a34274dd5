"""What people decided: one append-only journal with who, when and why (docs/decisions.md).

A decision is a line of ``decisions.jsonl``. Nothing is ever removed from the journal: ``undo`` is a decision about
another one. What is in effect follows from the decisions alone, in order of time, so two journals can be merged.
"""

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

import msgspec

from ingest.errors import KgError
from kg.system.digests import short_digest

Verb = Literal[
    "same",
    "different",
    "unsure",
    "right",
    "wrong",
    "corrected",
    "added",
    "in_force",
    "withdrawn",
    "erased",
    "note",
    "protect",
    "undo",
]
VERBS: tuple[str, ...] = get_args(Verb)
JUDGEMENT_VERBS = frozenset({"same", "different", "unsure"})
"""The verbs about two things of one kind."""
EFFECTIVE_VERBS = JUDGEMENT_VERBS | {"in_force", "withdrawn", "erased", "undo"}
"""The verbs that this version always acts on."""
STATING_VERBS = frozenset({"right", "wrong", "corrected", "added"})
"""The verbs that say how a fact is."""
FACT_VERBS = STATING_VERBS | {"note"}
"""The verbs about one fact. One that quotes no words of a report is kept, handed on and listed, and changes nothing."""

LINK = "link"
"""What a ``wrong`` decision is about that names a rule under it: the link which that rule makes of two things."""

_STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"

_END = 9000
"""The year from which on nothing is dated: a decision at the end of all time would leave no moment for the next."""


@dataclass(frozen=True)
class Decision:
    """One decision.

    ``about`` names what it is about by words that stay: ``in_force`` and ``withdrawn`` have ``series``, ``period`` and
    ``sha256``; ``erased`` has the hashes of all versions there, and ``decisions``: the ids of those that went with
    them; ``undo`` has ``decision`` (an id); the verbs about two things have two selectors
    (``kg.decisions.selectors``), whose keys begin with ``a.`` and ``b.``; those about one fact have one, and the
    fact's fields, with ``seen.`` before what was read and ``set.`` before what was stated. ``when`` is UTC, ISO with
    microseconds. ``id`` is made from the rest.
    """

    verb: Verb
    about: Mapping[str, str]
    who: str
    when: str
    why: str = ""
    id: str = ""


@dataclass(frozen=True)
class Lost:
    """A decision (its id) whose words lead to no mention, or to more than one, and why."""

    decision: str
    reason: str


@dataclass(frozen=True)
class Waiting:
    """A decision (its id) that is not done as long as something else is not decided, and what that is."""

    decision: str
    reason: str


@dataclass(frozen=True)
class Conflict:
    """Decisions (ids) that cannot hold together, the one that is not done first."""

    decisions: tuple[str, ...]


@dataclass(frozen=True)
class Journal:
    """The decisions of a file in its order, and the numbers of the lines that could not be read."""

    decisions: tuple[Decision, ...] = ()
    broken: tuple[int, ...] = field(default=())


def decide(verb: Verb, about: Mapping[str, str], who: str, why: str = "", after: Sequence[Decision] = ()) -> Decision:
    """Take a decision now, later than all of ``after`` even where the clock was set back.

    Raises ``KgError`` if no moment is later.
    """
    when = datetime.now(UTC)
    if after:
        latest = max(after, key=lambda d: d.when)
        when = max(when, _moment(latest.when) + timedelta(microseconds=1))
        if when.year >= _END:
            raise KgError(f"Decision {latest.id} is dated {latest.when}; no decision can be later. Remove its line.")
    return _with_id(Decision(verb, dict(about), who or current_user(), when.strftime(_STAMP), why))


def reword(decision: Decision, about: Mapping[str, str], why: str) -> Decision:
    """A decision with other words, by the same person at the same time; its id is another then."""
    return _with_id(replace(decision, about=dict(about), why=why))


def refuses_link(decision: Decision) -> bool:
    """Whether a decision refuses the link that one rule makes of two things, and says nothing else of them."""
    return decision.verb == "wrong" and bool(decision.about.get(LINK))


def is_about_fact(decision: Decision) -> bool:
    """Whether a decision is about one fact, which it names by its kind and by words of a report."""
    return decision.verb in FACT_VERBS and bool(decision.about.get("kind") and decision.about.get("exact"))


def is_acted_on(decision: Decision) -> bool:
    """Whether this version acts on a decision of this kind; the others are only kept."""
    return decision.verb in EFFECTIVE_VERBS | {"protect"} or refuses_link(decision) or is_about_fact(decision)


def current_user() -> str:
    """The name the machine knows the user by, or ``unknown``."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def read_journal(data: bytes) -> Journal:
    """Read a journal. A line that is no whole decision (a write that was interrupted) is counted, never guessed."""
    decisions, broken = [], []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        decision = read_decision(line)
        if decision is None:
            broken.append(number)
        else:
            decisions.append(decision)
    return Journal(tuple(decisions), tuple(broken))


def read_decision(line: bytes) -> Decision | None:
    """One line of a journal; ``None`` if it is damaged or its id is not that of its content."""
    try:
        decision = msgspec.json.decode(line, type=Decision)
        moment = _moment(decision.when)
    except (msgspec.DecodeError, ValueError):
        return None
    # Decisions are put in order by the text of their time, so there is one way of writing it.
    dated = moment.strftime(_STAMP) == decision.when and moment.year < _END
    return decision if dated and _with_id(decision) == decision else None


def write_decision(decision: Decision) -> bytes:
    """The line of a journal, with its end."""
    return msgspec.json.encode(decision, order="deterministic") + b"\n"


def merge(*journals: Iterable[Decision]) -> tuple[Decision, ...]:
    """All decisions of several journals, each once, in the order of their time."""
    return sort_decisions({d.id: d for journal in journals for d in journal}.values())


def sort_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """By time, then id: the same for everyone who has the same decisions."""
    return tuple(sorted(decisions, key=lambda d: (d.when, d.id)))


def effective(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order of their time, without ``undo`` itself."""
    return tuple(d for d in without_undone(decisions) if d.verb != "undo")


def without_undone(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in effect, ``undo`` among them: a decision that such an ``undo`` is about is not in effect.

    An undo reaches only what was before it.
    """
    undone: set[str] = set()
    kept = []
    for decision in reversed(sort_decisions(decisions)):
        if decision.id in undone:
            continue
        if decision.verb == "undo":
            undone.add(decision.about.get("decision", ""))
        kept.append(decision)
    return tuple(reversed(kept))


def find_held(id: str, decisions: Sequence[Decision]) -> str:
    """The id of a decision in effect, from the whole id or from a beginning that only one has.

    Raises ``KgError`` if there is no such decision, or it is not in effect.
    """
    fitting = [d.id for d in decisions if d.id == id] or [d.id for d in decisions if id and d.id.startswith(id)]
    if not fitting:
        raise KgError(f"There is no decision '{id}'. `kg decisions` lists the ids.")
    if len(fitting) > 1:
        raise KgError(f"{len(fitting)} decisions begin with '{id}': {', '.join(fitting)}. Give more of the id.")
    if fitting[0] not in {d.id for d in without_undone(decisions)}:
        raise KgError(f"Decision {fitting[0]} is not in effect any more.")
    return fitting[0]


def replaced_by(decisions: Iterable[Decision]) -> dict[str, str]:
    """The decisions (ids) that later ones replace, each with the last that does, among decisions that hold.

    Nobody replaces what somebody else decided: that is a conflict.
    """
    judging = {d.id: d for d in decisions if d.verb in JUDGEMENT_VERBS | STATING_VERBS}
    named = ((judging.get(id), d) for d in judging.values() for id in d.about.get("instead", "").split())
    return {earlier.id: d.id for earlier, d in named if earlier and earlier.who == d.who}


def _moment(when: str) -> datetime:
    return datetime.strptime(when, _STAMP).replace(tzinfo=UTC)


def _with_id(decision: Decision) -> Decision:
    content = [decision.verb, decision.about, decision.who, decision.when, decision.why]
    return replace(decision, id=short_digest(msgspec.json.encode(content, order="deterministic"), digits=12))
