"""The commands that decide about facts: what is wrong, right, corrected, added or noted."""

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.decision_problems import print_problems
from kg.cli.facts.choice import choose_facts
from kg.cli.facts.prompts import ask_changes, ask_fields, ask_kind, read_fields, read_kind
from kg.cli.facts.wording import describe_fact, print_fact
from kg.cli.output import ask, asked, optional_value, print_line, say
from kg.corrections.facts_of_things import same_facts
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import Addition, FactOpinion, FactVerb
from kg.decisions.journal import Decision
from kg.workspace import Workspace

WHY = click.option("--why", default="", help="The reason, kept in the journal.")
ALL = click.option("--all", "everywhere", is_flag=True, help="Decide about the same thing in every entry.")
_SAID: dict[FactVerb, str] = {"wrong": "wrong", "right": "confirmed", "corrected": "corrected", "note": "noted"}


@click.command()
@click.argument("fact", required=False, metavar="[ID]")
@WHY
@ALL
@click.pass_obj
def wrong(workspace: Path, fact: str | None, why: str, everywhere: bool) -> None:
    """Decide that a fact is wrong: it leaves the graph, and stays out when the report is read again.

    ID is a fact's id, as `kg show` prints it, or the name of a person or body; an entry lists its facts with their
    ids. kg asks if you leave it out, which keeps names out of the shell's history.

    Example: kg wrong person-3f2a9c81d0b4e6f7 --why "a firm, not a person"
    """
    _decide(Workspace.open(workspace), "wrong", fact, why, everywhere)


@click.command()
@click.argument("fact", required=False, metavar="[ID]")
@WHY
@ALL
@click.pass_obj
def confirm(workspace: Path, fact: str | None, why: str, everywhere: bool) -> None:
    """Decide that a fact is right as it is, whatever the rules read later.

    ID is a fact's id, or the name of a person or body. kg asks if you leave it out.

    Example: kg confirm charge-3f2a9c81d0b4e6f7
    """
    _decide(Workspace.open(workspace), "right", fact, why, everywhere)


@click.command()
@click.argument("fact", required=False, metavar="[ID]")
@click.option("--text", "remark", default=None, help="The remark. kg asks if you leave it out.")
@click.pass_obj
def note(workspace: Path, fact: str | None, remark: str | None) -> None:
    """Keep a remark about a fact in the journal. It changes nothing in the graph.

    Example: kg note event-3f2a9c81d0b4e6f7 --text "ask the lawyer for the date"
    """
    opened = Workspace.open(workspace)
    chosen = choose_facts(opened, opened.known_facts(), fact, False)
    _record(opened, "note", chosen, {}, remark if remark is not None else ask("Remark"))


@click.command()
@click.argument("fact", required=False, metavar="[ID]")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@WHY
@ALL
@click.pass_obj
def correct(workspace: Path, fact: str | None, fields: Sequence[str], why: str, everywhere: bool) -> None:
    """Correct fields of a fact. An empty value takes a value away.

    ID is a fact's id, or the name of a person or body. People and bodies are given by words of the entry, by name or by
    id, with ';' between several. kg asks for what you leave out. docs/decisions.md lists the fields of each kind.

    \b
    Example: kg correct sanction-3f2a9c81d0b4e6f7 duration=P15D status=requested
    Example: kg correct charge-91c0aa27be54d310 provision="CC 272/2"
    """
    opened = Workspace.open(workspace)
    values = read_fields(fields)
    chosen = choose_facts(opened, opened.known_facts(), fact, everywhere)
    if not values:
        print_fact(chosen[0])
        values = ask_changes(chosen[0])
    if not values:
        say("No field was given; nothing changed.")
        return
    _record(opened, "corrected", chosen, values, why)


@click.command()
@click.argument("entry", required=False)
@click.argument("kind", required=False)
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--words", default=None, help="The words of the entry that say so.", **optional_value())
@WHY
@click.pass_obj
def add(
    workspace: Path, entry: str | None, kind: str | None, fields: Sequence[str], words: str | None, why: str
) -> None:
    """Add a fact that an entry says and the rules did not read, with the words that say so.

    KIND is person, place, body (or court, facility, organisation), charge, sanction, act, stay, relation or
    affiliation. kg asks for what you leave out. `kg entry add` adds what no report says.

    \b
    Example: kg add 2022-10/7 charge provision="CC 272/2" --words "Article 272, Part 2"
    Example: kg add 2022-10/7
    """
    opened = Workspace.open(workspace)
    known = opened.known_facts()
    id = entry or ask("Entry (such as 2022-10/7)")
    text = known.entry(id).facts.entry.text
    if not (kind and fields and words):
        print_line(text)
    name, given = read_kind(kind) if kind else ask_kind()
    values = given | read_fields(fields) if fields else ask_fields(name, given)
    quoted = ask("Words of the entry that say so") if words is None else asked(words, "Words of the entry")
    decisions = opened.decide_facts([Addition(id, name, values, quoted, why)])
    if not decisions:
        say("The entry has that fact already; nothing changed.")
        return
    _say_added(opened.known_facts(), decisions[0])
    print_problems(opened)


def _decide(opened: Workspace, verb: FactVerb, fact: str | None, why: str, everywhere: bool) -> None:
    chosen = choose_facts(opened, opened.known_facts(), fact, everywhere)
    _record(opened, verb, chosen, {}, why)


def _record(opened: Workspace, verb: FactVerb, facts: Sequence[Fact], values: dict[str, str], why: str) -> None:
    """Record what somebody says about facts, and say what was decided and what else there is about the same thing."""
    others = same_facts(opened.known_facts(), opened.mentions().leads_to, facts[0]) if len(facts) == 1 else []
    decisions = opened.decide_facts([FactOpinion(verb, fact.id, values, why) for fact in facts])
    if not decisions:
        say("That is already decided; nothing changed.")
    for decision in decisions:
        say(f"{_SAID[verb].capitalize()} by decision {decision.id}. `kg undo {decision.id}` takes it back.")
    if others and decisions and verb != "note":
        entries = ", ".join(dict.fromkeys(fact.entry.id for fact in others))
        say(f"Only in {facts[0].entry.id}; the same is also in {entries} (--all decides about all of them).")
    print_problems(opened)


def _say_added(known: KnownFacts, decision: Decision) -> None:
    made = known.made_by(decision.id)
    if made is not None:
        print_line(f"{made.id}: {describe_fact(made)}")
    say(f"Added by decision {decision.id}. `kg undo {decision.id}` takes it back.")
