"""People whom a partner states and who have the name of somebody else: whether they are one is for people to decide."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ingest.language.folding import fold
from kg.decisions.judgements import Judgement
from kg.entries.mentions import Mention
from kg.entries.stated import ActiveGraph, properties_of

_FEWEST_WORDS = 2
"""A surname alone says too little to ask about."""


@dataclass(frozen=True)
class Namesakes:
    """Two mentions (ids) of people of one name; ``entries`` is in how many mentions a yes would join the fewer."""

    a: str
    b: str
    entries: int


def find_namesakes(
    mentions: Sequence[Mention],
    graphs: Sequence[ActiveGraph],
    judgements: Iterable[Judgement],
    leads_to: Callable[[str], str],
) -> list[Namesakes]:
    """The pairs that nobody has decided about, most mentions first. One of each is stated by a partner.

    ``leads_to`` gives the id of the person of a mention.
    """
    people = [mention for mention in mentions if mention.label == "Person"]
    if not any(mention.stated for mention in people):
        return []
    first: dict[str, Mention] = {}
    number: dict[str, int] = defaultdict(int)
    by_name: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    stated: set[str] = set()
    for mention in people:
        person = leads_to(mention.id)
        first.setdefault(person, mention)
        number[person] += 1
        stated |= {person} if mention.stated else set()
        for name in _names(mention, graphs):
            by_name[tuple(sorted(fold(name).split()))][person] = None
    settled = {frozenset((leads_to(j.a), leads_to(j.b))) for j in judgements}
    pairs = {
        frozenset((a, b)): (a, b)
        for name, of_name in by_name.items()
        if len(name) >= _FEWEST_WORDS
        for a, b in _pairs(list(of_name), stated)
    }
    found = [
        Namesakes(first[a].id, first[b].id, min(number[a], number[b]))
        for pair, (a, b) in pairs.items()
        if pair not in settled
    ]
    return sorted(found, key=lambda pair: (-pair.entries, pair.a, pair.b))


def _names(mention: Mention, graphs: Iterable[ActiveGraph]) -> list[str]:
    if mention.stated is None:
        return [mention.description]
    names = properties_of(mention, graphs).get("names")
    return [mention.description, *(map(str, names) if isinstance(names, list) else ())]


def _pairs(people: Sequence[str], stated: set[str]) -> Iterable[tuple[str, str]]:
    """The pairs of people of one name of which a partner states one."""
    return ((a, b) for i, a in enumerate(people) for b in people[i + 1 :] if stated & {a, b})
