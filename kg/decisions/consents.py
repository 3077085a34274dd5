"""Who may be named outside: consent and refusal of single people, as the journal keeps them (verb ``protect``)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kg.decisions.journal import Decision, Lost, effective
from kg.decisions.selectors import Selector, locate, read_selector
from kg.entries.ids import mention_id
from kg.entries.index import MentionIndex

Consent = Literal["given", "refused"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)

CONSENT = "set.consent"
"""The key under which a decision says which of the two it is."""

_NAMESAKES = 4
"""How many people of one name in one entry are looked for by their former ids."""


@dataclass(frozen=True)
class PeopleInForce:
    """Where decisions about people lead: the mentions in force, and the thing of each.

    ``leads`` says where an id once given out leads to now, or gives it back.
    """

    mentions: MentionIndex
    things: Mapping[str, str]
    leads: Callable[[str], str]

    def find(self, decision: Decision) -> tuple[frozenset[str], str]:
        """The people (ids) whom a decision is about, and the reason where there is nobody.

        A refusal must not lapse because the words that it quotes are withdrawn or corrected: where these are gone, the
        person is found by the id that the mention had, if other words name them.
        """
        selector = read_selector(decision.about)
        found = locate(selector, self.mentions)
        if found.mention is not None:
            return frozenset({self.things.get(found.mention, found.mention)}), ""
        people = frozenset(self.things.values())
        former = {self.leads(id) for id in _ids_of(selector)} if consent_of(decision) == "refused" else set()
        return frozenset(former & people), found.reason


def consent_of(decision: Decision) -> Consent:
    """What a decision says; one that does not say so, of another version, protects."""
    return "given" if decision.about.get(CONSENT) == "given" else "refused"


def find_consents(decisions: Iterable[Decision], people: PeopleInForce) -> tuple[dict[str, Consent], tuple[Lost, ...]]:
    """What each person (id) consented to, and the decisions that lead to nobody.

    The last word of everybody who decided counts; if these differ, the person is not named.
    """
    said = defaultdict[str, dict[str, Consent]](dict)
    lost = []
    for decision in effective(decisions):
        if decision.verb != "protect":
            continue
        found, reason = people.find(decision)
        if not found:
            lost.append(Lost(decision.id, reason))
        for person in found:
            said[person][decision.who] = consent_of(decision)
    return {person: "refused" if "refused" in by.values() else "given" for person, by in said.items()}, tuple(lost)


def _ids_of(selector: Selector) -> list[str]:
    """The ids that the person whom a selector means can have had in its entry."""
    of_entry = (selector.report, selector.fingerprint, selector.copy, "person", selector.description)
    return [mention_id(*of_entry, number) for number in range(_NAMESAKES)]
