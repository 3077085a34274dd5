"""What a profile took out of a graph, as secrets that a search in the written file can look for."""

from collections.abc import Iterator

from exports.profiles.plan import Plan
from exports.profiles.profile import Subject
from exports.profiles.words.secrets import Secrets, joined, other_secrets, words_of

_WITH_DIGITS: frozenset[Subject] = frozenset({"phone", "email", "car_number", "account"})


def removed(plan: Plan) -> Secrets:
    """Everything that the profile took out and that can be looked for: names, ids, addresses, numbers."""
    ids = (node.id for node in plan.told.graph.nodes if node.label != "Entry" and plan.keyed(node.key))
    return joined(
        plan.names,
        other_secrets("id", ids),
        other_secrets("address", _addresses(plan)),
        other_secrets("number", _numbers(plan)),
    )


def _addresses(plan: Plan) -> Iterator[str]:
    """Addresses of sources that do not leave; not those with which one begins that does."""
    kept = [words_of(_without_scheme(link.url)) for link in plan.links.values() if link.url]
    beginnings = {words[:length] for words in kept for length in range(len(words) + 1)}
    for key, link in plan.links.items():
        address = _without_scheme(key.id)
        if link.url != key.id and words_of(address) not in beginnings:
            yield address


def _numbers(plan: Plan) -> Iterator[str]:
    """Telephones, e-mail addresses, number plates and accounts in the texts of entries."""
    for id, text in plan.told.texts.items():
        for found in plan.found[id]:
            if found.subject in _WITH_DIGITS:
                yield text[found.words.start : found.words.end]


def _without_scheme(url: str) -> str:
    return url.partition("://")[2].rstrip("/")
