"""``kg protect``: consent or refusal of one person to be named outside."""

from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.decision_problems import print_problems
from kg.cli.facts.choice import choose_facts
from kg.cli.output import ask, say
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import FactOpinion
from kg.decisions.consents import CONSENTS
from kg.workspace import Workspace

_QUESTION = "Does this person consent to be named outside? (given, refused)"


@click.command()
@click.argument("person", required=False)
@click.option("--consent", type=click.Choice(CONSENTS), help="kg asks if you leave it out.")
@click.option("--why", default="", help="How you know. It is kept in the journal; give it without names.")
@click.pass_obj
def protect(workspace: Path, person: str | None, consent: str | None, why: str) -> None:
    """Record that a person consents to be named outside, or refuses. It wins over every profile.

    PERSON is an id or a name; kg asks for it, so that no name is an argument. Who consented is named in every
    export; who refused is named in none. `kg undo` takes it back.

    Example: kg protect person-3f2a9c81d0b4e6f7 --consent refused
    """
    opened = Workspace.open(workspace)
    fact = _choose(opened, opened.known_facts(), person or ask("Person (id or name)"))
    answer = consent or ask(_QUESTION)
    if answer not in CONSENTS:
        raise KgError(f"'{answer}' is neither of: {', '.join(CONSENTS)}. Nothing was recorded.")
    decisions = opened.decide_facts([FactOpinion("protect", fact.id, {"consent": answer}, why)])
    if not decisions:
        say("That is already decided; nothing changed.")
    for decision in decisions:
        say(f"Consent {answer} by decision {decision.id}. `kg undo {decision.id}` takes it back.")
    print_problems(opened)


def _choose(opened: Workspace, known: KnownFacts, person: str) -> Fact:
    """The first fact about a person."""
    facts = [fact for fact in choose_facts(opened, known, person, True) if fact.kind.name == "person"]
    if not facts:
        raise KgError(f"'{person}' is no person. Give the name or the id of one.")
    return facts[0]
