"""Which facts somebody means by an id or a name."""

from collections.abc import Sequence

from ingest.errors import KgError
from kg.cli.facts.wording import print_facts
from kg.cli.links import entry_of
from kg.cli.output import ask, say
from kg.corrections.facts_of_things import facts_of_thing, same_facts
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.stores.lookup import NotFound, find_any_node, sorted_name
from kg.workspace import Workspace
from kg.workspace.derived_rows import MentionsInForce

ASKING = "Fact (its id, the name of a person or body, or an entry to see its facts)"


class SeveralFacts(KgError):
    """An entry, or a name or id of a thing that several entries state; the message says how to name one fact."""

    def __init__(self, facts: Sequence[Fact], of_entry: bool = False) -> None:
        every = "" if of_entry else ", or --all for every one of them"
        super().__init__(f"{len(facts)} facts fit. Give the id of one{every}.")
        self.facts = tuple(facts)


def choose_facts(opened: Workspace, known: KnownFacts, text: str | None, all_of_thing: bool) -> list[Fact]:
    """The fact with an id, or with ``all_of_thing`` every fact about the same thing; prompts if ``text`` is ``None``.

    Raises ``KgError`` if nothing has the id or name, or several facts fit.
    """
    if text is not None:
        try:
            return _find(opened, known, text, all_of_thing)
        except SeveralFacts as error:
            print_facts("These facts fit", error.facts)
            raise
    while True:
        try:
            return _find(opened, known, ask(ASKING), all_of_thing)
        except SeveralFacts as error:
            print_facts("These facts fit; give the id of one", error.facts)
        except NotFound as error:
            say(str(error))


def _find(opened: Workspace, known: KnownFacts, text: str, all_of_thing: bool) -> list[Fact]:
    things = opened.mentions()
    fact = known.find(text)
    if fact is not None:
        return [fact, *(same_facts(known, things.leads_to, fact) if all_of_thing else [])]
    if entry := entry_of(things, text):
        raise SeveralFacts(list(known.of_entry(entry)), of_entry=True)
    facts = _named(opened, things, known, text)
    if all_of_thing:
        return facts
    spelt = [f for f in facts if sorted_name(f.mention.description) == sorted_name(text)] or facts
    if len(spelt) > 1:
        raise SeveralFacts(spelt)
    return spelt


def _named(opened: Workspace, things: MentionsInForce, known: KnownFacts, text: str) -> list[Fact]:
    """The facts about a thing given by its id or its name."""
    thing = opened.resolve(text)
    if not (facts := facts_of_thing(known, things.leads_to, thing)):
        with opened.reader() as store:
            thing = find_any_node(store, text).id
        facts = facts_of_thing(known, things.leads_to, thing)
    if not facts:
        raise NotFound(f"{thing} is no fact of an entry: it follows from facts. `kg show` prints their ids.")
    return facts
