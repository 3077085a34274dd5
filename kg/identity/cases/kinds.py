"""What kind of case an entry is about by itself."""

from collections.abc import Mapping

from ingest.vocabulary import VIOLENCE, ActType, CaseKind
from kg.entries.active import ActiveEntry

PROCEEDING: frozenset[ActType] = frozenset(
    {"charge", "remand", "trial", "sentence", "appeal", "release", "extradition", "complaint", "due_process"}
)
INCIDENT: frozenset[ActType] = VIOLENCE | {"threat", "hunger_strike", "search", "seizure", "investigation"}
# An entry about several kinds of case has the first of these.
_STRONGEST_FIRST: tuple[CaseKind, ...] = ("proceeding", "registration", "bill", "incident")
KIND_OF: Mapping[ActType, CaseKind] = {
    **dict.fromkeys(INCIDENT, "incident"),
    "registration": "registration",
    "legislation": "bill",
    **dict.fromkeys(PROCEEDING, "proceeding"),
}


def kind_of_entry(entry: ActiveEntry) -> CaseKind | None:
    """The kind of its case; ``None`` for an entry that makes none, such as one about a detention."""
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return "proceeding"
    kinds = {KIND_OF[act.type] for act in facts.acts if act.type in KIND_OF}
    return next((kind for kind in _STRONGEST_FIRST if kind in kinds), None)
