"""The graph of a workspace as a profile lets it out, for whoever asks from Python."""

from collections.abc import Iterable, Mapping

from exports.profiles.application import Disclosure, apply_profile
from exports.profiles.profile import Profile, find_profile
from exports.profiles.pseudonyms import receivers_pseudonyms
from exports.profiles.words.sensitive_words import SensitiveWords
from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.decisions.consents import Consent, PeopleInForce, find_consents
from kg.graph.value import Graph, Key, make_graph
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.export_key import load_export_key
from kg.workspace.files.layout import Layout


def disclose_workspace(workspace: Workspace, profile: str, receiver: str) -> Disclosure:
    """The graph of a workspace as a profile (name) lets it out to a receiver.

    Raises ``KgError`` if there is no such profile, or a decision about somebody's consent leads to nobody.
    """
    chosen = find_profile(profile, workspace.settings.profiles)
    consents, lost = find_workspace_consents(workspace)
    if lost:
        raise KgError(
            f"{lost} decisions about consent lead to nobody. Look at them with `kg decisions` before you hand "
            "anything on; the commands `kg export …` write in spite of them."
        )
    return disclose_graph(workspace, workspace.graph(), chosen, receiver, consents)


def disclose_graph(
    workspace: Workspace, graph: Graph, profile: Profile, receiver: str, consents: Mapping[str, Consent]
) -> Disclosure:
    """A graph as a profile lets it out to a receiver, with the key and the country of a workspace.

    Raises ``KgError`` if the workspace has no reports, or its key is lost or damaged.
    """
    if leaves_whole(profile, consents):
        return Disclosure(profile, graph)
    jurisdiction = workspace.settings.jurisdiction
    if not jurisdiction:
        raise KgError(f"{workspace.folder}: there are no reports. Add one with `kg ingest REPORT`.")
    pseudonyms = receivers_pseudonyms(load_export_key(Layout(workspace.folder)), receiver or profile.name)
    words = SensitiveWords(load_jurisdiction(jurisdiction))
    return apply_profile(graph, profile, pseudonyms, words, load_schema(), consents)


def leaves_whole(profile: Profile, consents: Mapping[str, Consent]) -> bool:
    """Whether a profile leaves out nothing and nobody refused to be named."""
    return profile.whole and "refused" not in consents.values()


def find_workspace_consents(workspace: Workspace) -> tuple[dict[str, Consent], int]:
    """Who consented or refused, by the id of the person, and how many such decisions lead to nobody."""
    decisions = workspace.decisions()
    if not any(decision.verb == "protect" for decision in decisions):
        return {}, 0
    known = workspace.mentions()
    people = PeopleInForce(known.mentions, known.things, workspace.resolve)
    consents, lost = find_consents(decisions, people)
    return consents, len(lost)


def part_of(disclosure: Disclosure, things: Iterable[Key]) -> Graph:
    """Some things of the whole graph as they leave, and every relationship among them.

    The entries that tell of them come along, because the words that a line rests on are in their texts.
    """
    wanted = {outside for key in things if (outside := disclosure.outside(key))}
    graph = disclosure.graph
    among = [each for each in graph.relationships if each.start in wanted and each.end in wanted]
    entries = {entry for each in among for entry in _entries(each.properties.get("entries"))}
    nodes = [node for node in graph.nodes if node.key in wanted or (node.label == "Entry" and node.id in entries)]
    return make_graph(nodes, among)


def _entries(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
