"""``kg query new``: a file for a question of the user's own."""

import re
from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.output import say
from kg.cli.store import settings_exist
from kg.system.durable_files import make_folder, write_durably
from kg.workspace.files.layout import Layout
from queries.catalogue import load_queries

_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
# The names of commands beside the queries.
_TAKEN = ("check", "new")

TEMPLATE = """\
// title: {title}
// learns: Who was detained, when and where.
// reading: A row is one act. Two reports of one arrest are one act.
// limits: Only what the reports say. Somebody who is not here may have been detained too.
// view: table
// parameters:
//   person: {{type: Person, about: "The person, by name or id", suggest: people}}
//   most: {{type: integer, default: 100, cuts: true, about: How many rows at most}}
// columns:
//   date: {{label: "on", priority: 1}}
//   name: {{label: who, priority: 1}}
//   at_place: {{label: at, priority: 3}}
//   person_id: Person.id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = $person AND r.role = 'to' AND e.type = 'detention'
OPTIONAL MATCH (e)-[:AT]->(l:Place)
RETURN e.date AS date, p.name AS name, min(l.name) AS at_place, p.id AS person_id, r.entries AS entries, e.id AS event
ORDER BY date, name, person_id, event
LIMIT $most
"""


@click.command("new")
@click.argument("name")
@click.pass_obj
def new_query(workspace: Path, name: str) -> None:
    """Write a query file with a header filled in, to be changed in an editor.

    Example: kg query new held_in_june
    """
    if not _NAME.fullmatch(name):
        raise KgError("A query's name has small letters, digits and _, and begins with a letter, such as held_in_june.")
    if name in _TAKEN or name in load_queries():
        raise KgError(f"There is already a query '{name}'. Choose another name.")
    if not settings_exist(workspace):
        raise KgError(f"{workspace}: no workspace. Make one first: kg -w {workspace} ingest FILE")
    folder = Layout(workspace).queries
    file = folder / f"{name}.cypher"
    if file.exists() or file.is_symlink():
        raise KgError(f"{file} is there already. Change it, or choose another name.")
    make_folder(folder)
    write_durably(file, TEMPLATE.format(title=name.replace("_", " ").capitalize()).encode())
    say(f"Written: {file}. Change it, run `kg query check {file}`, then `kg query {name}`.")
