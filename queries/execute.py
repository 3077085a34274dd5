"""Saved queries executed: what the user gives becomes bound, typed parameters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from ingest.errors import KgError
from kg.stores import DEFAULT_LIMITS, Limits, QueryCut, QueryRefused, Rows, Store
from kg.stores.lookup import find_node
from queries.catalogue import CypherText, SavedQuery, read_suggestions
from queries.computation import load_function
from queries.filters import FILTERED, PREFIX, standings, with_filters
from queries.header import EVIDENCE, SORTED, Parameter
from queries.projection import without_column

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LINE = re.compile(r"at line (\d+)")
_COLLECTED = re.compile(r"\bRETURN\s+collect\(.*\) AS (\w+)")
_USED = re.compile(r"\$(\w+)")
# A Python query and a command read whole answers: what is cut would change theirs.
_WHOLE = Limits(seconds=120, rows=5_000_000)


class ParameterRefused(KgError):
    """A value does not fit a parameter; the message names the parameter and what it takes."""


def bind_parameters(query: SavedQuery, given: Mapping[str, str], store: Store) -> dict[str, Any]:
    """The values to bind, in the header's order: a suggestion may use the parameters before it.

    Raises ``QueryNotPortable`` for a query of the user's own before anything runs, ``ParameterRefused`` for a value
    that does not fit, ``NotFound`` for a name that no node has, or several.
    """
    if query.is_own:  # the project's are held to it by a test
        from queries.dialect.check import require_portable  # noqa: PLC0415 (every query would wait for its rules)

        require_portable(query)
    filters = query.filters
    unknown = sorted(set(given) - set(query.header.parameters) - set(filters))
    if unknown:
        known = ", ".join([*query.header.parameters, *filters]) or "none"
        raise ParameterRefused(f"{query.name} has no parameter '{unknown[0]}'; it has: {known}.")
    bound: dict[str, Any] = {}
    for name, parameter in query.header.parameters.items():
        bound[name] = _read(name, parameter, given[name], store) if name in given else _default(parameter, bound, store)
    bound |= bind_filters(filters, given, store)
    return _with_filtered("\n".join(text.cypher for text in query.texts), bound)


def bind_filters(filters: Mapping[str, Parameter], given: Mapping[str, str], store: Store) -> dict[str, Any]:
    """The values of those filters that were given, by the names under which a query has them.

    Raises ``ParameterRefused`` for a value that does not fit, ``NotFound`` for a name that no node has, or several.
    """
    return {
        PREFIX + name: _read_filter(name, parameter, given[name], store)
        for name, parameter in filters.items()
        if name in given
    }


def ask_all(
    query: SavedQuery, bound: Mapping[str, Any], store: Store, order: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Every row of a query that a command asks, by the names of its columns, in the ``order`` of some of these.

    Of what is bound, the query takes its filters and the parameters that it uses; a command's own need no header. All
    rows of a large graph are put in order here in a tenth of the time that the embedded engine takes; nulls come last,
    as in Cypher.
    """
    (text,) = query.texts
    wanted = {*_USED.findall(text.cypher), *(PREFIX + name for name in query.filters)}
    rows = _query(text, {name: value for name, value in bound.items() if name in wanted}, store, _WHOLE)
    named = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    if order:
        named.sort(key=lambda row: [(row[column] is None, row[column] or "") for column in order])
    return named


def ask(query: SavedQuery, bound: Mapping[str, Any], store: Store, evidence: bool = True) -> Rows:
    """The rows of a saved query; ``cut`` where there are more than the store, or the parameter that cuts, allows.

    Without ``evidence`` the rows are the same, but the column of that name is left out, and mostly not computed: over
    a large graph that takes a part of the time.
    """
    rows = _compute(query, bound, store) if query.is_python else _answer(query, bound, store, evidence)
    return rows if evidence else rows.without({EVIDENCE})


def _answer(query: SavedQuery, bound: Mapping[str, Any], store: Store, evidence: bool) -> Rows:
    (text,) = query.texts
    text = text if evidence else replace(text, cypher=without_column(text.cypher, EVIDENCE))
    cutting = query.header.cutting
    if cutting is None:
        return _query(text, bound, store)
    most = bound[cutting]
    # One more than is shown, to know whether there are more.
    rows = _query(text, {**bound, cutting: most + 1}, store)
    return Rows(rows.columns, rows.rows[:most], cut=True) if len(rows.rows) > most else rows


def _compute(query: SavedQuery, bound: Mapping[str, Any], store: Store) -> Rows:
    """The rows that a Python function makes of its inputs."""

    def read(name: str, **further: Any) -> Rows:
        text = query.inputs[name]
        used = set(_USED.findall(with_filters(text.cypher, _filters_in(bound))))
        wanted = {key: value for key, value in {**bound, **further}.items() if key in used}
        rows = _query(text, wanted, store, _WHOLE)
        if rows.cut:
            raise QueryCut(f"{query.name} reads more than {_WHOLE.rows} rows. Narrow it, with --from and --to.")
        return rows

    most = bound[query.header.cutting] if query.header.cutting else DEFAULT_LIMITS.rows
    rows = tuple(islice(load_function(query)(read, bound), most + 1))
    return Rows(query.columns, rows[:most], cut=len(rows) > most)


def _query(text: CypherText, bound: Mapping[str, Any], store: Store, limits: Limits = DEFAULT_LIMITS) -> Rows:
    cypher = with_filters(text.cypher, _filters_in(bound))
    try:
        return _in_order(store.query(cypher, _with_filtered(text.cypher, bound), limits), cypher)
    except QueryRefused as refused:
        # The engine counts lines from the first of the Cypher, a person from the first of the file.
        said = _LINE.sub(lambda found: f"at line {int(found[1]) + text.line - 1}", str(refused))
        raise QueryRefused(f"{text.path}: {said}") from None


def _in_order(rows: Rows, cypher: str) -> Rows:
    """The rows with collected words in order, each once: the embedded engine takes many times as long for it."""
    named = SORTED & set(_COLLECTED.findall(cypher))
    places = [i for i, column in enumerate(rows.columns) if column in named]
    if not places:
        return rows
    ordered = (
        tuple(sorted(set(value)) if i in places and isinstance(value, list) else value for i, value in enumerate(row))
        for row in rows.rows
    )
    return Rows(rows.columns, tuple(ordered), rows.cut)


def _filters_in(bound: Mapping[str, Any]) -> list[str]:
    """The names of the filters that were given."""
    return [name.removeprefix(PREFIX) for name in bound if name.startswith(PREFIX)]


def _with_filtered(cypher: str, bound: Mapping[str, Any]) -> dict[str, Any]:
    """What is bound, and whether a filter is, where the query asks for it."""
    filtered = {FILTERED.removeprefix("$"): bool(_filters_in(bound))}
    return {**bound, **(filtered if FILTERED in cypher else {})}


def suggest(parameter: Parameter, bound: Mapping[str, Any], store: Store) -> list[tuple[str, str]]:
    """Values for a parameter with their captions, the best first."""
    if not parameter.suggest:
        return []
    cypher = read_suggestions(parameter.suggest)
    wanted = {name: value for name, value in bound.items() if f"${name}" in cypher}
    return [(row[0], row[1]) for row in store.query(cypher, wanted).rows]


def _default(parameter: Parameter, bound: Mapping[str, Any], store: Store) -> Any:
    if parameter.default is not None:
        return parameter.default
    suggestions = suggest(parameter, bound, store)
    return suggestions[0][0] if suggestions else None


def _read_filter(name: str, parameter: Parameter, value: str, store: Store) -> Any:
    if name == "series":
        series = "MATCH (r:Report) WITH DISTINCT coalesce(r.series, '') AS series RETURN series ORDER BY series"
        _require_one_of(name, value, [row[0] for row in store.query(series).rows])
    if name == "standing":
        _require_one_of(name, value, standings())
    return _read(name, parameter, value, store)


def _require_one_of(name: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        listed = ", ".join(word or "''" for word in known)
        raise ParameterRefused(f"--{name} takes one of {listed}; not '{value}'.")


def _read(name: str, parameter: Parameter, value: str, store: Store) -> Any:
    if parameter.label:
        return find_node(store, parameter.label, value).id
    try:
        if parameter.type == "integer":
            number = int(value)
            if parameter.cuts and number < 1:
                raise ParameterRefused(f"--{name} takes a number from 1 on, not {number}.")
            return number
        if parameter.type == "float":
            return float(value)
    except ValueError:
        raise ParameterRefused(f"--{name} takes a number, not '{value}'.") from None
    if parameter.type == "date" and not _DATE.fullmatch(value):
        raise ParameterRefused(f"--{name} takes a date such as 2022-10-04 or 2022-10, not '{value}'.")
    return value
