"""``kg merge``, ``split``, ``why``: decide whether two things are the same, and show why."""

from pathlib import Path
from typing import Literal

import click

from ingest.errors import KgError
from kg.cli.decision_problems import print_problems
from kg.cli.facts.choice import choose_facts
from kg.cli.facts.reasons import print_why_read
from kg.cli.links import KINDS as LINKED
from kg.cli.links import entry_of, mentions_in, print_chains, refuse_link
from kg.cli.output import ask, print_line, print_table, say
from kg.decisions.opinions import Opinion
from kg.entries.mentions import Mention
from kg.explain.comparison import Compared, compare
from kg.rows.resolved_reports import ResolvedReports
from kg.stores import Store
from kg.stores.lookup import NotFound, find_any_node, sorted_name
from kg.workspace import Workspace
from kg.workspace.derived_rows import MentionsInForce

WHY = click.option("--why", default="", help="The reason, kept in the journal.")


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@WHY
@click.pass_obj
def merge(workspace: Path, a: str | None, b: str | None, why: str) -> None:
    """Decide that two things are the same, such as two people.

    A and B are ids or names. kg prompts for what you leave out, which keeps names out of the shell's history.

    Example: kg merge person-3f2a9c81d0b4e6f7 person-91c0aa27be54d310 --why "one passport"
    """
    _decide(Workspace.open(workspace), "same", a, b, why)


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--link", "rule", help="Reject only the link that this rule makes between the two entries.")
@WHY
@click.pass_obj
def split(workspace: Path, a: str | None, b: str | None, rule: str | None, why: str) -> None:
    """Decide that two things are different, whatever the rules say. To divide one thing, give ids of its mentions.

    A and B are ids, names or entries; kg prompts for what you leave out. `kg why` lists the mentions of a thing with
    their ids, and the links that make entries one case or campaign. With --link only that link is rejected: other
    rules may still join the two.

    \b
    Example: kg split person-3f2a9c81d0b4e6f7 person-91c0aa27be54d310 --why "father and son"
    Example: kg split 2022-10/7 2022-10/31 --link same-page --why "a weekly review"
    """
    opened = Workspace.open(workspace)
    if rule is None:
        _decide(opened, "different", a, b, why)
        return
    known = opened.resolve_reports()
    with opened.reader() as store:
        first, second = (known.mentions.by_id[end] for end in _two(store, opened, opened.mentions(), a, b))
    refuse_link(opened, known, first, second, rule, why)
    print_problems(opened)


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.pass_obj
def why(workspace: Path, a: str | None, b: str | None) -> None:
    """Show why a fact was read, or the evidence for and against two things being one.

    With A alone, an id of a fact: the rule that read it, and its words; for an act also the pattern that fits, how it
    is told, the next best, and what the news model weighed. With A and B, which are ids, names or entries: what speaks
    for and against, and the decisions about them; for two cases, campaigns or entries the chain of links from one to
    the other. kg prompts for both if you give neither.

    \b
    Example: kg why event-3f2a9c81d0b4e6f7
    Example: kg why person-3f2a9c81d0b4e6f7 person-91c0aa27be54d310
    Example: kg why 2022-10/7 2022-10/31
    """
    opened = Workspace.open(workspace)
    if a is not None and b is None:
        facts = opened.known_facts()
        print_why_read(opened, facts, choose_facts(opened, facts, a, False))
        return
    with opened.reader() as store:
        first, second = _two(store, opened, opened.mentions(), a, b)
    known = opened.resolve_reports()
    compared = compare(known, first, second, opened.decisions())
    if compared.a.label in LINKED:
        print_chains(known, compared.a, compared.b)
    _print_compared(known, compared)


def _decide(opened: Workspace, answer: Literal["same", "different"], a: str | None, b: str | None, why: str) -> None:
    known = opened.mentions()
    with opened.reader() as store:
        first, second = _two(store, opened, known, a, b)
    decisions = opened.judge([Opinion(answer, first, second, why)])
    if not decisions:
        say("That is already decided; nothing changed.")
        print_problems(opened)
        return
    words = "one thing" if answer == "same" else "different"
    say(f"They are {words} by decision {decisions[0].id}. `kg undo {decisions[0].id}` undoes it.")
    print_problems(opened)


def _two(store: Store, opened: Workspace, known: MentionsInForce, a: str | None, b: str | None) -> tuple[str, str]:
    one, other = (entry_of(known, text or "") for text in (a, b))
    if one and other:
        return mentions_in(known, one, other)
    first = _mention_of(store, opened, known, a, "First thing (id or name)", None)
    second = _mention_of(store, opened, known, b, "Second thing (id or name)", first)
    kinds = [known.mentions.by_id[mention].label for mention in (first, second)]
    if kinds[0] != kinds[1]:
        raise KgError(f"They are of different kinds, {kinds[0]} and {kinds[1]}. Give two things of the same kind.")
    return first, second


def _mention_of(
    store: Store,
    opened: Workspace,
    known: MentionsInForce,
    text: str | None,
    asking: str,
    other: str | None,
) -> str:
    """The id of a mention: the one given, else the earliest of the thing with that id or name.

    If the thing has several spellings, the earliest mention with the given spelling. Prompts until the answer is
    clear if ``text`` is ``None``; raises ``NotFound`` if ``text`` is not clear.
    """
    asked = text is None
    while True:
        wanted = text if text is not None else ask(asking)
        if wanted in known.mentions.by_id:
            return wanted
        if entry := entry_of(known, wanted):
            return mentions_in(known, entry, entry)[0]
        try:
            return _earliest(known, _thing(store, opened, wanted), wanted, other)
        except NotFound as error:
            if not asked:
                raise
            if error.fitting:
                rows = [[found.label, found.caption, found.id] for found in error.fitting]
                print_table("More than one fits; give the id", ["kind", "name", "id"], rows)
            else:
                say(str(error))


def _thing(store: Store, opened: Workspace, text: str) -> str:
    try:
        return find_any_node(store, text).id
    except NotFound:
        resolved = opened.resolve(text)
        if resolved == text:
            raise
        return find_any_node(store, resolved).id


def _earliest(known: MentionsInForce, thing: str, text: str, other: str | None) -> str:
    of_thing = [q for q in known.mentions.by_id.values() if known.leads_to(q.id) == thing]
    if not of_thing:
        raise NotFound(f"{thing} has no words of its own in the reports, so nothing can be decided about it.")
    earliest = sorted(of_thing, key=lambda q: q.entry.order)
    spelt = [q for q in earliest if q.description and sorted_name(q.description) == sorted_name(text)]
    free = [q for q in spelt or earliest if q.id != other]
    return (free or earliest)[0].id


def _print_compared(known: ResolvedReports, compared: Compared) -> None:
    label = compared.a.label
    state = "one in the graph" if compared.one else "two in the graph"
    print_line(f"{label}: {state}; the answer is {compared.verdict.answer}", "bold")
    for title, reasons in (("For", compared.verdict.reasons_for), ("Against", compared.verdict.reasons_against)):
        for reason in reasons:
            print_line(f"  {title}: {reason}")
    if rules := compared.verdict.rules:
        counted = ", ".join(f"{rule.name} {rule.signed}" for rule in rules)
        points = str(sum(rule.points for rule in rules)).replace("-", "−")
        print_line(f"  Points: {points} ({counted})")
    rows = [_row(quoted, side) for side, quoted in _mentions(known, compared)]
    print_table("Mentions", ["of", "id", "entry", "words"], rows)
    if compared.decisions:
        decided = [[d.id, d.verb, d.who, d.when[:16], d.why] for d in compared.decisions]
        print_table("Decisions in effect", ["id", "decision", "who", "when", "why"], decided)


def _mentions(known: ResolvedReports, compared: Compared) -> list[tuple[str, Mention]]:
    things = {known.leads_to(compared.b.id): "B", known.leads_to(compared.a.id): "A"}
    if compared.one:
        things = dict.fromkeys(things, "both")
    found = [(things[known.leads_to(q.id)], q) for q in known.mentions.by_id.values() if known.leads_to(q.id) in things]
    return sorted(found, key=lambda pair: (pair[0], pair[1].entry.order))


def _row(quoted: Mention, side: str) -> list[str]:
    return [side, quoted.id, quoted.entry.id, quoted.words]
