"""The things of the graph that a part is around: people, answers of queries, entries from a day on."""

import re
from pathlib import Path

import click

from exports.part import FACTS
from exports.picture.answer import Answer
from ingest.errors import KgError
from kg.cli.output import asked
from kg.cli.pages.choice import find_one
from kg.cli.profiles.parts import Part
from kg.cli.store import reading
from kg.graph.value import Graph, Key
from queries.catalogue import load_query
from queries.execute import ask, bind_parameters

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FROM_ANSWERS = frozenset({"Person", "Case", "Entry", *FACTS})


def seeds_of(workspace: Path, part: Part, graph: Graph) -> set[Key]:
    """The things of the whole graph that a part is around.

    Raises ``KgError`` for a name, a query or a parameter that is not there, or a parameter without a query.
    """
    if part.parameters and not part.queries:
        raise click.UsageError("--set gives a parameter of a query. Name the query with --query.")
    found = {_person(workspace, name) for name in part.people}
    for name in part.queries:
        found |= _answered(workspace, name, part.parameters)
    if part.since:
        if not _DATE.fullmatch(part.since):
            raise KgError(f"--since is '{part.since}', which is no date. Write it as 2031, 2031-04 or 2031-04-15.")
        found |= {n.key for n in graph.nodes if n.label == "Entry" and str(n.properties.get("date", "")) >= part.since}
    return found


def _person(workspace: Path, name: str) -> Key:
    found = find_one(workspace, asked(name, "Person (name or id)"))
    if found.label != "Person":
        raise KgError(f"That is no person but of kind {found.label.lower()}. `kg find` lists ids.")
    return found


def _answered(workspace: Path, name: str, parameters: tuple[str, ...]) -> set[Key]:
    query = load_query(name, [workspace / "queries"])
    given = {key: asked(value, key) for key, _, value in (text.partition("=") for text in parameters)}
    with reading(workspace) as store:
        rows = ask(query, bind_parameters(query, given, store), store, evidence=False)
    answer = Answer(rows, query.header)
    keys = {key for row in answer for column in rows.columns for key in row.keys(column)}
    found = {key for key in keys if key.label in _FROM_ANSWERS}
    if not found:
        raise KgError(f"{name} answers with no person, case or fact, so there is no part around its answer.")
    return found
