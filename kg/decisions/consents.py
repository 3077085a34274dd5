"""Who may be named outside: consent and refusal of single people, as the journal keeps them (verb ``protect``)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from kg.decisions.journal import Decision, Lost, effective
from kg.decisions.selectors import locate, read_selector
from kg.entries.index import MentionIndex

Consent = Literal["given", "refused"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)

CONSENT = "set.consent"
"""The key under which a decision says which of the two it is."""


def find_consents(
    decisions: Iterable[Decision], mentions: MentionIndex, things: Mapping[str, str]
) -> tuple[dict[str, Consent], tuple[Lost, ...]]:
    """What each person (id) consented to, and the decisions whose words are not found.

    The last word of everybody who decided counts; if these differ, the person is not named. ``things`` leads from each
    mention to its thing in the graph.
    """
    said = defaultdict[str, dict[str, Consent]](dict)
    lost = []
    for decision in effective(decisions):
        if decision.verb != "protect":
            continue
        found = locate(read_selector(decision.about), mentions)
        if found.mention is None:
            lost.append(Lost(decision.id, found.reason))
            continue
        # A decision that does not say so, of another version, protects.
        given = decision.about.get(CONSENT) == "given"
        said[things.get(found.mention, found.mention)][decision.who] = "given" if given else "refused"
    return {person: "refused" if "refused" in by.values() else "given" for person, by in said.items()}, tuple(lost)
