"""What rallies and protests are about: the topic of a call, and the cause of protests in several places."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from ingest.facts import Span
from ingest.vocabulary import RALLY_PLANS
from kg.entries.active import ActiveEntry
from kg.identity.campaigns.context import Answer, Call, CampaignContext
from kg.identity.cases.evidence import words_for_matters
from kg.identity.cases.finders.proceedings import days_between
from kg.identity.cases.rare_words import rare_words

# Topics are one if so large a part of the shorter one's words, and so many, stand in the other.
_ALIKE, _AT_LEAST = 0.6, 3
# Protests for one cause are so many days apart at most.
_WITHIN = 7


def find_topics(context: CampaignContext) -> Iterator[Answer]:
    """Rallies of one report under one topic are of one call, whatever their days."""
    known: dict[str, list[tuple[ActiveEntry, Call]]] = {}
    for entry in context.entries:
        topic = _topic(entry)
        if not topic:
            continue
        of_report = known.setdefault(entry.report, [])
        peer, call = next(
            (other for other in of_report if _is_one_topic(topic, _topic(other[0]))), (entry, _call(entry))
        )
        of_report.append((entry, call))
        yield Answer(entry, call, tuple(_words_of_topic(entry)), _name(entry), joins=True, peer=peer.id)


def _call(entry: ActiveEntry) -> Call:
    return "topic", entry.mention_id("topic")


def _topic(entry: ActiveEntry) -> frozenset[str]:
    """The stems of a rally's topic; none if the entry gives no topic."""
    return frozenset(stem for matter in entry.facts.matters_of("rally_topic") for stem in matter.stems)


def _name(entry: ActiveEntry) -> str:
    return next(matter.value for matter in entry.facts.matters_of("rally_topic"))


def _words_of_topic(entry: ActiveEntry) -> Iterator[Span]:
    return words_for_matters(entry, "rally_topic")


def _is_one_topic(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two topics say one thing, in nearly the same words."""
    return len(a & b) >= max(_AT_LEAST, _ALIKE * min(len(a), len(b)))


def find_causes(context: CampaignContext) -> Iterator[Answer]:
    """Entries of one report about protests in two places within a week, about one thing, where they answer no
    other call.

    Protests are about one thing if a rare word says what they are for or against. Two in one place are one
    protest reported twice, or two protests: neither shows a campaign.
    """
    rare = rare_words(context.entries)
    protests: dict[str, list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.where and not context.calls_of(entry) and _is_protest(entry):
            protests.setdefault(entry.report, []).append(entry)
    for of_report in protests.values():
        for a, b in combinations(of_report, 2):
            cause = _cause(a, rare) & _cause(b, rare)
            if cause and _are_apart(a, b):
                yield from _answers(a, b, cause)


def _is_protest(entry: ActiveEntry) -> bool:
    return entry.facts.has_matter("street_protest") and not entry.types & RALLY_PLANS


def _are_apart(a: ActiveEntry, b: ActiveEntry) -> bool:
    return a.where != b.where and days_between(a.date, b.date) <= _WITHIN


def _answers(a: ActiveEntry, b: ActiveEntry, cause: frozenset[str]) -> Iterator[Answer]:
    """Each answers a call of its own, and the later one that of the earlier."""
    for entry, of in ((a, a), (b, a), (b, b)):
        spans = tuple(_words_of_cause(entry, cause))
        call: Call = ("cause", of.mention_id("cause"))
        yield Answer(entry, call, spans, ", ".join(sorted(cause)), joins=True, peer=of.id)


def _cause(entry: ActiveEntry, rare: Mapping[str, frozenset[str]]) -> frozenset[str]:
    stems = (stem for matter in entry.facts.matters_of("protest_cause") for stem in matter.stems)
    return frozenset(stems) & rare[entry.id]


def _words_of_cause(entry: ActiveEntry, cause: frozenset[str]) -> Iterator[Span]:
    for matter in entry.facts.matters_of("protest_cause"):
        if cause.intersection(matter.stems):
            yield from matter.evidence.spans
