"""The meetings of one body: persecution for taking part in them, and what happens next to those persecuted."""

from collections.abc import Iterator

from ingest.facts import Matter
from ingest.vocabulary import ActType
from kg.entries.active import ActiveEntry
from kg.identity.campaigns.context import Answer, Call, CampaignContext
from kg.identity.cases.evidence import words_for_bodies, words_for_people
from kg.identity.cases.finders.proceedings import undergoing

_PENAL_ACTS: frozenset[ActType] = frozenset({"charge", "sentence", "detention", "summons", "trial", "threat"})


def find_meetings(context: CampaignContext) -> Iterator[Answer]:
    """Persecution for taking part in the meetings of a body, in entries that share no rally.

    Rallies are no meetings of a body: they are called for a day. Nor is membership: it is no gathering.
    """
    for entry in _free(context):
        # The first of several counts, and what is put first comes last.
        for call, matter in reversed(_meetings(entry, context).items()):
            yield Answer(entry, call, matter.evidence.spans, matter.value, first=True)


def find_over_meetings(context: CampaignContext) -> Iterator[Answer]:
    """What else an entry that names the body says about somebody who was persecuted over its meetings."""
    over: dict[Call, set[str]] = {}
    for entry in context.entries:
        for call in context.calls_of(entry):
            if call[0] == "meetings":
                over.setdefault(call, set()).update(_undergoing(entry, context))
    for entry in context.entries:
        if context.calls_of(entry):
            continue
        for index, body in enumerate(entry.facts.bodies):
            id = context.bodies[entry.id, index][0].id
            who = _undergoing(entry, context) & over.get(_call(entry, id), set())
            if who:
                words = words_for_people(entry, context.people, who)
                spans = (*words, *words_for_bodies(entry, context.bodies, {id}))
                yield Answer(entry, _call(entry, id), spans, body.name)


def _free(context: CampaignContext) -> list[ActiveEntry]:
    """Entries that share no campaign so far."""
    shared = context.shared()
    answering = {id for id, calls in context.of_entry.items() if calls and context.calls.leader(calls[0]) in shared}
    return [entry for entry in context.entries if entry.id not in answering]


def _meetings(entry: ActiveEntry, context: CampaignContext) -> dict[Call, Matter]:
    """The bodies whose meetings led to persecution of those who took part, each with the words that say so."""
    if not _tells_persecution(entry):
        return {}
    meetings: dict[Call, Matter] = {}
    for matter in entry.facts.matters_of("meeting_of"):
        if matter.body is not None:
            id: str | None = context.bodies[entry.id, matter.body][0].id
        else:
            # A body may be called only by its name in quotation marks.
            id = context.bodies_by_name.get((entry.report, matter.value.lower()))
        if id:
            meetings[_call(entry, id)] = matter
    return meetings


def _tells_persecution(entry: ActiveEntry) -> bool:
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return True
    return bool(entry.types & _PENAL_ACTS) or facts.has_matter("punishment")


def _call(entry: ActiveEntry, body: str) -> Call:
    return "meetings", f"{entry.report} {body}"


def _undergoing(entry: ActiveEntry, context: CampaignContext) -> frozenset[str]:
    return frozenset(context.people[entry.id, index] for index in undergoing(entry))
