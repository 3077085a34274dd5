"""Where the mentions of a report are in a corrected version of it, so that their ids lead on."""

from collections.abc import Iterable, Mapping

from kg.decisions.selectors import locate, make_selector
from kg.entries.index import MentionIndex
from kg.entries.mentions import TIES, Mention


def find_corrected(before: MentionIndex, now: MentionIndex) -> dict[str, str]:
    """The mention of today for each of before whose id is gone, where there is just one that it can be.

    The words are looked for as decisions find theirs. A person is also found by the name, however much else was
    corrected, if both versions have it once. What is nowhere, or could be one of two, is left out.
    """
    new = now.by_id.keys() - before.by_id.keys()
    gone = [before.by_id[id] for id in sorted(before.by_id.keys() - now.by_id.keys())]
    by_name = _once(before.by_id.values()), _once(now.by_id.values())
    found = {m.id: _find_by_words(m, before, now) or _find_by_name(m, *by_name) for m in gone if m.label not in TIES}
    return {id: there for id, there in found.items() if there in new}


def _find_by_words(mention: Mention, before: MentionIndex, now: MentionIndex) -> str | None:
    return locate(make_selector(mention, before), now).mention


def _find_by_name(mention: Mention, before: Mapping[str, str], now: Mapping[str, str]) -> str | None:
    """A person of the same name, if it stands once in each version."""
    return now.get(mention.description) if before.get(mention.description) == mention.id else None


def _once(mentions: Iterable[Mention]) -> dict[str, str]:
    """The names that one mention of a person has, with its id."""
    ids: dict[str, str] = {}
    twice = set()
    for mention in mentions:
        if mention.label == "Person" and ids.setdefault(mention.description, mention.id) != mention.id:
            twice.add(mention.description)
    return {name: id for name, id in ids.items() if name not in twice}
