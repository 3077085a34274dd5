"""What a profile took out of a graph, as secrets that a search in the written file can look for."""

from collections.abc import Iterator

from exports.profiles.plan import Plan
from exports.profiles.profile import Subject
from exports.profiles.words.secrets import Secrets, joined, other_secrets

_WITH_DIGITS: frozenset[Subject] = frozenset({"phone", "email", "car_number", "account"})


def removed(plan: Plan) -> Secrets:
    """Everything that the profile took out and that can be looked for: names, ids, addresses, numbers."""
    ids = (node.id for node in plan.told.graph.nodes if node.label != "Entry" and plan.keyed(node.key))
    kept = {_without_scheme(link.url) for link in plan.links.values() if link.url}
    addresses = {_without_scheme(key.id) for key, link in plan.links.items() if link.url != key.id} - kept
    return joined(
        plan.names,
        other_secrets("id", ids),
        other_secrets("address", addresses),
        other_secrets("number", _numbers(plan)),
    )


def _numbers(plan: Plan) -> Iterator[str]:
    """Telephones, e-mail addresses, number plates and accounts in the texts of entries."""
    for text in plan.told.texts.values():
        for found in plan.sensitive.find(text):
            if found.subject in _WITH_DIGITS and plan.profile.words.get(found.subject) == "drop":
                yield text[found.words.start : found.words.end]


def _without_scheme(url: str) -> str:
    return url.partition("://")[2].rstrip("/")
