"""``kg show``: a person on a page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from ingest.vocabulary import Involvement, Standing
from kg.cli.output import ask, print_line, say
from kg.cli.store import id_now, reading
from kg.stores.lookup import find_people
from queries.person_page import Line, PersonPage, read_person_page

# Words for codes that would be misread on their own.
STANDINGS: Mapping[Standing, str] = {"alleged": "ALLEGED", "denied": "DENIED", "found": "found by a court or inquiry"}
ROLES: Mapping[Involvement, str] = {"to": "", "by": "as the one who acted"}


@click.command()
@click.argument("name", required=False)
@click.option(
    "--quotes",
    type=click.IntRange(0),
    default=2,
    show_default=True,
    help="Show at most this many quotes for each line.",
)
@click.pass_obj
def show(workspace: Path, name: str | None, quotes: int) -> None:
    """Show everything about one person, by name or id, with quotes from the reports.

    kg prompts for the name if you leave it out, which keeps it out of the shell's history. Several people with exactly
    that name are shown one after the other.

    Example: kg show person-3f2a9c81d0b4e6f7
    """
    name = name or ask("Person (name or id)")
    with reading(workspace) as store:
        people = find_people(store, id_now(workspace, name))
        pages = [read_person_page(store, person.id) for person in people]
    for page in pages:
        _print_page(page, quotes)
    if len(pages) > 1:
        say(f"{len(pages)} people have this name. Give an id to see one of them.")


def _print_page(page: PersonPage, quotes: int) -> None:
    print_line()
    print_line(page.name, "bold")
    print_line(page.id, "dim")
    for what, values in (("Also", page.names), ("Office", page.offices), ("Described as", page.occupations)):
        others = [v for v in values if v != page.name]
        if others:
            print_line(f"{what}: {', '.join(others)}")
    sections = (
        ("Charges (accusations, proven or not)", page.charges, _charge),
        ("Sanctions", page.sanctions, _sanction),
        ("Facilities", page.stays, _stay),
        ("Cases", page.cases, _case),
        ("Acts", page.acts, _act),
    )
    for title, lines, wording in sections:
        if lines:
            print_line()
            print_line(title, "bold")
            for line in lines:
                _print_line(wording(line.columns), line, quotes)


def _print_line(text: str, line: Line, quotes: int) -> None:
    print_line(f"  {text}")
    for quote in line.quotes[:quotes]:
        print_line(f"      [{quote.entry}] {quote.words}", "dim")
        print_line(f"      {quote.url or 'no address in the report'}", "dim")
    if len(line.quotes) > quotes > 0:
        print_line(f"      and {len(line.quotes) - quotes} more entries", "dim")


def _charge(c: dict[str, Any]) -> str:
    return _joined(c["date"], c["what"], c["state"], "as alleged perpetrator" if c["role"] == "perpetrator" else "")


def _sanction(c: dict[str, Any]) -> str:
    amount = f"{c['amount']:g}" if c["amount"] is not None else ""
    units = f"{c['index_units']:g} index units" if c["index_units"] is not None else ""
    until = f"until {c['until']}" if c["until"] else ""
    state = "requested by a prosecutor" if c["state"] == "requested" else ""
    disputed = "DISPUTED" if c["disputed"] else ""
    return _joined(c["date"], c["what"].replace("_", " "), c["duration"], until, amount, units, state, disputed)


def _stay(c: dict[str, Any]) -> str:
    until = f"left {c['until']}" if c["until"] else f"last seen {c['last']}"
    return _joined(f"first seen {c['date']}", c["what"], until)


def _case(c: dict[str, Any]) -> str:
    return _joined(f"{c['date']} to {c['last']}" if c["last"] != c["date"] else c["date"], c["what"], f"as {c['role']}")


def _act(c: dict[str, Any]) -> str:
    what = c["what"].replace("_", " ")
    next = f"next on {c['next']}" if c["next"] else ""
    hours = f"{c['hours']:g} hours" if c["hours"] else ""
    reason = f"reason given: {c['reason']}" if c["reason"] else ""
    return _joined(
        c["date"], what, STANDINGS.get(c["standing"], ""), ROLES[c["role"]], c["outcome"], hours, next, reason
    )


def _joined(*parts: str | None) -> str:
    return ", ".join(str(p) for p in parts if p)
