"""The graph as files for Neo4j's bulk import, with the command that loads them: the first load of a large archive.

Every node is marked as ours, so ``kg push`` goes on from there: it makes the constraints and indexes, writes only what
differs and notes the generation. What differs are lists of nothing or of one empty text: the import knows no
way to write them.
"""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from exports.files import write_export
from exports.part import describe_part
from ingest.errors import KgError
from kg.graph.value import Graph, Node, Properties
from kg.schema.schema import Schema
from kg.stores.neo4j.constraints import OURS
from kg.system.durable_files import make_folder

SCRIPT = "import.sh"

# Between the parts of a list. No name of a person or place has it, unlike every sign that can be typed.
_BETWEEN = "\x1f"

_TYPES: Mapping[type, str] = {str: "string", bool: "boolean", int: "long", float: "double"}


def write_import(graph: Graph, schema: Schema, folder: Path, database: str = "neo4j", part: str = "") -> Path:
    """Write a CSV for each kind into a new or empty folder, and the script that loads them into ``database``.

    Gives the script, which says which ``part`` of the graph they are. Raises ``KgError`` if the folder holds something
    or cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise KgError(f"{folder} is not empty; name a new folder.")
        make_folder(folder)
    except OSError as error:
        raise KgError(f"{folder} cannot be created ({error.strerror}); name another.") from None
    options = ["--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string"]
    for label, nodes in groupby(graph.nodes, key=lambda n: n.label):
        name = f"nodes-{label}.csv"
        write_export(folder / name, _nodes(label, schema.key_of(label), list(nodes)))
        options.append(f"--nodes={label}:{OURS}={name}")
    relationships = sorted(graph.relationships, key=lambda r: (r.type, r.start.label, r.end.label))
    for (type, start, end), some in groupby(relationships, key=lambda r: (r.type, r.start.label, r.end.label)):
        name = f"{type}-{start}-{end}.csv"
        rows = [({":START_ID": r.start.id, ":END_ID": r.end.id}, r.properties) for r in some]
        titles = {":START_ID": f":START_ID({start})", ":END_ID": f":END_ID({end})"}
        write_export(folder / name, _table(titles, rows))
        options.append(f"--relationships={type}={name}")
    script = folder / SCRIPT
    write_export(script, _script(options, database, describe_part(part)).encode())
    return script


def _nodes(label: str, key: str, nodes: Sequence[Node]) -> bytes:
    rows = [({key: n.id}, {name: value for name, value in n.properties.items() if name != key}) for n in nodes]
    return _table({key: f"{key}:ID({label})"}, rows)


def _table(titles: Mapping[str, str], rows: Sequence[tuple[Mapping[str, str], Properties]]) -> bytes:
    """A header and the rows: the columns of ``titles``, then every property that any row has with its type."""
    types: dict[str, str] = {}
    for _, properties in rows:
        for name, value in properties.items():
            found = _type_of(value)
            types[name] = found if types.get(name, found) == found else "double"
    columns = sorted(types)
    lines = [",".join([*titles.values(), *(f"{name}:{types[name]}" for name in columns)])]
    for ends, properties in rows:
        cells = [*(ends[name] for name in titles), *(properties.get(name) for name in columns)]
        lines.append(",".join(map(_cell, cells)))
    return ("\n".join(lines) + "\n").encode()


def _type_of(value: Any) -> str:
    if isinstance(value, list):
        return f"{_type_of(value[0])}[]" if value else "string[]"
    return _TYPES[type(value)]


def _cell(value: Any) -> str:
    """A cell: nothing at all where there is no value, quoted text otherwise."""
    if value is None:
        return ""
    if isinstance(value, list):
        parts = [str(part) for part in value]
        if any(_BETWEEN in part for part in parts):
            raise KgError("A list of the graph has a control character (U+001F) in it. Use `kg push` instead.")
        value = _BETWEEN.join(parts)
    if isinstance(value, bool):
        return "true" if value else "false"
    return '"' + str(value).replace('"', '""') + '"'


def _script(options: Iterable[str], database: str, about: str) -> str:
    # The database comes first: an option that lists files reads every word after it as another file.
    lines = " \\\n    ".join(map(shlex.quote, [database, *options]))
    said = f"# {about}" if about else "#"
    return f"""#!/bin/sh
{said}
# Loads these files into a database that is empty, while its server is stopped. Run it as the server's user, on the
# server's machine, with neo4j-admin on the PATH; then start the server and run `kg push`.
set -eu
cd "$(dirname "$0")"
exec neo4j-admin database import full \\
    {lines}
"""
