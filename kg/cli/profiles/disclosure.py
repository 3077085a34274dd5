"""The graph as it leaves under a profile, the search of what is written, and what is said of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exports.files import checking
from exports.profiles.application import Disclosure
from exports.profiles.disclosure import disclose_graph, find_workspace_consents, leaves_whole
from exports.profiles.guard import make_guard
from exports.profiles.profile import Profile, find_profile
from ingest.errors import KgError
from kg.cli.output import asked, say
from kg.cli.profiles.seeds import seeds_of
from kg.cli.profiles.terms import Terms
from kg.cli.store import graph_in, settings_exist, settings_of
from kg.decisions.consents import Consent
from kg.graph.value import Graph
from kg.workspace import Workspace


def disclose(workspace: Path, terms: Terms) -> Disclosure:
    """The graph of the chosen store, or a part of it, as a profile lets it out.

    Whom a profile protects is decided by the whole graph: an age may stand in an entry outside the part. Raises
    ``KgError`` if there is no such profile, it needs a workspace and there is none, or nothing of the part leaves.
    """
    graph = graph_in(workspace)
    whole = _disclose_whole(workspace, terms, graph)
    if terms.part.is_everything and not terms.part.parameters:
        return whole
    return whole.part(graph, seeds_of(workspace, terms.part, graph))


def _disclose_whole(workspace: Path, terms: Terms, graph: Graph) -> Disclosure:
    chosen = find_profile(terms.profile, settings_of(workspace).profiles)
    if not settings_exist(workspace):
        return _without_workspace(graph, chosen)
    opened = Workspace.open(workspace)
    consents = _consents(opened)
    receiver = "" if leaves_whole(chosen, consents) else asked(terms.receiver, "Receiver")
    return disclose_graph(opened, graph, chosen, receiver, consents)


def require_whole(opened: Workspace, terms: Terms) -> None:
    """Raise ``KgError`` unless a profile leaves out nothing and nobody refused: for what consists of reports' words."""
    if not find_profile(terms.profile, opened.settings.profiles).whole:
        raise KgError(
            f"Facts are the words of the reports, and profile {terms.profile} cannot take names out of them. For"
            " your own use: --profile full. To hand something on: `kg export rdf`."
        )
    if "refused" in _consents(opened).values():
        raise KgError("Somebody refused to be named outside, and facts name everybody. Use `kg export rdf`.")


@contextmanager
def guarding(disclosure: Disclosure) -> Iterator[None]:
    """Search every file that is written meanwhile for what the profile took out, before it gets its name."""
    with checking(make_guard(disclosure.secrets, disclosure.profile.name)):
        yield


def say_profile(disclosure: Disclosure) -> None:
    """Say under which profile something was written, and how many people are not named in it."""
    profile, record = disclosure.profile, disclosure.record
    renamed, left_out = record.count("changed", "Person"), record.count("left out", "Person")
    if profile.whole and not renamed:
        say("Profile full: nothing is left out. It contains names, texts and addresses of sources.")
        return
    say(
        f"Profile {profile.name}: {_people(renamed)} under a pseudonym, {_people(left_out)} left out,"
        f" {record.count('kept', 'Person')} named. `--preview` shows what else is left out."
    )


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _without_workspace(graph: Graph, profile: Profile) -> Disclosure:
    """A server's graph without a workspace: there is no key for pseudonyms, and nobody's consent is known."""
    if not profile.whole:
        raise KgError(
            f"Profile {profile.name} needs the workspace (-w): its key and its decisions. Only full does without."
        )
    return Disclosure(profile, graph)


def _consents(opened: Workspace) -> dict[str, Consent]:
    consents, lost = find_workspace_consents(opened)
    if lost:
        say(f"{lost} decisions about consent lead to nobody; see `kg decisions` before you hand the file on.")
    return consents
